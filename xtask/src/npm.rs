//! The packages for npm, made around the widget that a release build leaves.

use crate::run::{Result, command, root, run};
use crate::{setup, site};

/// Makes them in `target/npm/`; packages/npm/make.mjs says what can be asked for.
pub fn make(options: &[String]) -> Result {
    setup::to_release()?;
    if !root().join(site::WIDGET).join("which-track.js").exists() {
        site::dist()?;
    }
    run(command("node", &["packages/npm/make.mjs"]).args(options))
}
