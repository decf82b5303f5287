//! Whether parts are within every limit and refer to what is there. They may come from anybody, so that the size of a
//! list is looked at before what is in it.

use crate::OutcomeIx;
use crate::card::{fits_label, fits_quiz_title, fits_title};
use crate::limits::{self, COMPARE, is_id, is_link, is_text};
use crate::quiz::{Condition, Kind, Matches, Outcome, Question, QuestionIx, QuizData, Source};
use crate::words::Texts;

type Validity = Result<(), &'static str>;

fn ensure(holds: bool, what: &'static str) -> Validity {
    if holds { Ok(()) } else { Err(what) }
}

/// Whether no id is there twice. There are never many.
fn distinct<'a>(ids: impl Iterator<Item = &'a String> + Clone) -> bool {
    ids.clone().enumerate().all(|(place, id)| !ids.clone().take(place).any(|earlier| earlier == id))
}

/// The first thing that is not as it must be in what the questions need.
pub(super) fn valid_asked(data: &QuizData) -> Validity {
    sizes(data)?;
    ensure(data.margin <= limits::HUNDRED && data.max_marks <= limits::HUNDRED, "margin or marks")?;
    ensure(data.minutes.is_none_or(|minutes| limits::MINUTES.contains(&minutes)), "minutes")?;
    ensure(limits::is_language_tag(&data.lang), "a language tag")?;
    head(data)?;
    data.words.as_ref().map_or(Ok(()), words)?;
    let mut room = limits::PARTS;
    for ix in QuestionIx::all(data.questions.len()) {
        question(data, ix, &mut room)?;
    }
    ensure(distinct(data.questions.iter().map(|question| &question.id)), "two questions with one id")?;
    for outcome in &data.outcomes {
        id(&outcome.id)?;
        ensure(outcome.id != COMPARE, "an outcome with the name of invitations")?;
    }
    for gate in &data.gates {
        decides_on(data, &[gate.outcome])?;
        condition(data, &gate.when, Scope::All, 0, &mut room)?;
    }
    Ok(())
}

/// The first thing that is not as it must be in what only a result says, of a quiz of which the questions have what they
/// need.
pub(super) fn valid_rest(data: &QuizData) -> Validity {
    rest_sizes(data)?;
    ensure(data.gaps.iter().all(|gap| gap.1 > 0), "a gap")?;
    fits(fits_quiz_title(&data.title))?;
    data.tracks.iter().try_for_each(|track| fits(fits_label(&track.label)))?;
    if let Some(article) = &data.article {
        short(&article.title)?;
        long(article.note.as_ref())?;
        link(article.url.as_ref())?;
    }
    data.questions.iter().try_for_each(reasons)?;
    data.outcomes.iter().try_for_each(outcome)?;
    data.words.as_ref().map_or(Ok(()), words)?;
    names_and_texts(data)
}

/// Whether all lists of what the questions need are as long as they may be.
fn sizes(data: &QuizData) -> Validity {
    ensure(limits::TRACKS.contains(&data.tracks.len()), "number of tracks")?;
    ensure(limits::QUESTIONS.contains(&data.questions.len()), "number of questions")?;
    ensure(data.outcomes.len() <= limits::OUTCOMES, "number of outcomes")?;
    ensure(data.gates.len() <= limits::GATES, "number of gates")
}

/// Whether all lists of what only a result says are.
fn rest_sizes(data: &QuizData) -> Validity {
    ensure(data.advice.len() <= limits::ADVICE, "number of advice")?;
    ensure(data.claims.len() <= limits::CLAIMS, "number of claims")?;
    ensure(data.gaps.len() <= limits::GAPS, "number of gaps")
}

fn id(id: &str) -> Validity {
    ensure(is_id(id), "an id")
}

/// A title, label or topic.
fn short(text: &str) -> Validity {
    text_of(text, limits::SHORT)
}

/// Any other text, where it is there.
fn long(text: Option<&String>) -> Validity {
    text.map_or(Ok(()), |text| text_of(text, limits::LONG))
}

fn text_of(text: &str, most: usize) -> Validity {
    #[cfg(feature = "author")]
    plain(text, most > limits::SHORT)?;
    ensure(is_text(text, most), "a text that is empty or too long")
}

/// Whether a text has no character that none may have. Only where quizzes are made: a browser shows such characters
/// without harm, and looking for them would cost every reader 150 bytes.
#[cfg(feature = "author")]
fn plain(text: &str, several_lines: bool) -> Validity {
    ensure(limits::foreign(text, several_lines).is_none(), "a character that no text may have")
}

fn link(url: Option<&String>) -> Validity {
    long(url).and(ensure(url.is_none_or(|url| is_link(url)), "a link that is not https"))
}

fn source(source: Option<&Source>) -> Validity {
    source.map_or(Ok(()), |source| short(&source.label).and(link(source.url.as_ref())))
}

fn fits(fits: bool) -> Validity {
    ensure(fits, "a title or label that does not fit on the card")
}

/// Whether the words of the interface are in some language and no longer than texts may be. Which there are was looked at
/// before.
fn words(words: &Texts) -> Validity {
    ensure(limits::is_language_tag(&words.lang), "a language tag")?;
    let fits = words.texts.iter().flatten().all(|text| limits::is_within(text, limits::LONG));
    #[cfg(feature = "author")]
    words.texts.iter().flatten().try_for_each(|text| plain(text, true))?;
    ensure(fits, "a text that is too long")
}

fn head(data: &QuizData) -> Validity {
    id(&data.id)?;
    short(&data.title)?;
    long(Some(&data.description))?;
    long(data.notice.as_ref())?;
    for track in &data.tracks {
        id(&track.id)?;
        short(&track.label)?;
        ensure(data.outcomes.iter().any(|outcome| outcome.id == track.id), "a track without an outcome")?;
    }
    Ok(())
}

/// What the answers to a question say of the reader.
fn reasons(question: &Question) -> Validity {
    if let Kind::Scale { low_reason, high_reason, .. } = &question.kind {
        long(low_reason.as_ref()).and(long(high_reason.as_ref()))?;
    }
    question.choices().iter().try_for_each(|choice| long(choice.reason.as_ref()))
}

fn outcome(outcome: &Outcome) -> Validity {
    short(&outcome.title)?;
    fits(fits_title(&outcome.title))?;
    long(Some(&outcome.summary))?;
    outcome.action.as_ref().map_or(Ok(()), |action| short(&action.label).and(link(Some(&action.url))))
}

fn question(data: &QuizData, ix: QuestionIx, room: &mut usize) -> Validity {
    let question = &data.questions[ix.index()];
    id(&question.id)?;
    long(Some(&question.prompt))?;
    question.topic.as_ref().map_or(Ok(()), |topic| short(topic))?;
    long(question.help.as_ref())?;
    source(question.source.as_ref())?;
    ensure(question.weight <= limits::HUNDRED, "a weight")?;
    if let Some(when) = &question.when {
        condition(data, when, Scope::Before(ix), 0, room)?;
    }
    answers(question, data.tracks.len())
}

/// Whether what there is to answer is sound.
fn answers(question: &Question, tracks: usize) -> Validity {
    let row = |points: &Vec<i16>| {
        ensure(points.len() == tracks && points.iter().all(|points| limits::POINTS.contains(points)), "points")
    };
    let count = question.choices().len();
    let in_range = match &question.kind {
        Kind::Scale { points, low, high, .. } => {
            long(Some(low)).and(long(Some(high)))?;
            return row(points);
        }
        Kind::Single(_) => true,
        Kind::Multi { min, max, .. } => min <= max && (1..=count).contains(&usize::from(*max)),
        Kind::Rank { top, .. } => (1..=count).contains(&usize::from(*top)),
    };
    ensure(limits::OPTIONS.contains(&count) && in_range, "number of choices")?;
    for choice in question.choices() {
        id(&choice.id)?;
        short(&choice.label)?;
        row(&choice.points)?;
    }
    ensure(distinct(question.choices().iter().map(|choice| &choice.id)), "two choices with one id")?;
    ensure(crate::legal::count(question) <= limits::LEGAL, "number of legal answers")
}

/// Advice and claims.
fn names_and_texts(data: &QuizData) -> Validity {
    let visible = |when: &Option<Condition>| {
        when.as_ref().map_or(Ok(()), |when| condition(data, when, Scope::All, 0, &mut limits::ENTRIES.clone()))
    };
    for advice in &data.advice {
        id(&advice.id)?;
        short(&advice.title)?;
        long(Some(&advice.text))?;
        long(advice.instead.as_ref())?;
        source(advice.source.as_ref())?;
        decides_on(data, &advice.outcomes)?;
        visible(&advice.when).and(visible(&advice.first))?;
    }
    for claim in &data.claims {
        id(&claim.id)?;
        long(Some(&claim.text))?;
        source(claim.source.as_ref())?;
        decides_on(data, &claim.outcomes)?;
        visible(&claim.when)?;
    }
    Ok(())
}

fn decides_on(data: &QuizData, outcomes: &[OutcomeIx]) -> Validity {
    let there = |ix: &OutcomeIx| ix.index() < data.outcomes.len();
    ensure(outcomes.len() <= limits::LIST && outcomes.iter().all(there), "outcomes that are not there, or too many")
}

/// Which questions a condition may name, and whether it may speak of fits.
#[derive(Clone, Copy)]
enum Scope {
    Before(QuestionIx),
    All,
}

/// Whether a condition that stands so deep is sound, and takes no more parts than there is room for.
fn condition(data: &QuizData, when: &Condition, scope: Scope, depth: usize, room: &mut usize) -> Validity {
    let takes = when.own_parts();
    let left = room.checked_sub(takes).filter(|_| depth < limits::DEPTH && takes <= limits::LIST + 1);
    *room = left.ok_or("a condition that is too long or too deep")?;
    let fits = matches!(scope, Scope::All);
    match when {
        Condition::Is(question, looked_for) => matches(data, *question, looked_for, scope),
        Condition::Leads(track) => ensure(fits && track.index() < data.tracks.len(), "a condition on a track"),
        Condition::Below(track, percent) | Condition::AtLeast(track, percent) => {
            ensure(fits && track.index() < data.tracks.len() && *percent <= limits::HUNDRED, "a condition on a fit")
        }
        Condition::All(inner) | Condition::Any(inner) => {
            ensure((1..=limits::LIST).contains(&inner.len()), "a condition that is too long or too deep")?;
            inner.iter().try_for_each(|inner| condition(data, inner, scope, depth + 1, room))
        }
        Condition::Not(inner) => condition(data, inner, scope, depth + 1, room),
    }
}

fn matches(data: &QuizData, ix: QuestionIx, matches: &Matches, scope: Scope) -> Validity {
    ensure(!matches!(scope, Scope::Before(limit) if ix >= limit), "a condition on a later question")?;
    let question = data.questions.get(ix.index()).ok_or("a condition on no question")?;
    let scale = matches!(question.kind, Kind::Scale { .. });
    ensure(
        match matches {
            Matches::Choices(choices) => {
                !scale && !choices.is_empty() && choices.iter().all(|choice| choice.index() < question.choices().len())
            }
            Matches::Steps(steps) => {
                scale && !steps.is_empty() && steps.iter().all(|step| limits::STEPS.contains(step))
            }
        },
        "a condition on no answer",
    )
}
