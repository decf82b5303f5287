//! What must hold of a quiz file, of a compiled quiz and of stored progress, whatever is in them: for the fuzz targets, and
//! for the corpus that the tests go through.

use which_track_quiz::check::{Source, check};
use which_track_quiz::compiled::Tree;
use which_track_quiz::{Quiz, Session};

/// The quizzes that it must hold with: a small one and the one that this site serves.
pub fn quizzes() -> [Quiz; 2] {
    let read = |name, text| check(Source { name, text }, &[]).quizzes.remove(0);
    [
        read("tea-or-coffee.toml", include_str!("../../../../tests/quizzes/valid/tea-or-coffee.toml")),
        read("pm-vs-sde.toml", include_str!("../../../../quizzes/pm-vs-sde.toml")),
    ]
}

/// As many problems as are told of a file, and the line that counts the others.
const TOLD: usize = 201;

/// A file is a quiz that can be compiled, or it is told why not.
pub fn of_file(text: &str) {
    let checked = check(Source { name: "any.toml", text }, &[]);
    assert!(checked.problems.len() <= TOLD, "{} problems", checked.problems.len());
    assert!(!checked.quizzes.is_empty() || !checked.problems.is_empty(), "nothing is told");
    checked.quizzes.iter().for_each(comes_back);
}

/// A compiled quiz with damage is refused, or is a whole quiz all the same.
pub fn of_compiled(quiz: &Quiz, damage: &[u8]) {
    for (tree, in_two) in [(quiz.compiled(), false), (quiz.compiled_in_two()[0].clone(), true)] {
        let tree = damage.chunks_exact(4).fold(tree, damaged);
        match in_two {
            false => Quiz::of_compiled(tree).iter().for_each(comes_back),
            true => {
                Quiz::asked(tree).iter().for_each(|(asked, _)| _ = asked.with_rest(quiz.compiled_in_two()[1].clone()))
            }
        }
    }
}

/// What was stored leads to a session that is stored as it is, or to none.
pub fn of_progress(quiz: &Quiz, saved: &str) {
    let Some(session) = Session::resume(quiz, saved) else { return };
    let again = session.save(quiz);
    assert_eq!(Session::resume(quiz, &again), Some(session), "{again}");
}

fn comes_back(quiz: &Quiz) {
    // What only pages around a quiz say stays with the builder, and so in a compiled quiz once read there is none.
    let once = Quiz::of_compiled(quiz.compiled()).expect("its own compiled form");
    assert_eq!(Quiz::of_compiled(once.compiled()).as_ref(), Ok(&once));
    assert_eq!(Session::new(&once).answers().is_empty(), Session::new(quiz).answers().is_empty());
}

/// One entry of a tree is another: which one is told by two bytes, and what is there then by two.
fn damaged(mut tree: Tree, damage: &[u8]) -> Tree {
    let &[high, low, how, value] = damage else { return tree };
    let count = entries(&tree);
    let mut left = (usize::from(high) << 8 | usize::from(low)) % count;
    let other = match how % 6 {
        0 => Tree::Nothing,
        1 => Tree::Number(i64::from(value)),
        2 => Tree::Number(-(1 << (value % 63))),
        3 => Tree::Text(char::from(value).to_string().repeat(usize::from(how))),
        4 => Tree::List(Vec::new()),
        _ => Tree::List(vec![Tree::Number(i64::from(value)); usize::from(how)]),
    };
    if let Some(place) = entry(&mut tree, &mut left) {
        *place = other;
    }
    tree
}

fn entries(tree: &Tree) -> usize {
    1 + if let Tree::List(inner) = tree { inner.iter().map(entries).sum() } else { 0 }
}

/// The entry after so many others.
fn entry<'a>(tree: &'a mut Tree, left: &mut usize) -> Option<&'a mut Tree> {
    if *left == 0 {
        return Some(tree);
    }
    *left -= 1;
    let Tree::List(inner) = tree else { return None };
    inner.iter_mut().find_map(|tree| entry(tree, left))
}
