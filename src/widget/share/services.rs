//! Services that take a link in their own address: plain links, which send nothing until they are followed.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stays as it is within a query (RFC 3986, unreserved).
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A service: its name in events, its name in words, and where it takes a link.
pub struct Service {
    pub channel: &'static str,
    /// `None` for e-mail, which every language calls otherwise.
    pub name: Option<&'static str>,
    pub address: String,
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

/// The services with words and a link to send.
pub fn services(words: &str, link: &str) -> [Service; 5] {
    let both = encoded(&format!("{words} {link}"));
    let (words, link) = (encoded(words), encoded(link));
    let service = |channel, name, address| Service { channel, name, address };
    [
        service("linkedin", Some("LinkedIn"), format!("https://www.linkedin.com/sharing/share-offsite/?url={link}")),
        service("x", Some("X"), format!("https://x.com/intent/post?text={words}&url={link}")),
        service("bluesky", Some("Bluesky"), format!("https://bsky.app/intent/compose?text={both}")),
        service("whatsapp", Some("WhatsApp"), format!("https://wa.me/?text={both}")),
        service("email", None, format!("mailto:?subject={words}&body={link}")),
    ]
}

/// Where a Mastodon server takes words and a link. `None` where what was typed is no server's name. A name in letters
/// of all kinds is for the browser to encode.
pub fn mastodon(server: &str, words: &str, link: &str) -> Option<String> {
    let typed = server.trim_matches(is_unseen).to_ascii_lowercase();
    let address = typed.strip_prefix("https://").or_else(|| typed.strip_prefix("http://")).unwrap_or(&typed);
    // A profile's address begins with the server; a name as people have it, @name@server, ends in it.
    let host = address.split('/').next().and_then(|host| host.rsplit('@').next()).unwrap_or_default();
    // A name may be written with the dot of the root behind it.
    let host = host.strip_suffix('.').unwrap_or(host);
    let letter =
        |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || !letter.is_ascii() && !is_unseen(letter);
    let is_host = host.contains('.') && host.split('.').all(|label| !label.is_empty() && label.chars().all(letter));
    is_host.then(|| format!("https://{host}/share?text={}", encoded(&format!("{words} {link}"))))
}

/// Blanks, and what comes along unseen when something is copied.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\0'..=' ' | '\u{7f}'..='\u{a0}' | '\u{ad}' | '\u{2000}'..='\u{206f}' | '\u{3000}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_link_are_encoded_in_full() {
        let [linkedin, x, bluesky, whatsapp, email] =
            services("“A & B”?", "https://quiz.example/r/q/a/#Bcd").map(|service| service.address);
        assert_eq!(
            linkedin,
            "https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fquiz.example%2Fr%2Fq%2Fa%2F%23Bcd"
        );
        assert_eq!(
            x,
            "https://x.com/intent/post?text=%E2%80%9CA%20%26%20B%E2%80%9D%3F&url=https%3A%2F%2Fquiz.example%2Fr%2Fq%2Fa%2F%23Bcd"
        );
        let both = "%E2%80%9CA%20%26%20B%E2%80%9D%3F%20https%3A%2F%2Fquiz.example%2Fr%2Fq%2Fa%2F%23Bcd";
        assert_eq!(bluesky, format!("https://bsky.app/intent/compose?text={both}"));
        assert_eq!(whatsapp, format!("https://wa.me/?text={both}"));
        assert_eq!(
            email,
            "mailto:?subject=%E2%80%9CA%20%26%20B%E2%80%9D%3F&body=https%3A%2F%2Fquiz.example%2Fr%2Fq%2Fa%2F%23Bcd"
        );
    }

    #[test]
    fn a_mastodon_server_is_a_host_and_nothing_else() {
        for (typed, host) in [
            ("mastodon.social", Some("mastodon.social")),
            (" https://Fosstodon.org/ ", Some("fosstodon.org")),
            ("@ada@hachyderm.io", Some("hachyderm.io")),
            ("", None),
            ("localhost", None),
            ("https://mastodon.social/@ada", Some("mastodon.social")),
            ("evil.example?x=", None),
            ("javascript:alert(1)", None),
            ("a..b", None),
            ("mastodon.social:8443", None),
            ("Https://Mastodon.social/", Some("mastodon.social")),
            ("HTTP://mastodon.social", Some("mastodon.social")),
            ("http://mastodon.social/@ada@elsewhere.example", Some("mastodon.social")),
            ("@me@mastodon.social", Some("mastodon.social")),
            ("@Me@Mastodon.Social", Some("mastodon.social")),
            ("me@mastodon.social", Some("mastodon.social")),
            ("mastodon.social.", Some("mastodon.social")),
            ("https://mastodon.social./", Some("mastodon.social")),
            ("mastodon.social..", None),
            ("\u{200b}mastodon.social\u{a0}\n", Some("mastodon.social")),
            ("bücher.example", Some("bücher.example")),
            ("https://例え.jp/@ada", Some("例え.jp")),
            ("xn--bcher-kva.example", Some("xn--bcher-kva.example")),
            ("mastodon social", None),
            ("mastodon.so\u{200b}cial", None),
            ("ftp://mastodon.social", None),
            ("mastodon.social?x", None),
            ("mastodon.social#x", None),
            ("mastodon", None),
            (".", None),
            ("@", None),
        ] {
            let address = host.map(|host| format!("https://{host}/share?text=Hi%20https%3A%2F%2Fa.example"));
            assert_eq!(mastodon(typed, "Hi", "https://a.example"), address, "{typed}");
        }
    }
}
