//! What hosts learn that want to show a page of the site (oembed.com). It needs the address of the site.

use anyhow::Result;
use maud::{Markup, html};
use serde_json::{Value, json};

use super::picture::{FORMAT, Picture};
use super::site::Site;
use crate::base::Base;

/// The height that a frame has until it knows its own, in pixels: enough for a first question on a phone. Also in its
/// style, because many themes say `iframe { height: auto }`.
const FRAME: u16 = 1200;

/// A page, to a host that asks.
pub struct Described<'a> {
    /// Where the answer stands.
    pub path: String,
    pub title: &'a str,
    pub picture: Option<&'a Picture>,
    /// The page to show in a frame; without one, the page is a link.
    pub frame: Option<&'a str>,
}

impl Described<'_> {
    /// Writes the answer, and gives the line of the page's head that leads to it.
    pub fn write(&self, site: &Site) -> Result<Markup> {
        let Some(base) = site.settings.base.as_ref() else { return Ok(Markup::default()) };
        site.out.write(&self.path, &self.answer(base, site.settings.name()).to_string())?;
        let (kind, address) = ("application/json+oembed", base.to(&self.path));
        Ok(html! { link rel="alternate" type=(kind) href=(address) title=(self.title); })
    }

    fn answer(&self, base: &Base, name: Option<&str>) -> Value {
        let mut answer = json!({
            "version": "1.0", "type": "link", "title": self.title, "provider_name": name, "provider_url": base.as_str(),
        });
        if let Some(frame) = self.frame {
            answer["type"] = json!("rich");
            answer["width"] = json!(640);
            answer["height"] = json!(FRAME);
            answer["html"] = json!(framed(&base.to(frame), self.title).into_string());
        }
        if let Some(picture) = self.picture {
            answer["thumbnail_url"] = json!(picture.address(Some(base)));
            answer["thumbnail_width"] = json!(FORMAT.width());
            answer["thumbnail_height"] = json!(FORMAT.height());
        }
        answer
    }
}

fn framed(address: &str, title: &str) -> Markup {
    html! {
        // WordPress takes the style away, but not this.
        iframe src=(address) title=(title) width="100%" height=(FRAME) loading="lazy" frameborder="0"
            allow="clipboard-write; web-share" style={ "border:0;height:" (FRAME) "px" } data-which-track {}
    }
}
