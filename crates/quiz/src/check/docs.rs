//! What each table and key of a quiz file is for, in a sentence for its author: editors show it beside the line.

/// What a table or a key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doc {
    /// Its name in words.
    pub title: &'static str,
    /// A sentence or two about it.
    pub text: &'static str,
}

/// What a sort of table is for, or a key of one.
pub(super) fn doc(noun: &str, key: &str) -> Option<Doc> {
    let (_, keys) = DOCS.iter().find(|(of, _)| *of == noun)?;
    keys.iter().find(|(name, ..)| *name == key).map(|(_, title, text)| Doc { title, text })
}

/// Of a table, its own words under no key, and those of its keys.
type Docs = (&'static str, &'static [(&'static str, &'static str, &'static str)]);

/// Everything, a line each.
#[rustfmt::skip]
const DOCS: [Docs; 15] = [
    ("quiz", &[
        ("", "Quiz", "A quiz of Which Track. `which-track check` finds what a schema cannot."),
        ("id", "Id", "The quiz's name in addresses and links, and the file's name: a to z, 0 to 9 and hyphens. It decides scoring: a new id is a new quiz."),
        ("title", "Title", "The question that the quiz answers. It must fit on the card, which `which-track check` measures."),
        ("description", "Description", "One line: what the quiz is."),
        ("lang", "Language", "The language of this file's words, as in `en`, `fr` or `pt-BR`."),
        ("minutes", "Minutes", "How long it takes to answer."),
        ("notice", "Notice", "One line that a reader should know before starting."),
        ("close_call_margin", "Margin of a close call", "Where the two best fits are nearer than so many percentage points, the outcome is `close-call`, if there is one."),
        ("max_marks", "Marks", "How many answers a reader may mark as mattering most, which doubles their weight; 0 switches marks off."),
        ("article", "Article", "What the quiz is based on, and whose view that is."),
        ("words", "Words", "Words of the interface in the place of the usual ones; languages/en.toml has their names."),
        ("tracks", "Tracks", "What a reader can fit. Each has an outcome under the same id."),
        ("questions", "Questions", "In the order in which they are asked."),
        ("gates", "Gates", "The first whose condition holds decides the outcome; where none does, the best fit."),
        ("outcomes", "Outcomes", "One for each track, and any number of others that gates lead to; `close-call` is for ties."),
        ("advice", "Advice", "What a reader can do with the result, in this order."),
        ("claims", "Claims", "What the article claims, attributed to it."),
        ("tests", "Tests", "Personas whose outcome must not change by accident. `which-track check` scores their answers."),
    ]),
    ("article", &[
        ("", "Article", "What the quiz is based on."),
        ("title", "Title", "The article's title."),
        ("note", "Note", "Whose view it is."),
        ("url", "Address", "Where it stands."),
    ]),
    ("track", &[
        ("", "Track", "Something that a reader can fit."),
        ("id", "Id", "Its name, which is also that of its outcome. It decides scoring."),
        ("label", "Label", "Its name in words, short enough for the card."),
    ]),
    ("question", &[
        ("", "Question", "One question."),
        ("id", "Id", "Its name, unique among questions. It decides scoring, and links to results name it."),
        ("kind", "Kind", "`single`: one option; `multi`: several; `scale`: agreement in five steps; `rank`: the best options in order."),
        ("prompt", "Prompt", "The question itself; for a scale, the statement to agree with."),
        ("topic", "Topic", "One or two words naming it, shown beside the progress."),
        ("help", "Help", "A line below the prompt."),
        ("source", "Source", "Where the question comes from."),
        ("weight", "Weight", "How much it counts."),
        ("optional", "Optional", "Whether it can be skipped, which counts for no track."),
        ("when", "Condition", "The question is asked only where this holds. It may look at earlier questions only."),
        ("options", "Options", "What there is to choose from."),
        ("min", "Fewest", "How many must be chosen at least."),
        ("max", "Most", "How many may be chosen at most; all where left out."),
        ("top", "Places", "How many options are put in order; all where left out."),
        ("low", "Low end", "The words at the low end of the scale."),
        ("high", "High end", "The words at the high end of the scale."),
        ("low_reason", "Reason for low", "An answer toward the low end as a statement about the reader, for the result."),
        ("high_reason", "Reason for high", "An answer toward the high end as a statement about the reader, for the result."),
        ("points", "Points", "What one step of the scale gives each track."),
    ]),
    ("option", &[
        ("", "Option", "Something to choose."),
        ("id", "Id", "Its name, unique in its question. It decides scoring, and links to results name it."),
        ("label", "Label", "Its words."),
        ("reason", "Reason", "The choice as a statement about the reader, for the result: “You would rather …”."),
        ("points", "Points", "What it gives each track."),
    ]),
    ("points", &[("", "Points", "A whole number for each track; 0 for those that are left out.")]),
    ("source", &[
        ("", "Source", "Where something comes from."),
        ("label", "Label", "The section or page, in words."),
        ("url", "Address", "Where it stands."),
    ]),
    ("condition", &[
        ("", "Condition", "Exactly one of `question`, `leads`, `fit`, `all`, `any` and `not`."),
        ("question", "Question", "The id of an earlier question, whose answer is one of those under `is`."),
        ("is", "Answers", "Ids of options, or steps of a scale: the answer is, contains, or has in first place one of these."),
        ("leads", "Leading track", "The id of the track that has the highest fit, by whatever little."),
        ("fit", "Track", "The id of the track whose fit is below or at least a percentage."),
        ("below", "Below", "The fit is less than so many percent."),
        ("at_least", "At least", "The fit is so many percent or more."),
        ("all", "All", "Every one of these holds."),
        ("any", "Any", "At least one of these holds."),
        ("not", "Not", "This does not hold."),
    ]),
    ("gate", &[
        ("", "Gate", "A condition that leads straight to an outcome."),
        ("when", "Condition", "When it decides."),
        ("outcome", "Outcome", "The id of the outcome that it leads to."),
    ]),
    ("outcome", &[
        ("", "Outcome", "A verdict in the author's words."),
        ("id", "Id", "A track's id, `close-call`, or the name of one that a gate leads to. It decides scoring, and is in addresses."),
        ("title", "Title", "The verdict in a few words, short enough for the card."),
        ("summary", "Summary", "Two sentences."),
        ("action", "Action", "A link that the blog's owner offers with this outcome."),
    ]),
    ("action", &[
        ("", "Action", "A link that is offered with an outcome."),
        ("label", "Label", "Its words."),
        ("url", "Address", "Where it leads."),
    ]),
    ("advice", &[
        ("", "Advice", "Something that a reader can do with a result, or should know about it."),
        ("id", "Id", "Its name, unique among advice."),
        ("kind", "Kind", "`step` of a plan, `mistake` to avoid, `note` on what days are like, or `question` that people ask."),
        ("outcomes", "Outcomes", "The ids of the outcomes that show it; all where left out."),
        ("when", "Condition", "It is there only where this holds."),
        ("first", "First", "Where this holds, it comes before the others of its kind."),
        ("title", "Title", "The step, what not to do, the heading, or the question."),
        ("text", "Text", "How, why, the body, or the answer."),
        ("instead", "Instead", "Of a mistake: what to do instead."),
        ("source", "Source", "Where it comes from."),
    ]),
    ("claim", &[
        ("", "Claim", "Something that the article says, shown as its claim and never as a fact."),
        ("id", "Id", "Its name, unique among claims."),
        ("text", "Text", "The claim, worded as the article's."),
        ("outcomes", "Outcomes", "The ids of the outcomes that show it; all where left out."),
        ("when", "Condition", "It is there only where this holds."),
        ("source", "Source", "Where it stands. A claim is somebody's."),
    ]),
    ("test", &[
        ("", "Test", "A persona whose outcome must not change by accident."),
        ("name", "Name", "Who it is, for messages."),
        ("answers", "Answers", "What they answer to each question that they are asked."),
        ("marks", "Marks", "The ids of the questions that matter most to them."),
        ("outcome", "Outcome", "The id of the outcome that these answers lead to."),
    ]),
    ("answers", &[("", "Answers", "For each question an option's id, a list of them, or a step from -2 to 2.")]),
];
