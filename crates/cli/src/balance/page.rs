//! The balance as a page: one file without scripts, in light and dark and on paper. Every chart is a table with bars.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use which_track_quiz::OutcomeIx;
use which_track_quiz::balance::{Answered, Habit, IdleOption, LEANING, Share};
use which_track_quiz::language::direction;

use super::judgment::Judgment;
use super::{matrix, words};
use crate::percent::{change, percent, short};

const STYLE: &str = include_str!("page.css");

/// The whole page.
pub fn page(judgment: &Judgment<'_>) -> String {
    let quiz = judgment.quiz;
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { "Balance of “" (quiz.title) "”" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    header {
                        p.kicker { "Balance of a quiz" }
                        h1 lang=(quiz.lang) dir=(direction(&quiz.lang)) { (quiz.title) }
                        p.facts {
                            (quiz.questions.len()) " questions, " (quiz.tracks.len()) " tracks, "
                            (quiz.outcomes.len()) " outcomes. Edition " code { (quiz.edition().to_string()) } "."
                        }
                        (verdict(judgment))
                    }
                    (outcomes(judgment))
                    (questions(judgment))
                    (habits(judgment))
                    (leaning(judgment))
                    (options(judgment))
                    (matrix::matrix(judgment))
                    footer { p { "Made by " code { "which-track balance" } ". All figures speak of possible answer sheets, never of people." } }
                }
            }
        }
    };
    page.into_string()
}

/// What there is to do, if anything.
fn verdict(judgment: &Judgment<'_>) -> Markup {
    let failures = judgment.failures();
    let unreached = judgment.balance.unreached();
    html! {
        @if !failures.is_empty() {
            div.verdict.bad {
                p { strong { "Out of range:" } }
                ul { @for failure in &failures { li { (marked(failure)) } } }
            }
        } @else if !unreached.is_empty() {
            p.verdict.bad { strong { "Nobody gets to " (unreached.len()) " of the outcomes." } }
        } @else if let Some(bounds) = judgment.bounds {
            p.verdict { "All outcomes are in the range from " (short(bounds.min)) "% to " (short(bounds.max)) "%." }
        }
    }
}

/// A sentence whose ids are in backticks.
fn marked(sentence: &str) -> Markup {
    html! {
        @for (place, part) in sentence.split('`').enumerate() {
            @if place % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

/// A section under its heading.
fn section(title: &str, about: &Markup, body: &Markup) -> Markup {
    html! { section { h2 { (title) } p { (about) } (body) } }
}

/// How far bars reach, in hundredths of a percent: to the next ten percent above the largest.
fn reach(shares: &[&Share], least: u32) -> u32 {
    shares.iter().map(|share| share.hundredths()).max().unwrap_or(0).max(least).div_ceil(1_000).max(1) * 1_000
}

/// A bar for a share, with lines where bounds are.
fn bar(share: &Share, reach: u32, lines: &[u32]) -> Markup {
    let width = |hundredths: u32| format!("{}%", percent((hundredths * 100).div_ceil(reach) * 100));
    let places = lines.iter().filter(|line| (1..reach).contains(*line));
    html! {
        td.bar {
            svg aria-hidden="true" focusable="false" width="100%" height="16" {
                rect.track width="100%" height="16" rx="2" {}
                rect.share width=(width(share.hundredths())) height="16" rx="2" {}
                @for line in places { line.bound x1=(width(*line)) x2=(width(*line)) y1="0" y2="16" {} }
            }
        }
    }
}

fn outcomes(judgment: &Judgment<'_>) -> Markup {
    let lines: Vec<u32> = judgment.bounds.map(|bounds| vec![bounds.min, bounds.max]).unwrap_or_default();
    let reach = reach(&judgment.balance.outcomes.iter().collect::<Vec<_>>(), 0);
    let about = html! { (words::method(judgment)) ". Bars reach to " (short(reach)) "%." };
    let row = |(ix, share): (OutcomeIx, &Share)| {
        html! {
            tr.missed[!judgment.note(ix).is_empty()] {
                th scope="row" {
                    code { (judgment.quiz.outcome(ix).id) }
                    @if !judgment.note(ix).is_empty() { " " span.note { (judgment.note(ix)) } }
                }
                (bar(share, reach, &lines))
                td.number { (percent(share.hundredths())) "%" }
            }
        }
    };
    let body = html! {
        table {
            thead { tr { th scope="col" { "Outcome" } td {} th.number scope="col" { "Share" } } }
            tbody { @for outcome in judgment.outcomes() { (row(outcome)) } }
        }
        p { (words::ties(judgment)) }
    };
    section("How likely each outcome is", &about, &body)
}

fn questions(judgment: &Judgment<'_>) -> Markup {
    let influence = &judgment.details.influence;
    let reach = reach(&influence.questions.iter().collect::<Vec<_>>(), 0);
    let about = html! {
        "How often another answer to one question alone, drawn at random, changes the outcome. "
        (influence.drawn) " sheets were drawn. Bars reach to " (short(reach)) "%."
    };
    let idle = |place: usize| judgment.balance.idle.iter().any(|ix| ix.index() == place);
    let body = html! {
        table {
            thead { tr { th scope="col" { "Question" } td {} th.number scope="col" { "Decides" } } }
            tbody {
                @for (place, (question, share)) in judgment.quiz.questions.iter().zip(&influence.questions).enumerate() {
                    tr.missed[idle(place)] {
                        th scope="row" {
                            code { (question.id) }
                            @if idle(place) { " " span.note { "decides nothing" } }
                        }
                        (bar(share, reach, &[]))
                        td.number { (percent(share.hundredths())) "%" }
                    }
                }
            }
        }
    };
    section("How much each question decides", &about, &body)
}

fn habits(judgment: &Judgment<'_>) -> Markup {
    let about = html! { "What comes out where somebody answers without reading. Several outcomes here are a good sign; the same one throughout says that the order of options decides." };
    let quiz = judgment.quiz;
    let row = |answered: &Answered| {
        html! {
            tr {
                th scope="row" { (words::habit(quiz, answered.habit)) }
                td { code { (quiz.outcome(answered.finished.outcome()).id) } }
                td { (words::leaders(quiz, answered)) }
            }
        }
    };
    let body = html! {
        table.words {
            thead { tr { th scope="col" { "Chosen" } th scope="col" { "Outcome" } th scope="col" { "Best fits" } } }
            tbody { @for answered in &judgment.details.habits { (row(answered)) } }
        }
        p { "Random answers fit, on average: " (average(judgment)) "." }
    };
    section("Answering without reading", &about, &body)
}

/// How well random answers fit each track.
fn average(judgment: &Judgment<'_>) -> String {
    let fits = judgment.quiz.tracks.iter().zip(&judgment.details.influence.fits);
    fits.map(|(track, fit)| format!("{} {}%", track.id, percent(fit.hundredths()))).collect::<Vec<_>>().join(", ")
}

fn leaning(judgment: &Judgment<'_>) -> Markup {
    let leaning = &judgment.details.leaning;
    let about = html! {
        "Shares among readers who choose the first option, or the last, at every second question or so, and answer the "
        "others in any way (" (LEANING) " sheets drawn for each). What changes much depends on where options stand."
    };
    let side = |habit: &Habit| if *habit == Habit::Last { "Lean to the last" } else { "Lean to the first" };
    let body = html! {
        table.figures {
            thead {
                tr {
                    th scope="col" { "Outcome" }
                    th.number scope="col" { "Any answers" }
                    @for (habit, _) in leaning { th.number scope="col" { (side(habit)) } }
                }
            }
            tbody {
                @for (ix, share) in judgment.outcomes() {
                    tr {
                        th scope="row" { code { (judgment.quiz.outcome(ix).id) } }
                        td.number { (percent(share.hundredths())) "%" }
                        @for (_, shares) in leaning {
                            td.number {
                                (percent(shares[ix.index()].hundredths())) "% "
                                span.change { "(" (change(share, &shares[ix.index()])) ")" }
                            }
                        }
                    }
                }
            }
        }
    };
    section("Where options stand", &about, &body)
}

fn options(judgment: &Judgment<'_>) -> Markup {
    let row = |option: &IdleOption| {
        let question = judgment.quiz.question(option.question);
        html! {
            tr {
                th scope="row" { code { (question.id) } }
                td { code { (question.choices()[option.choice.index()].id) } }
                td { (marked(&words::why(judgment.quiz, option))) }
            }
        }
    };
    let options = &judgment.details.options;
    let about = html! {
        @if options.is_empty() { "There are none." }
        @else { "These may be meant so, as an option for readers to whom no other applies." }
    };
    let body = html! {
        @if !options.is_empty() {
            table.words {
                thead { tr { th scope="col" { "Question" } th scope="col" { "Option" } th scope="col" { "Why" } } }
                tbody { @for option in options { (row(option)) } }
            }
        }
    };
    section("Options that nobody gains by", &about, &body)
}
