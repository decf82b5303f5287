//! The address of a site.

/// An address that begins with https://, or is on this machine; without a slash at its end.
#[derive(Clone)]
pub struct Base(String);

impl Base {
    /// Reads an address.
    pub fn parse(url: &str) -> Result<Self, &'static str> {
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://").filter(|rest| is_local(rest)));
        let rest = rest.ok_or("the address must begin with https://")?;
        if rest.is_empty() || rest.starts_with('/') {
            return Err("the address needs the name of a host");
        }
        if url.contains(['?', '#']) || url.contains(char::is_whitespace) {
            return Err("the address must have no `?`, no `#` and no space in it");
        }
        Ok(Self(url.trim_end_matches('/').to_owned()))
    }

    /// The address of the site itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of something at a path of the site.
    pub fn to(&self, path: &str) -> String {
        format!("{}/{path}", self.0)
    }

    /// The folder of the site at its host, with a slash at both ends.
    pub fn folder(&self) -> String {
        let path: String = self.0.split('/').skip(3).map(|part| format!("{part}/")).collect();
        format!("/{path}")
    }

    /// The name of the host.
    pub fn host(&self) -> &str {
        self.0.split('/').nth(2).unwrap_or(&self.0)
    }
}

/// Whether what follows http:// is this machine.
fn is_local(rest: &str) -> bool {
    let host = rest.split([':', '/']).next().unwrap_or_default();
    ["127.0.0.1", "localhost"].contains(&host)
}

#[cfg(test)]
mod tests {
    use super::Base;

    #[test]
    fn an_address_has_a_host_and_nothing_behind_its_path() {
        let scheme = Err("the address must begin with https://");
        let host = Err("the address needs the name of a host");
        let clean = Err("the address must have no `?`, no `#` and no space in it");
        for (url, expected) in [
            ("https://quiz.example", Ok("https://quiz.example")),
            ("https://quiz.example/sub/", Ok("https://quiz.example/sub")),
            ("http://127.0.0.1:8080/", Ok("http://127.0.0.1:8080")),
            ("http://localhost", Ok("http://localhost")),
            ("http://localhost.evil.example", scheme),
            ("http://quiz.example", scheme),
            ("ftp://quiz.example", scheme),
            ("", scheme),
            ("https://", host),
            ("https:///sub", host),
            ("https://quiz.example/?a=1", clean),
            ("https://quiz.example/#a", clean),
            ("https://quiz example", clean),
        ] {
            assert_eq!(Base::parse(url).as_ref().map(Base::as_str).map_err(|why| *why), expected, "{url}");
        }
    }
    #[test]
    fn a_site_is_at_the_root_of_its_host_or_in_a_folder() {
        for (url, folder) in
            [("https://a.example", "/"), ("https://a.example/sub/", "/sub/"), ("http://localhost:8080/a/b", "/a/b/")]
        {
            assert_eq!(Base::parse(url).as_ref().map(Base::folder), Ok(folder.to_owned()), "{url}");
        }
    }
}
