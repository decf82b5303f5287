//! How names, words and numbers read in a message, and which name an author probably meant.

use crate::limits::ID;

/// The one of the known names that is spelled most like this one, if any is near.
pub(super) fn nearest<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    // A name beyond all limits is like none of them, and comparing it would take long.
    let length = name.chars().take(ID + 1).count();
    let near = (length / 3).clamp(1, 3);
    let distances = known.iter().map(|known| (strsim::osa_distance(name, known), *known));
    let nearest = (length <= ID).then(|| distances.min_by_key(|(distance, _)| *distance)).flatten();
    nearest.filter(|(distance, _)| *distance <= near).map(|(_, known)| known)
}

/// What to write in the place of a name: the nearest one, or one of all there are.
pub(super) fn instead(name: &str, known: &[&str]) -> String {
    match nearest(name, known) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => format!("write {}", any_of(known)),
    }
}

/// "`a`, `b` or `c`"; the first few of many.
pub(super) fn any_of(names: &[&str]) -> String {
    const SHOWN: usize = 9;
    let quoted: Vec<String> =
        names.iter().filter(|name| !name.is_empty()).map(|name| format!("`{}`", quoted(name))).collect();
    match quoted.split_last() {
        None => "another name".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) if rest.len() < SHOWN => format!("{} or {last}", rest.join(", ")),
        Some(_) => format!("{} or another of {}", quoted[..SHOWN].join(", "), quoted.len()),
    }
}

/// Words of an author's as a message shows them: on one line, and not too long for it.
pub(crate) fn quoted(words: &str) -> String {
    let short: String = words.chars().take(ID).flat_map(char::escape_debug).collect();
    if words.chars().nth(ID).is_some() { short + "…" } else { short }
}

/// A number with commas between thousands.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let grouped = digits.char_indices().map(|(place, digit)| {
        let comma = place > 0 && (digits.len() - place).is_multiple_of(3);
        if comma { format!(",{digit}") } else { digit.to_string() }
    });
    grouped.collect()
}
