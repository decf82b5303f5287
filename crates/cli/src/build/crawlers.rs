//! What crawlers look for: `robots.txt`, and a list of the pages where the site's address is known.

use anyhow::Result;
use maud::{PreEscaped, html};

use super::site::Site;
use crate::print;

/// Writes both. `pages` are the paths of those that are to be found.
pub fn write(site: &Site, pages: &[String]) -> Result<()> {
    let Some(base) = site.settings.base.as_ref() else {
        print::note(
            "note: without --base-url there is no sitemap, no oEmbed and no canonical address, and links unfold without a picture on sites that need its full address",
        )?;
        return site.out.write("robots.txt", "User-agent: *\nAllow: /\n");
    };
    let map = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {
            @for page in pages { url { loc { (base.to(page)) } } }
        }
    };
    site.out.write("sitemap.xml", &map.into_string())?;
    site.out.write("robots.txt", &format!("User-agent: *\nAllow: /\nSitemap: {}\n", base.to("sitemap.xml")))
}
