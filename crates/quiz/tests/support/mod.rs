//! Quizzes and answers made from a number, so that a test can go through many; and a slow, plain way to list all answers.
#![allow(dead_code, reason = "not every test uses all of it")]

pub mod large;

use which_track_quiz::*;

/// Numbers that follow from the first (SplitMix64).
pub struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    fn byte(&mut self, bound: u64) -> u8 {
        u8::try_from(self.below(bound)).unwrap()
    }
}

fn text(words: &str) -> String {
    words.to_owned()
}

/// A small sound quiz with all kinds of questions, conditions, gates and margins.
pub fn quiz(seed: u64) -> Quiz {
    let numbers = &mut Numbers(seed);
    let tracks = 2 + usize::try_from(numbers.below(2)).unwrap();
    let mut questions: Vec<Question> = Vec::new();
    for place in 0..=numbers.below(4) {
        let when = if place > 0 && numbers.one_in(3) { Some(is(numbers, &questions)) } else { None };
        let question = question(numbers, place, tracks, when);
        questions.push(question);
    }
    let gates = (0..numbers.below(3)).map(|_| gate(numbers, &questions, tracks)).collect();
    let mut names: Vec<String> = (0..tracks).map(|track| format!("t{track}")).collect();
    names.push(text("other"));
    if numbers.one_in(2) {
        names.push(text("close-call"));
    }
    let outcome = |id: &String| Outcome { id: id.clone(), title: id.clone(), summary: text("One. Two."), action: None };
    let parts = QuizData {
        id: text("made"),
        title: text("Made?"),
        description: text("Made."),
        lang: text("en"),
        minutes: None,
        notice: None,
        article: None,
        margin: numbers.byte(20),
        max_marks: numbers.byte(3),
        tracks: (0..tracks).map(|track| Track { id: format!("t{track}"), label: format!("T{track}") }).collect(),
        questions,
        gates,
        outcomes: names.iter().map(outcome).collect(),
        advice: Vec::new(),
        claims: Vec::new(),
        gaps: Vec::new(),
        words: None,
    };
    Quiz::try_from(parts).expect("sound")
}

fn points(numbers: &mut Numbers, tracks: usize) -> Vec<i16> {
    (0..tracks).map(|_| i16::try_from(numbers.below(6)).unwrap() - 2).collect()
}

fn question(numbers: &mut Numbers, place: u64, tracks: usize, when: Option<Condition>) -> Question {
    let count = 2 + numbers.byte(2);
    let choice = |(numbers, at): (&mut Numbers, u8)| Choice {
        id: format!("c{at}"),
        label: text("C"),
        reason: None,
        points: points(numbers, tracks),
    };
    let choices: Vec<Choice> = (0..count).map(|at| choice((&mut *numbers, at))).collect();
    let kind = match numbers.below(4) {
        0 => Kind::Single(choices),
        1 => {
            let max = 1 + numbers.byte(u64::from(count));
            Kind::Multi { min: numbers.byte(u64::from(max) + 1), max, choices }
        }
        2 => Kind::Scale {
            low: text("low"),
            high: text("high"),
            low_reason: None,
            high_reason: None,
            points: points(numbers, tracks),
        },
        _ => Kind::Rank { top: 1 + numbers.byte(u64::from(count)), choices },
    };
    let (weight, optional) = (numbers.byte(4), numbers.one_in(4));
    Question {
        id: format!("q{place}"),
        prompt: text("Q"),
        topic: None,
        help: None,
        source: None,
        weight,
        optional,
        when,
        kind,
    }
}

fn is(numbers: &mut Numbers, questions: &[Question]) -> Condition {
    let ix = numbers.byte(questions.len() as u64);
    let question = &questions[usize::from(ix)];
    let matches = match question.kind {
        Kind::Scale { .. } => Matches::Steps(vec![i8::try_from(numbers.below(5)).unwrap() - 2]),
        _ => Matches::Choices(vec![ChoiceIx(numbers.byte(question.choices().len() as u64))]),
    };
    let is = Condition::Is(QuestionIx(ix), matches);
    if numbers.one_in(3) { Condition::Not(Box::new(is)) } else { is }
}

fn gate(numbers: &mut Numbers, questions: &[Question], tracks: usize) -> Gate {
    let track = TrackIx(numbers.byte(tracks as u64));
    let fits = match numbers.below(3) {
        0 => Condition::Leads(track),
        1 => Condition::Below(track, numbers.byte(101)),
        _ => Condition::AtLeast(track, numbers.byte(101)),
    };
    let when = match numbers.below(3) {
        0 => is(numbers, questions),
        1 => Condition::All(vec![is(numbers, questions), fits]),
        _ => Condition::Any(vec![Condition::All(vec![is(numbers, questions), is(numbers, questions)]), fits]),
    };
    Gate { when, outcome: OutcomeIx(u8::try_from(tracks).unwrap()) }
}

/// All legal answers to a question, by trying everything of its kind: slow, and not the way the core does it.
pub fn legal(question: &Question) -> Vec<Answer> {
    let count = question.choices().len();
    let choices: Vec<ChoiceIx> = ChoiceIx::all(count).collect();
    let every: Vec<Answer> = match question.kind {
        Kind::Single(_) => choices.iter().map(|choice| Answer::One(*choice)).collect(),
        Kind::Scale { .. } => Step::ALL.into_iter().map(Answer::Step).collect(),
        Kind::Multi { .. } => {
            let set = |bits: usize| choices.iter().copied().filter(|choice| bits >> choice.index() & 1 == 1).collect();
            let mut sets: Vec<Vec<ChoiceIx>> = (0..1usize << count).map(set).collect();
            sets.sort_by_key(|set| (set.len(), set.clone()));
            sets.into_iter().map(|set| Answer::Set(set.into_iter().collect())).collect()
        }
        Kind::Rank { top, .. } => orders(&choices, usize::from(top)).into_iter().map(Answer::Order).collect(),
    };
    every.into_iter().filter(|answer| question.accepts(answer)).collect()
}

fn orders(choices: &[ChoiceIx], top: usize) -> Vec<Vec<ChoiceIx>> {
    if top == 0 {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for shorter in orders(choices, top - 1) {
        for choice in choices.iter().filter(|choice| !shorter.contains(choice)) {
            all.push([shorter.as_slice(), &[*choice]].concat());
        }
    }
    all
}

/// Answers by name, as a program outside would give them.
pub fn complete(quiz: &Quiz, sheet: &[Option<Answer>], marks: &[usize]) -> Option<Finished> {
    let given = sheet
        .iter()
        .zip(&quiz.questions)
        .filter_map(|(answer, question)| Some((question.id.as_str(), question.raw(answer.as_ref()?))));
    let marks = marks.iter().map(|place| quiz.questions[*place].id.as_str());
    Some(Finished::of(quiz, raw_answer::read(quiz, given, marks).ok()?))
}

/// One sheet of answers to a quiz, some optional questions skipped, some answered ones marked.
pub fn sheet(quiz: &Quiz, seed: u64) -> Finished {
    let numbers = &mut Numbers(seed);
    let answers: Vec<Option<Answer>> = quiz
        .questions
        .iter()
        .map(|question| {
            let legal = legal(question);
            let nth = usize::try_from(numbers.below(legal.len() as u64)).unwrap();
            if question.optional && numbers.one_in(3) { None } else { Some(legal[nth].clone()) }
        })
        .collect();
    let answered: Vec<usize> = (0..answers.len()).filter(|place| answers[*place].is_some()).collect();
    let marks: Vec<usize> =
        answered.into_iter().filter(|_| numbers.one_in(3)).take(usize::from(quiz.max_marks)).collect();
    complete(quiz, &answers, &marks).expect("complete")
}

/// Every complete sheet of a quiz, none skipped, with one over its weight: how many sheets as likely there would be.
pub fn all_sheets(quiz: &Quiz) -> Vec<(Finished, u64)> {
    let lists: Vec<Vec<Answer>> = quiz.questions.iter().map(legal).collect();
    let mut sheets: Vec<Vec<Option<Answer>>> = vec![Vec::new()];
    for list in &lists {
        sheets = sheets
            .iter()
            .flat_map(|sheet| list.iter().map(|answer| [sheet.as_slice(), &[Some(answer.clone())]].concat()))
            .collect();
    }
    // Answers to hidden questions repeat a sheet once for each of them: exactly the weight that it has.
    sheets.iter().map(|sheet| (complete(quiz, sheet, &[]).expect("complete"), 1)).collect()
}
