//! How much may be chosen and ranked, so that a question does not have too many legal answers.

use which_track_quiz::limits;

/// How many of the options may be chosen, so that there are not too many legal answers.
pub fn choosable(options: usize, min: usize, max: usize) -> usize {
    let mut sets = 1u64;
    let mut all = 0u64;
    for size in 0..=max.min(options) {
        all += if size >= min { sets } else { 0 };
        if all > limits::LEGAL {
            return (size - 1).max(min).max(1);
        }
        sets = sets * (options - size) as u64 / (size as u64 + 1);
    }
    max.min(options)
}

/// How many places a ranking may have.
pub fn rankable(options: usize) -> usize {
    let mut all = 1u64;
    let places = (0..options).take_while(|place| {
        all = all.saturating_mul((options - place) as u64);
        all <= limits::LEGAL
    });
    places.count()
}
