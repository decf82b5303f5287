//! Two results side by side: the reader's and a friend's, or the reader's and the one before it.

use which_track_quiz::words::{Phrase, Words};
use which_track_quiz::{Answer, Finished, QuestionIx, Quiz, Track};
use yew::prelude::*;

use crate::widget::link::Friend;
use crate::widget::parts::bars::bar;
use crate::widget::parts::fold::fold;
use crate::widget::parts::heading::heading;
use crate::widget::parts::text::say;
use crate::widget::result::view::View;
use crate::widget::review::in_words;

/// Who is compared with whom, in words.
pub struct Names {
    pub heading: Phrase,
    /// The reader, now.
    pub here: Phrase,
    /// The other one.
    pub there: Phrase,
    /// Both, where they have the same outcome.
    pub same: fn(&Words, &str) -> Phrase,
}

impl Names {
    /// The reader and a friend.
    pub fn friend(words: &Words) -> Self {
        Self { heading: words.compare(), here: words.you(), there: words.friend(), same: Words::same_as_friend }
    }

    /// The reader now and before the last new start.
    pub fn last(words: &Words) -> Self {
        Self { heading: words.since_last(), here: words.now(), there: words.last_time(), same: Words::same_as_last }
    }
}

/// Outcomes, fits, and every answer that both gave; as much of it as the other one told.
pub fn comparison(view: &View, names: &Names, other: &Friend) -> Html {
    let View { quiz, finished, level, .. } = view;
    let title = |quiz: &Quiz, outcome| quiz.outcome(outcome).title.clone();
    let mine = title(quiz, finished.outcome());
    let theirs = title(&other.quiz, other.shared.outcome());
    html! {
        <section class="compare">
            { heading(*level, "section", say(names.heading.clone())) }
            if mine == theirs {
                <p>{ say((names.same)(view.words, &mine)) }</p>
            } else {
                { pair(names, mine.as_str().into(), theirs.as_str().into()) }
            }
            { fits(view, names, other) }
            { answers(view, names, other) }
        </section>
    }
}

/// What one said, and what the other one did.
fn pair(names: &Names, here: Phrase, there: Phrase) -> Html {
    html! {
        <dl class="pair">
            <dt>{ say(names.here.clone()) }</dt><dd>{ say(here) }</dd>
            <dt>{ say(names.there.clone()) }</dt><dd>{ say(there) }</dd>
        </dl>
    }
}

/// For each track that both quizzes have, two bars, those first that fit the reader best.
fn fits(view: &View, names: &Names, other: &Friend) -> Html {
    let (quiz, words) = (view.quiz, view.words);
    let theirs = other.shared.percents();
    if theirs.is_empty() {
        return Html::default();
    }
    let there = |track: &Track| other.quiz.tracks.iter().zip(&theirs).find(|(known, _)| known.id == track.id);
    let rows = quiz.best_first(&view.finished.percents()).into_iter().filter_map(|(track, percent)| {
        let (_, there) = there(track)?;
        Some(html! {
            <li>
                <p class="label">{ &track.label }</p>
                <p class="row">{ say(names.here.clone()) }{ bar(words, percent) }</p>
                <p class="row there">{ say(names.there.clone()) }{ bar(words, *there) }</p>
            </li>
        })
    });
    html! { <ul class="pairs">{ for rows }</ul> }
}

/// A question with what the two answered to it.
type Asked<'a> = (QuestionIx, Option<&'a Answer>, Option<&'a Answer>);

/// How often the two agree; where they differ and where they do not, folded. Questions that neither was asked are left
/// out.
fn answers(view: &View, names: &Names, other: &Friend) -> Html {
    let View { quiz, finished, words, .. } = view;
    let Some(theirs) = other.shared.finished().map(Finished::answers) else {
        return html! { <p class="help">{ say(words.answers_not_told()) }</p> };
    };
    if quiz.edition() != other.quiz.edition() {
        return html! { <p class="help">{ say(words.other_edition()) }</p> };
    }
    let both = quiz.indexes().map(|ix| (ix, finished.answers().answer(ix), theirs.answer(ix)));
    let asked = both.filter(|(_, here, there)| here.is_some() || there.is_some());
    let (same, different): (Vec<Asked>, Vec<Asked>) = asked.partition(|(_, here, there)| here == there);
    html! {
        <>
            <p>{ say(words.agreed(same.len(), same.len() + different.len())) }</p>
            <div class="folds">
                { folded(view, names, words.other_answers(), &different) }
                { folded(view, names, words.same_answers(), &same) }
            </div>
        </>
    }
}

fn folded(view: &View, names: &Names, summary: Phrase, asked: &[Asked]) -> Html {
    if asked.is_empty() {
        return Html::default();
    }
    fold(summary, html! { <ol class="answers">{ for asked.iter().map(|asked| row(view, names, asked)) }</ol> })
}

fn row(view: &View, names: &Names, (ix, here, there): &Asked) -> Html {
    let question = view.quiz.question(*ix);
    let phrase = |answer: Option<&Answer>| {
        answer.map_or_else(|| view.words.no_answer(), |answer| in_words(question, view.words, answer))
    };
    let answers = match here == there {
        true => html! { <p class="given">{ say(phrase(*here)) }</p> },
        false => pair(names, phrase(*here), phrase(*there)),
    };
    html! { <li><p class="asked">{ &question.prompt }</p>{ answers }</li> }
}
