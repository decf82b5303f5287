//! The corpus that `cargo xtask fuzz` begins with, to which is added what it finds: quiz files, damage to compiled quizzes,
//! stored progress. Share codes have theirs in tests/share.rs.

#[path = "support/holds.rs"]
mod holds;

use holds::quizzes;

/// The lines of a corpus, without those that say what it is.
fn lines(corpus: &str) -> impl Iterator<Item = &str> {
    corpus.lines().filter(|line| !line.starts_with('#'))
}

/// The bytes that two hexadecimal digits each stand for.
fn bytes(line: &str) -> Vec<u8> {
    let digit = |at: usize| u8::from_str_radix(&line[at..at + 2], 16).expect("hexadecimal");
    (0..line.len() / 2).map(|at| digit(2 * at)).collect()
}

#[test]
fn files() {
    for line in lines(include_str!("corpus/files.txt")) {
        holds::of_file(&String::from_utf8_lossy(&bytes(line)));
    }
}

#[test]
fn compiled_quizzes() {
    let quizzes = quizzes();
    for line in lines(include_str!("corpus/compiled.txt")) {
        quizzes.iter().for_each(|quiz| holds::of_compiled(quiz, &bytes(line)));
    }
}

#[test]
fn progress() {
    let quizzes = quizzes();
    for line in lines(include_str!("corpus/progress.txt")) {
        quizzes.iter().for_each(|quiz| holds::of_progress(quiz, &String::from_utf8_lossy(&bytes(line))));
    }
}
