//! Percentages as they are typed and shown.

use which_track_quiz::balance::Share;

/// Hundredths of a percent, 0 to 10,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent(pub u32);

impl Percent {
    /// Reads a percentage with up to two decimals, and with or without its sign.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        const ADVICE: &str = "write a percentage from 0 to 100, as in 3 or 2.5";
        let number = text.strip_suffix('%').unwrap_or(text).trim();
        let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
        let digits =
            |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole, 3) || !digits(part, 2) {
            return Err(ADVICE);
        }
        let hundredths = format!("{whole}{part:0<2}").parse().map_err(|_| ADVICE)?;
        if hundredths > 10_000 { Err(ADVICE) } else { Ok(Self(hundredths)) }
    }
}

/// Hundredths of a percent with two decimals.
pub fn percent(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// The same with no more decimals than are needed.
pub fn short(hundredths: u32) -> String {
    percent(hundredths).trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// By how many percentage points one share is larger or smaller than another.
pub fn change(before: &Share, after: &Share) -> String {
    let (before, after) = (before.hundredths(), after.hundredths());
    let sign = if after < before { '−' } else { '+' };
    format!("{sign}{}", percent(after.abs_diff(before)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_has_up_to_two_decimals() {
        for (text, hundredths, again) in [
            ("3", 300, "3"),
            ("2.5", 250, "2.5"),
            ("0", 0, "0"),
            ("100", 10_000, "100"),
            ("50 %", 5_000, "50"),
            ("0.05", 5, "0.05"),
        ] {
            assert_eq!(Percent::parse(text), Ok(Percent(hundredths)), "{text}");
            assert_eq!(short(hundredths), again);
        }
        for text in ["", "x", "-1", "+3", "100.01", "101", "1.", ".5", "1.234", "1,5", "1e2", "9999"] {
            assert_eq!(Percent::parse(text), Err("write a percentage from 0 to 100, as in 3 or 2.5"), "{text}");
        }
    }
}
