//! What the model asks for, whatever comes when: a table, and what must always hold.

use proptest::prelude::*;
use which_track_quiz::check::{Source, check};
use which_track_quiz::share::{Disclosure, ShareUrls};
use which_track_quiz::words::native;
use which_track_quiz::{ChoiceIx, Msg, QuestionIx, Quiz, Session, Step, update};

use super::{Action, Copyable, Effects, Model, Renewal};
use crate::cut::ResultThere;
use crate::host::memory::Memory;
use crate::host::{Event, Slot, Slots, Target};
use crate::same::Same;

fn quiz() -> Same<Quiz> {
    let text = include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml");
    Same::new(check(Source { name: "tea-or-coffee.toml", text }, &[]).quizzes.remove(0))
}

/// A model that goes on with a saved session, on a site with share pages.
fn model(saved: &str) -> Model {
    let pages = ShareUrls { base: "https://quiz.example/".to_owned(), folder: String::new() };
    let host = if saved.is_empty() { Memory::default() } else { Memory::holding(saved) };
    let words = Same::new(native(&quiz()));
    let model = Model::new(quiz(), words, Some(pages), None, Some(ResultThere::known()), &host);
    assert!(saved.is_empty() || saved == model.session.save(&model.quiz), "{saved} does not resume as it is");
    model
}

fn event(event: &Event) -> String {
    match event {
        Event::Start => "start".to_owned(),
        Event::Step { index, total, question } => format!("step {index}/{total} {question}"),
        Event::Result { outcome, .. } => format!("result {outcome}"),
        Event::Share { channel } => format!("share {channel}"),
    }
}

/// What the last of some actions leads to, in lines: the session, and what there is of the rest.
fn led_to(saved: &str, actions: &[Action]) -> Vec<String> {
    let mut model = model(saved);
    let (mut effects, welcome) = (None, model.announced.notice.clone());
    for action in actions {
        effects = model.update(action.clone());
    }
    let Some(effects) = effects else { return vec!["nothing".to_owned()] };
    let focus = effects.focus.map(|focus| match focus {
        Target::Heading => "focus heading".to_owned(),
        Target::Control(name) => format!("focus {name}"),
    });
    let line = |name: &str, text: &str| (!text.is_empty()).then(|| format!("{name} {text}"));
    let stored =
        [Slot::Last, Slot::Disclosure].map(|slot| line(&format!("{slot:?}"), &model.stored(slot).unwrap_or_default()));
    let flags =
        [(effects.save, "save"), (effects.leave, "leave"), (effects.verdict, "verdict"), (effects.search, "search")];
    let flags: Vec<&str> = flags.into_iter().filter_map(|(set, name)| set.then_some(name)).collect();
    std::iter::once(model.session.save(&model.quiz))
        .chain(focus)
        .chain(line("says", &model.announced.status.text))
        .chain(line("shows", &model.announced.notice.text).filter(|_| model.announced.notice != welcome))
        .chain(effects.events.iter().map(event))
        .chain(line("asks to", &flags.join(", ")))
        .chain(stored.into_iter().flatten())
        .collect()
}

const DONE: &str = "1;@@result;morning=slow;moments=friends;ritual=1;values=calm,price";

#[test]
fn what_follows_from_an_action() {
    use Action::{Copied, Deleted, Disclosed, Printed, Saved, ServerTyped, SoughtSharing, Stored, StoredElsewhere};
    let [morning, moments, ritual, values] = [0, 1, 2, 3].map(QuestionIx);
    let choice = ChoiceIx;
    let told = |msg| vec![Action::Session(msg)];
    let cases: Vec<(&str, Vec<Action>, &[&str])> = vec![
        // Answers.
        ("", told(Msg::Chose(morning, choice(0))), &["1;@morning;morning=slow", "start", "asks to save"]),
        ("1;@morning;morning=slow", told(Msg::Chose(morning, choice(1))), &["1;@morning;morning=kick", "asks to save"]),
        ("1;@morning;morning=slow", told(Msg::Chose(morning, choice(0))), &["nothing"]),
        (
            "1;@ritual;morning=slow",
            told(Msg::Rated(ritual, Step::ALL[4])),
            &["1;@ritual;morning=slow;ritual=2", "asks to save"],
        ),
        ("1;@morning;morning=slow", told(Msg::Marked(morning)), &["1;@morning;morning*=slow", "asks to save"]),
        ("1;@morning;morning=slow", told(Msg::Rated(ritual, Step::ALL[4])), &["nothing"]),
        // On and back.
        ("", told(Msg::WentOn), &["1;@morning", "says Choose an answer to go on.", "asks to save"]),
        (
            "1;@morning;morning=slow",
            told(Msg::WentOn),
            &["1;@moments;morning=slow", "focus heading", "step 1/4 moments", "asks to save"],
        ),
        (
            "1;@moments;morning=slow",
            told(Msg::WentBack),
            &["1;@morning;morning=slow", "focus heading", "step 0/4 morning", "asks to save"],
        ),
        ("", told(Msg::WentBack), &["nothing"]),
        ("1;@morning;morning=slow", told(Msg::Skipped), &["nothing"]),
        (
            "1;@values;morning=slow;moments=never",
            told(Msg::Skipped),
            &["1;@@review;morning=slow;moments=never", "focus heading", "asks to save"],
        ),
        // A ranking: focus goes along, and everything is said.
        (
            "1;@values;morning=slow",
            told(Msg::Chose(values, choice(0))),
            &["1;@values;morning=slow;values=calm", "focus place-1", "says Calm: place 1 of 2", "asks to save"],
        ),
        (
            "1;@values;morning=slow;values=calm",
            told(Msg::Chose(values, choice(1))),
            &["1;@values;morning=slow;values=calm,speed", "focus up-1", "says Speed: place 2 of 2", "asks to save"],
        ),
        (
            "1;@values;morning=slow;values=calm,speed",
            told(Msg::Chose(values, choice(2))),
            &["1;@values;morning=slow;values=calm,speed", "says All 2 places are taken. Remove one first."],
        ),
        (
            "1;@values;morning=slow;values=calm,speed",
            told(Msg::Moved(values, choice(1), 0)),
            &["1;@values;morning=slow;values=speed,calm", "focus up-1", "says Speed: place 1 of 2", "asks to save"],
        ),
        (
            "1;@values;morning=slow;values=calm,speed",
            told(Msg::Moved(values, choice(0), 1)),
            &["1;@values;morning=slow;values=speed,calm", "focus down-0", "says Calm: place 2 of 2", "asks to save"],
        ),
        (
            "1;@values;morning=slow;values=calm,speed",
            told(Msg::Chose(values, choice(0))),
            &["1;@values;morning=slow;values=speed", "focus place-0", "says Calm: removed", "asks to save"],
        ),
        // The verdict.
        (
            "1;@@review;morning=slow;moments=friends;ritual=1;values=calm,price",
            told(Msg::Finished),
            &[DONE, "focus heading", "result tea", "asks to save, verdict"],
        ),
        (
            DONE,
            told(Msg::Reviewed),
            &["1;@@review;morning=slow;moments=friends;ritual=1;values=calm,price", "focus heading", "asks to save"],
        ),
        (
            DONE,
            told(Msg::Reopened(moments)),
            &[
                "1;@+moments;morning=slow;moments=friends;ritual=1;values=calm,price",
                "focus heading",
                "step 1/4 moments",
                "asks to save",
            ],
        ),
        (DONE, told(Msg::Finished), &["nothing"]),
        (DONE, vec![Action::Painted], &[DONE, "asks to search"]),
        (
            DONE,
            told(Msg::Restarted),
            &[
                "1;@morning",
                "focus heading",
                "shows You have started over. Undo brings your answers back.",
                "step 0/4 morning",
                "asks to save",
                "Last C2rbCk2E",
            ],
        ),
        (
            DONE,
            vec![Action::Session(Msg::Restarted), Action::Session(Msg::Unrestarted)],
            &[DONE, "focus heading", "result tea", "asks to save, verdict"],
        ),
        // Sharing.
        (
            DONE,
            vec![Disclosed(Disclosure::Answers)],
            &[
                DONE,
                "says The link shows “You are a tea person”, the percentages, and every answer that you gave.",
                "asks to save",
                "Disclosure 2",
            ],
        ),
        (
            DONE,
            vec![Copied(Copyable::Link, true)],
            &[DONE, "says Copied. Now paste it into a message or a post.", "share copy"],
        ),
        (
            DONE,
            vec![Copied(Copyable::Invitation, false)],
            &[
                DONE,
                "focus invitation",
                "says This does not work here. The link is selected, so you can copy it yourself.",
            ],
        ),
        (DONE, vec![Saved(false)], &[DONE, "says This browser won’t let us save the picture."]),
        (DONE, vec![ServerTyped("m".to_owned())], &[DONE]),
        // What the host does by itself, and what only the screen shows.
        (DONE, vec![SoughtSharing], &["nothing"]),
        (DONE, vec![Printed], &["nothing"]),
        (DONE, vec![StoredElsewhere], &["nothing"]),
        (DONE, vec![Stored], &[DONE]),
        (
            DONE,
            vec![Deleted],
            &[
                "1;@morning",
                "focus heading",
                "shows Deleted. This browser keeps nothing of this quiz anymore.",
                "asks to save",
            ],
        ),
    ];
    let mut wrong = Vec::new();
    for (saved, actions, expected) in cases {
        let found = led_to(saved, &actions);
        if found != expected {
            wrong.push(format!("({saved:?}, {actions:?})\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn two_actions_before_anything_is_done_lose_nothing() {
    let mut model = model("");
    let mut effects = Effects::default();
    for msg in [Msg::Chose(QuestionIx(0), ChoiceIx(0)), Msg::WentOn] {
        effects.extend(model.update(Action::Session(msg)).expect("a change"));
    }
    let step = Event::Step { index: 1, total: 4, question: "moments".to_owned() };
    assert_eq!(
        effects,
        Effects { focus: Some(Target::Heading), events: vec![Event::Start, step], save: true, ..Effects::default() }
    );
}

#[test]
fn what_changes_nothing_asks_for_nothing_and_leaves_what_was_said() {
    let mut model = model("");
    assert!(model.update(Action::Session(Msg::WentOn)).is_some(), "a nudge");
    let announced = model.announced.status.clone();
    assert!(!announced.is_empty());
    assert_eq!(model.update(Action::Session(Msg::WentBack)), None);
    assert_eq!(model.announced.status, announced);
}

/// What another tab has left, and what the reader did here without having seen it.
#[test]
fn the_answers_of_another_tab_go_first() {
    let renewed = |stored: Slots, then: Msg| {
        let renewal = Renewal { stored, focused: true, then: Some(Action::Session(then)) };
        led_to("1;@morning;morning=slow", &[Action::Renewed(Box::new(renewal))])
    };
    let other = [Some("1;@moments;morning=kick".to_owned()), None, None];
    let same = [Some("1;@morning;morning=slow".to_owned()), None, None];
    let changed = "shows Your answers were changed in another tab. This is where they stand now.";
    assert_eq!(renewed(other.clone(), Msg::WentOn), ["1;@moments;morning=kick", "focus heading", changed]);
    let chose = Msg::Chose(QuestionIx(1), ChoiceIx(0));
    assert_eq!(
        renewed(other, chose),
        ["1;@moments;morning=kick;moments=work", "focus heading", changed, "asks to save"]
    );
    assert_eq!(
        renewed(same, Msg::WentOn),
        ["1;@moments;morning=slow", "focus heading", "step 1/4 moments", "asks to save"]
    );
    let deleted = "shows Your answers were deleted in another tab.";
    assert_eq!(renewed(Slots::default(), Msg::WentOn), ["1;@morning", "focus heading", deleted]);
}

fn any_msg() -> impl Strategy<Value = Msg> {
    let question = || (0..5u8).prop_map(QuestionIx);
    let choice = || (0..4u8).prop_map(ChoiceIx);
    prop_oneof![
        (question(), choice()).prop_map(|(question, choice)| Msg::Chose(question, choice)),
        (question(), 0..5usize).prop_map(|(question, step)| Msg::Rated(question, Step::ALL[step])),
        (question(), choice(), 0..4usize).prop_map(|(question, choice, to)| Msg::Moved(question, choice, to)),
        question().prop_map(Msg::Marked),
        Just(Msg::WentOn),
        Just(Msg::Skipped),
        Just(Msg::WentBack),
        Just(Msg::Reviewed),
        Just(Msg::Finished),
        Just(Msg::Restarted),
        Just(Msg::Unrestarted),
    ]
}

proptest! {
    /// The screen that is drawn, what is kept, and the session tell the same story after any actions.
    #[test]
    fn what_is_kept_comes_back(msgs in prop::collection::vec(any_msg(), 0..40)) {
        let mut model = model("");
        for msg in msgs {
            let before = model.session.clone();
            let effects = model.update(Action::Session(msg.clone()));
            prop_assert_eq!(&model.session, &update(&model.quiz, &before, msg));
            let effects = effects.unwrap_or_default();
            prop_assert!(model.session == before || effects.save, "what has changed is kept");
            prop_assert_eq!(effects.verdict, model.finished().is_some() && model.session != before);
            let Some(stored) = model.stored(Slot::Progress) else { continue };
            let back = Session::resume(&model.quiz, &stored).expect("it resumes");
            prop_assert_eq!(back.answers(), model.session.answers());
            prop_assert_eq!(back.question(), model.session.question());
        }
    }
}
