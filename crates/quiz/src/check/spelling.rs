//! Near misses: what an author probably meant, and how lists of names read.

/// The one of the known names that is spelled most like this one, if any is near.
pub(super) fn nearest<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    // A name beyond all limits is like none of them, and comparing it would take long.
    let length = name.chars().take(super::table::ID + 1).count();
    let near = (length / 3).clamp(1, 3);
    let distances = known.iter().map(|known| (strsim::osa_distance(name, known), *known));
    let nearest = (length <= super::table::ID).then(|| distances.min_by_key(|(distance, _)| *distance)).flatten();
    nearest.filter(|(distance, _)| *distance <= near).map(|(_, known)| known)
}

/// "write `promt`'s nearest name", or all the names there are.
pub(super) fn instead(name: &str, known: &[&str]) -> String {
    match nearest(name, known) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => format!("write {}", any_of(known)),
    }
}

/// "`a`, `b` or `c`"; the first few of many.
pub(super) fn any_of(names: &[&str]) -> String {
    const SHOWN: usize = 12;
    let quoted: Vec<String> = names.iter().take(SHOWN).map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) if names.len() <= SHOWN => format!("{} or {last}", rest.join(", ")),
        Some(_) => format!("{} or another one", quoted.join(", ")),
        None => "nothing".to_owned(),
    }
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
