//! The legal answers of a question grouped by what they do to a result: the same points, and the same to every gate and
//! `when`.

use crate::Quiz;
use crate::legal::{self, Row};
use crate::quiz::{Condition, QuestionIx};

/// Answers to one question that nothing tells apart.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AnswerClass {
    /// How many such answers there are.
    pub count: u32,
    /// What conditions see of the first of them.
    pub seen: u32,
    /// What each gives each track, before weights.
    pub points: Row,
}

/// The effects that the legal answers to a question have, in the order of their first answers.
pub(crate) fn answer_classes(quiz: &Quiz, ix: QuestionIx) -> Vec<AnswerClass> {
    let looked_for = looked_for(quiz, ix);
    let mut groups = Groups::new(legal::count(quiz.question(ix)));
    legal::each(quiz.question(ix), &mut |seen, points| groups.add(&looked_for, seen, points));
    groups.answer_classes
}

/// What gates and `when` conditions look for in a question's answer, each once.
pub(crate) fn looked_for(quiz: &Quiz, ix: QuestionIx) -> Vec<u32> {
    let names = quiz.deciding().flat_map(Condition::names);
    let mut seen: Vec<u32> = names.filter(|(named, _)| *named == ix).map(|(_, matches)| matches.seen()).collect();
    seen.sort_unstable();
    seen.dedup();
    seen
}

/// Effects found so far, in a table that finds one by its contents: tens of thousands of rankings take a millisecond.
struct Groups {
    answer_classes: Vec<AnswerClass>,
    /// One more than the place of an effect, or 0, where its hash leads or behind that.
    slots: Vec<u32>,
}

impl Groups {
    /// A table with room for so many.
    fn new(most: u64) -> Self {
        let slots = (most * 2).next_power_of_two();
        Self { answer_classes: Vec::new(), slots: vec![0; slots as usize] }
    }

    fn add(&mut self, looked_for: &[u32], seen: u32, points: &Row) {
        let alike = |sought: &u32, other: u32| (other & sought != 0) == (seen & sought != 0);
        let mut slot = hash(points, looked_for.iter().map(|sought| i32::from(seen & sought != 0))) as usize;
        loop {
            slot &= self.slots.len() - 1;
            match self.slots[slot].checked_sub(1) {
                None => break,
                Some(place) => {
                    let class = &mut self.answer_classes[place as usize];
                    if class.points == *points && looked_for.iter().all(|sought| alike(sought, class.seen)) {
                        class.count += 1;
                        return;
                    }
                }
            }
            slot += 1;
        }
        self.answer_classes.push(AnswerClass { count: 1, seen, points: *points });
        self.slots[slot] = self.answer_classes.len() as u32;
    }
}

/// A number for the points and for what conditions tell apart, which few effects share (the multiplier is that of Knuth's
/// hashing, in 64 bits).
fn hash(points: &Row, truths: impl Iterator<Item = i32>) -> u64 {
    let mixed = |hash: u64, part: i32| (hash ^ u64::from(part.cast_unsigned())).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let hash = points.iter().copied().chain(truths).fold(0, mixed);
    hash >> 32 ^ hash
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Source, check};

    fn rank(points: impl Fn(usize) -> usize) -> Quiz {
        let option = |nth| format!("{{ id = \"o{nth}\", label = \"O\", points = {{ a = {} }} }},", points(nth));
        let options: String = (0..8).map(option).collect();
        let text = format!(
            "id = \"r\"\ntitle = \"R\"\ndescription = \"R\"\nlang = \"en\"
            tracks = [{{ id = \"a\", label = \"A\" }}, {{ id = \"b\", label = \"B\" }}]
            outcomes = [{{ id = \"a\", title = \"A\", summary = \"A\" }}, {{ id = \"b\", title = \"B\", summary = \"B\" }}]
            gates = [{{ when = {{ question = \"q\", is = [\"o0\"] }}, outcome = \"b\" }}]
            questions = [{{ id = \"q\", kind = \"rank\", prompt = \"Q\", options = [{options}] }}]"
        );
        let checked = check(Source { name: "r.toml", text: &text }, &[]);
        checked.quizzes.into_iter().next().unwrap_or_else(|| panic!("{:?}", checked.problems))
    }

    #[test]
    fn rankings_with_the_same_points_are_one_effect() {
        // All the same, but for what the gate looks at: o0 in first place or not.
        let answer_classes = answer_classes(&rank(|_| 1), QuestionIx(0));
        assert_eq!(answer_classes.iter().map(|class| class.count).collect::<Vec<_>>(), [5040, 35280]);
        // Of 40,320 rankings, as many differ as there are sums.
        let answer_classes = super::answer_classes(&rank(|nth| nth), QuestionIx(0));
        assert!(answer_classes.len() < 200, "{}", answer_classes.len());
        assert_eq!(answer_classes.iter().map(|class| class.count).sum::<u32>(), 40_320);
    }
}
