//! A QR code as one path of an inline picture.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};
use which_track_quiz::words::Phrase;
use yew::prelude::*;

/// The quiet margin that readers of such codes need, in modules (ISO/IEC 18004).
const MARGIN: i32 = 4;

/// The picture of a text, or nothing where it is too long for a QR code.
pub fn qr(text: &str, label: &Phrase) -> Html {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return Html::default() };
    let side = code.size() + 2 * MARGIN;
    html! {
        <svg class="qr" viewBox={format!("0 0 {side} {side}")} role="img" aria-label={label.text.clone()} lang={label.lang.clone()} shape-rendering="crispEdges">
            <path d={path(&code)} />
        </svg>
    }
}

/// A box for every run of dark modules in a row.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                // Writing to a `String` cannot fail.
                _ = write!(path, "M{} {}h{run}v1h-{run}z", x + MARGIN, y + MARGIN);
            }
            x += run.max(1);
        }
    }
    path
}
