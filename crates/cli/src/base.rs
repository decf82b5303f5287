//! The address of a site.

/// An address that begins with https://, or is on this machine; without a slash at its end.
#[derive(Clone)]
pub struct Base(String);

impl Base {
    /// Reads an address.
    pub fn at(url: &str) -> Result<Self, &'static str> {
        let local = ["http://127.0.0.1", "http://localhost"].iter().any(|local| url.starts_with(local));
        if !local && !url.starts_with("https://") {
            return Err("the address must begin with https://");
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

    /// The name of the host.
    pub fn host(&self) -> &str {
        self.0.split('/').nth(2).unwrap_or(&self.0)
    }
}
