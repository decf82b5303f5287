//! What a site looks like: its accent and its logo, as files of the site and as what its pages say of them.

use anyhow::Result;
use maud::{Markup, html};

use super::files::Out;
use crate::site_file::{Accent, Logo, Settings};

/// The accent and the logo of a site, where it has them.
#[derive(Default)]
pub struct Look {
    /// The name of the styles in the site.
    styles: Option<String>,
    logo: Option<Picture>,
}

/// The logo as a file of the site.
struct Picture {
    name: String,
    media_type: &'static str,
    alt: String,
    width: u32,
    height: u32,
}

impl Look {
    /// Writes the files of a site's look. Their names tell their contents apart.
    pub fn write(settings: &Settings, out: &Out) -> Result<Self> {
        let styles =
            styles(settings).map(|styles| out.hashed("which-track-site.css", styles.as_bytes())).transpose()?;
        let write = |logo: &Logo| -> Result<Picture> {
            let Logo { bytes, kind, width, height } = logo;
            let name = out.hashed(&format!("which-track-logo.{}", kind.ending()), bytes)?;
            let alt = settings.name().unwrap_or_default().to_owned();
            Ok(Picture { name, media_type: kind.media_type(), alt, width: *width, height: *height })
        };
        Ok(Self { styles, logo: settings.logo.as_ref().map(write).transpose()? })
    }

    /// The lines of a page's head. `root` leads from the page to the site.
    pub fn head(&self, root: &str) -> Markup {
        html! {
            @match &self.logo {
                Some(logo) => { link rel="icon" type=(logo.media_type) href={ (root) (logo.name) }; }
                None => { link rel="icon" href="data:,"; }
            }
            link rel="stylesheet" href={ (root) "page.css" };
            @if let Some(styles) = &self.styles { link rel="stylesheet" href={ (root) (styles) }; }
        }
    }

    /// What stands above all else on a page that is the site's own: the logo, which says the site's name to whoever does
    /// not see it.
    pub fn header(&self, root: &str) -> Markup {
        html! {
            @if let Some(logo) = &self.logo {
                header {
                    img src={ (root) (logo.name) } alt=(logo.alt) width=(logo.width) height=(logo.height);
                }
            }
        }
    }
}

/// What the site's own styles say, if it has an accent or a logo.
fn styles(settings: &Settings) -> Option<String> {
    let accent = settings.accent.map(in_accent).unwrap_or_default();
    let logo = settings.logo.as_ref().map(|_| LOGO).unwrap_or_default();
    Some(accent + logo).filter(|styles| !styles.is_empty())
}

/// Browsers without `light-dark()` show the light colors.
fn in_accent(accent: Accent) -> String {
    let (light, dark) = (accent.on_light(), accent.on_dark());
    format!(
        ":root {{ --which-track-accent: {light}; }}\n\
         @supports (color: light-dark(red, red)) {{ :root {{ --which-track-accent: light-dark({light}, {dark}); }} }}\n\
         a {{ color: var(--which-track-accent); }}\n"
    )
}

/// As wide as a quiz, in whose place the room is kept before the picture is there.
const LOGO: &str = "\
body > header { box-sizing: border-box; max-inline-size: 42em; margin: 0 auto; padding: 0.75em 0.5em 0; }
body > header img { display: block; block-size: 2.5em; inline-size: auto; max-inline-size: 100%; object-fit: contain; object-position: 0 50%; }
";
