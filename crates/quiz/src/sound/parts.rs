//! Whether parts are within every limit and refer to what is there. They may come from anybody, so that the size of a
//! list is looked at before what is in it.

use crate::limits::{self, is_id, is_link, is_text};
use crate::quiz::{Condition, Kind, Matches, Parts, QuestionIx, Source};
use crate::share::COMPARE;
use crate::{OutcomeIx, card, legal};

type Soundness = Result<(), &'static str>;

fn ensure(holds: bool, what: &'static str) -> Soundness {
    if holds { Ok(()) } else { Err(what) }
}

/// Whether no id is there twice. There are never many.
fn distinct<'a>(ids: impl Iterator<Item = &'a String> + Clone) -> bool {
    ids.clone().enumerate().all(|(place, id)| !ids.clone().take(place).any(|earlier| earlier == id))
}

/// The first thing that is not as it must be.
pub(super) fn sound(parts: &Parts) -> Soundness {
    sizes(parts)?;
    ensure(parts.margin <= limits::HUNDRED && parts.max_marks <= limits::HUNDRED, "margin or marks")?;
    ensure(parts.minutes.is_none_or(|minutes| limits::MINUTES.contains(&minutes)), "minutes")?;
    ensure(parts.gaps.iter().all(|gap| gap.1 > 0), "a gap")?;
    ensure(limits::is_language_tag(&parts.lang), "a language tag")?;
    ensure(ids(parts).all(|id| is_id(id)), "an id")?;
    ensure(texts(parts).iter().all(|(text, most)| is_text(text, *most)), "a text that is empty or too long")?;
    ensure(card_fits(parts), "a title or label that does not fit on the card")?;
    ensure(links(parts).all(|url| is_link(url)), "a link that is not https")?;
    ensure(!parts.outcomes.iter().any(|outcome| outcome.id == COMPARE), "an outcome with the name of invitations")?;
    let has_outcome = |id: &String| parts.outcomes.iter().any(|outcome| outcome.id == *id);
    ensure(parts.tracks.iter().all(|track| has_outcome(&track.id)), "a track without an outcome")?;
    ensure(distinct(parts.questions.iter().map(|question| &question.id)), "two questions with one id")?;
    QuestionIx::all(parts.questions.len()).try_for_each(|ix| question(parts, ix))?;
    endings(parts)
}

/// Whether all lists are as long as they may be.
fn sizes(parts: &Parts) -> Soundness {
    ensure(limits::TRACKS.contains(&parts.tracks.len()), "number of tracks")?;
    ensure(limits::QUESTIONS.contains(&parts.questions.len()), "number of questions")?;
    ensure(parts.outcomes.len() <= limits::OUTCOMES, "number of outcomes")?;
    ensure(parts.gates.len() <= limits::GATES, "number of gates")?;
    ensure(parts.advice.len() <= limits::ADVICE, "number of advice")?;
    ensure(parts.claims.len() <= limits::CLAIMS, "number of claims")?;
    ensure(parts.gaps.len() <= limits::GAPS, "number of gaps")?;
    ensure(
        parts.questions.iter().all(|question| question.choices().len() <= *limits::OPTIONS.end()),
        "number of choices",
    )?;
    let lists =
        parts.advice.iter().map(|advice| &advice.outcomes).chain(parts.claims.iter().map(|claim| &claim.outcomes));
    ensure(lists.into_iter().all(|outcomes| outcomes.len() <= limits::LIST), "number of outcomes that show something")?;
    let deciding = parts.deciding().try_fold(limits::PARTS, |room, condition| condition.within(room, 0));
    let others = parts.telling().all(|condition| condition.within(limits::ENTRIES, 0).is_some());
    ensure(deciding.is_some() && others, "a condition that is too long or too deep")
}

/// All ids, many of which stand in addresses, in saved progress or in links.
fn ids(parts: &Parts) -> impl Iterator<Item = &String> {
    let questions = parts.questions.iter();
    let choices = questions.clone().flat_map(|question| question.choices().iter().map(|choice| &choice.id));
    std::iter::once(&parts.id)
        .chain(parts.tracks.iter().map(|track| &track.id))
        .chain(parts.outcomes.iter().map(|outcome| &outcome.id))
        .chain(parts.advice.iter().map(|advice| &advice.id))
        .chain(parts.claims.iter().map(|claim| &claim.id))
        .chain(questions.map(|question| &question.id))
        .chain(choices)
}

/// All words, with how long they may be.
fn texts(parts: &Parts) -> Vec<(&String, usize)> {
    let mut short = vec![&parts.title];
    let mut long = vec![&parts.description];
    long.extend(&parts.notice);
    if let Some(article) = &parts.article {
        short.push(&article.title);
        long.extend(article.note.iter().chain(&article.url));
    }
    short.extend(parts.tracks.iter().map(|track| &track.label));
    for question in &parts.questions {
        long.push(&question.prompt);
        long.extend(&question.help);
        short.extend(&question.topic);
        if let Kind::Scale { low, high, low_reason, high_reason, .. } = &question.kind {
            long.extend([low, high].into_iter().chain(low_reason).chain(high_reason));
        }
        for choice in question.choices() {
            short.push(&choice.label);
            long.extend(&choice.reason);
        }
    }
    for outcome in &parts.outcomes {
        short.push(&outcome.title);
        long.push(&outcome.summary);
        if let Some(action) = &outcome.action {
            short.push(&action.label);
            long.push(&action.url);
        }
    }
    for advice in &parts.advice {
        short.push(&advice.title);
        long.push(&advice.text);
        long.extend(&advice.instead);
    }
    long.extend(parts.claims.iter().map(|claim| &claim.text));
    for source in sources(parts) {
        short.push(&source.label);
        long.extend(&source.url);
    }
    let short = short.into_iter().map(|text| (text, limits::SHORT));
    short.chain(long.into_iter().map(|text| (text, limits::LONG))).collect()
}

fn card_fits(parts: &Parts) -> bool {
    card::fits_quiz_title(&parts.title)
        && parts.tracks.iter().all(|track| card::fits_label(&track.label))
        && parts.outcomes.iter().all(|outcome| card::fits_title(&outcome.title))
}

fn sources(parts: &Parts) -> impl Iterator<Item = &Source> {
    let questions = parts.questions.iter().filter_map(|question| question.source.as_ref());
    let advice = parts.advice.iter().filter_map(|advice| advice.source.as_ref());
    questions.chain(advice).chain(parts.claims.iter().filter_map(|claim| claim.source.as_ref()))
}

/// Where the quiz links to.
fn links(parts: &Parts) -> impl Iterator<Item = &String> {
    let actions = parts.outcomes.iter().filter_map(|outcome| outcome.action.as_ref());
    let article = parts.article.iter().filter_map(|article| article.url.as_ref());
    sources(parts).filter_map(|source| source.url.as_ref()).chain(actions.map(|action| &action.url)).chain(article)
}

fn question(parts: &Parts, ix: QuestionIx) -> Soundness {
    let question = &parts.questions[ix.at()];
    ensure(question.weight <= limits::HUNDRED, "a weight")?;
    if let Some(when) = &question.when {
        condition(parts, when, Scope::Before(ix))?;
    }
    let row = |points: &Vec<i16>| {
        points.len() == parts.tracks.len() && points.iter().all(|points| limits::POINTS.contains(points))
    };
    let count = question.choices().len();
    let in_range = match &question.kind {
        Kind::Scale { points, .. } => return ensure(row(points), "points"),
        Kind::Single(_) => true,
        Kind::Multi { min, max, .. } => min <= max && (1..=count).contains(&usize::from(*max)),
        Kind::Rank { top, .. } => (1..=count).contains(&usize::from(*top)),
    };
    ensure(limits::OPTIONS.contains(&count) && in_range, "number of choices")?;
    ensure(distinct(question.choices().iter().map(|choice| &choice.id)), "two choices with one id")?;
    ensure(question.choices().iter().all(|choice| row(&choice.points)), "points")?;
    ensure(legal::count(question) <= limits::LEGAL, "number of legal answers")
}

/// Whether outcomes and conditions that are referred to are there.
fn endings(parts: &Parts) -> Soundness {
    let outcome = |ix: &OutcomeIx| ensure(ix.at() < parts.outcomes.len(), "an outcome");
    let shows = parts.advice.iter().flat_map(|advice| &advice.outcomes);
    let shows = shows.chain(parts.claims.iter().flat_map(|claim| &claim.outcomes));
    parts.gates.iter().map(|gate| &gate.outcome).chain(shows).try_for_each(outcome)?;
    let gates = parts.gates.iter().map(|gate| &gate.when);
    gates.chain(parts.telling()).try_for_each(|when| condition(parts, when, Scope::All))
}

/// Which questions a condition may name, and whether it may speak of fits.
#[derive(Clone, Copy)]
enum Scope {
    Before(QuestionIx),
    All,
}

fn condition(parts: &Parts, when: &Condition, scope: Scope) -> Soundness {
    let fits = matches!(scope, Scope::All);
    match when {
        Condition::Is(question, looked_for) => matches(parts, *question, looked_for, scope),
        Condition::Leads(track) => ensure(fits && track.at() < parts.tracks.len(), "a condition on a track"),
        Condition::Below(track, percent) | Condition::AtLeast(track, percent) => {
            ensure(fits && track.at() < parts.tracks.len() && *percent <= limits::HUNDRED, "a condition on a fit")
        }
        Condition::All(inner) | Condition::Any(inner) => {
            inner.iter().try_for_each(|inner| condition(parts, inner, scope))
        }
        Condition::Not(inner) => condition(parts, inner, scope),
    }
}

fn matches(parts: &Parts, ix: QuestionIx, matches: &Matches, scope: Scope) -> Soundness {
    ensure(!matches!(scope, Scope::Before(limit) if ix >= limit), "a condition on a later question")?;
    let question = parts.questions.get(ix.at()).ok_or("a condition on no question")?;
    let scale = matches!(question.kind, Kind::Scale { .. });
    ensure(
        match matches {
            Matches::Choices(choices) => !scale && choices.iter().all(|choice| choice.at() < question.choices().len()),
            Matches::Steps(steps) => scale && steps.iter().all(|step| limits::STEPS.contains(step)),
        },
        "a condition on no answer",
    )
}

impl Parts {
    /// Every condition, wherever it stands.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.deciding().chain(self.telling())
    }

    /// Those that decide about questions and outcomes.
    pub(crate) fn deciding(&self) -> impl Iterator<Item = &Condition> {
        let questions = self.questions.iter().filter_map(|question| question.when.as_ref());
        questions.chain(self.gates.iter().map(|gate| &gate.when))
    }

    /// Those that decide what is told with an outcome.
    fn telling(&self) -> impl Iterator<Item = &Condition> {
        let advice = self.advice.iter().flat_map(|advice| advice.when.iter().chain(&advice.first));
        advice.chain(self.claims.iter().filter_map(|claim| claim.when.as_ref()))
    }
}

impl Condition {
    /// How many of `room` parts are left after this condition, which stands `depth` deep. `None` where it has more, is
    /// too deep, or has a list that is empty or too long.
    pub(crate) fn within(&self, room: usize, depth: usize) -> Option<usize> {
        let room = room.checked_sub(1).filter(|_| depth < limits::DEPTH)?;
        let listed = |len: usize| (1..=limits::LIST).contains(&len).then_some(());
        match self {
            Self::Is(_, Matches::Choices(choices)) => listed(choices.len()).and(room.checked_sub(choices.len())),
            Self::Is(_, Matches::Steps(steps)) => listed(steps.len()).and(room.checked_sub(steps.len())),
            Self::All(inner) | Self::Any(inner) => {
                listed(inner.len())?;
                inner.iter().try_fold(room, |room, inner| inner.within(room, depth + 1))
            }
            Self::Not(inner) => inner.within(room, depth + 1),
            Self::Leads(_) | Self::Below(..) | Self::AtLeast(..) => Some(room),
        }
    }
}
