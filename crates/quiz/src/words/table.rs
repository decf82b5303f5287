//! Every word of the interface, stated once: its name, what it is for, and its places. Texts are kept in this order.

use super::define::{Kind, Place, Word, mark};
use super::phrase::{Filling, Phrase, Words};
use crate::limits;

const TRACKS: usize = *limits::TRACKS.end();
const OPTIONS: usize = *limits::OPTIONS.end();
const QUESTIONS: usize = *limits::QUESTIONS.end();
const MINUTES: usize = *limits::MINUTES.end() as usize;

words! { OF_READERS Reader from 0, [];
    // Above the first question.
    /// How long the quiz takes.
    minutes(minutes: count(1, MINUTES));
    /// That nothing leaves the browser; in small type behind the time it takes, so without a capital and a full stop.
    nothing_sent;

    // A question.
    /// Place among the questions, from 1, and how many there are.
    question_of(place: number, all: number);
    /// Beside a question that can be skipped.
    optional;
    /// How many of several answers to choose: any number.
    choose_all;
    /// Exactly so many.
    choose_exactly(count: count(1, OPTIONS));
    /// None, or so many at most.
    choose_up_to(count: count(1, OPTIONS));
    /// From so many to so many.
    choose_between(least: number, most: count(2, OPTIONS));
    /// How many answers to put in order.
    rank(count: count(1, OPTIONS));
    /// Goes on to the next question.
    next;
    /// Goes back to the question before.
    back;
    /// Goes on without an answer.
    skip;
    /// Goes back to the review with the changed answer.
    save_and_return;
    /// The switch that doubles a question’s weight.
    matters;
    /// Below that switch: how often it was used, and how often it may be.
    marks_left(used: number, most: number);
    /// A step of a scale that is nearer to one of its ends; `end` are the author’s words there.
    step_toward(end: text);
    /// The middle step.
    step_between;

    // What keeps a reader from going on.
    /// Nothing was chosen.
    unanswered;
    /// Too few were chosen: how many are needed.
    too_few(count: count(1, OPTIONS));
    /// Too many were chosen: how many are allowed.
    too_many(count: count(1, OPTIONS));
    /// Too few were put in order: how many are needed.
    too_few_places(count: count(1, OPTIONS));

    // A ranking.
    /// Heading of the order.
    order;
    /// Heading of what is still to be placed.
    unplaced;
    /// A place where nothing is yet, for screen readers.
    empty;
    /// All places are taken: how many there are.
    full(count: count(1, OPTIONS));
    /// Button: adds a choice to the order.
    place(choice: text);
    /// Button: moves a choice one place up.
    up(choice: text);
    /// Button: moves a choice one place down.
    down(choice: text);
    /// Button: takes a choice out of the order.
    take_out(choice: text);
    /// Phrase when a choice has moved: its place, from 1, and how many there are.
    placed(choice: text, place: number, all: number);
    /// Phrase when a choice was taken out of the order.
    taken_out(choice: text);

    // The review, and lists of answers.
    /// Heading of the review.
    review;
    /// The line below it.
    review_help;
    /// Button: changes an answer.
    change;
    /// The same for screen readers, with the question.
    change_of(question: text);
    /// In the place of an answer: the question was skipped.
    skipped;
    /// In the place of an answer: none of the options was chosen.
    none;
    /// In the place of an answer: it is missing.
    missing;
    /// Beside an answer that matters most.
    marked;
    /// Button: shows the result.
    see_result;
    /// A choice in an order, with its place.
    ranked(place: number, choice: text);
    /// Two chosen answers; for more, the first ones together are `before`.
    chosen_and(before: text, after: text);
    /// Two sentences, one behind the other.
    sentences(before: text, after: text);

    // The result.
    /// Above the outcome.
    kicker;
    /// Heading of the fits.
    fits;
    /// A whole percentage.
    percent(number: number);
    /// How close it was: the part of all possible answers that give a clearer result.
    closeness(percent: percent);
    /// Where the quiz’s rule, not the fits, decided.
    by_gate;
    /// Where the two best fits were too close to tell.
    by_close_call;
    /// Where more than two best fits are too close to tell.
    by_tie(count: count(3, TRACKS));
    /// Heading of what would change the result.
    change_heading;
    /// Before the other answers that would lead to another outcome: how many there are.
    what_if(count: count(1, 3), outcome: text);
    /// Before that is worked out.
    searching;
    /// No change was found, and none could be looked for.
    no_change_untried;
    /// No single answer changes the result.
    no_change_one;
    /// No two answers change it.
    no_change_two;
    /// No three answers change it, which is as far as the search goes.
    no_change_three;
    /// Heading of the reasons.
    why;
    /// Heading of the reasons for a track.
    toward(track: text);
    /// Before where something comes from, for screen readers; with a blank at its end where the language has one.
    source;
    /// How many more reasons there are, folded.
    more_reasons(count: count(1, QUESTIONS));
    /// No answer spoke for one of the two best fits.
    no_reasons;
    /// The same where more than two fit best.
    no_reasons_tied;

    // What to do with the result.
    /// Heading of the plan.
    plan;
    /// Heading of the mistakes.
    mistakes;
    /// Before a mistake.
    instead_of;
    /// Before what to do instead.
    instead;
    /// Before why.
    because;
    /// Heading of the notes.
    notes;
    /// Heading of the questions that others ask.
    questions;
    /// Heading of the claims.
    claims;
    /// Before the title of the article that the quiz is based on.
    article;
    /// The author’s note behind that title.
    article_note(note: text);
    /// Heading of all answers.
    answers;
    /// Button: opens the review again.
    change_answers;
    /// Button: begins again.
    restart;
    /// Button: prints.
    print;

    // Sharing.
    /// Button: goes to the ways of sharing.
    to_share;
    /// Heading of the ways of sharing.
    share;
    /// Asks how much others may see.
    levels;
    /// They see the outcome.
    level_outcome;
    /// They see also the fits.
    level_fits;
    /// They see everything.
    level_answers;
    /// What the link tells, where it is the outcome.
    reveals_outcome(outcome: text);
    /// What it tells, where the fits are in it.
    reveals_fits(outcome: text);
    /// What it tells, where everything is in it.
    reveals_answers(outcome: text);
    /// The picture in words, for screen readers; `fits` are as `fits_and` makes them, or nothing.
    card(quiz: text, outcome: text, fits: text);
    /// A track with its fit, within that.
    fit_of(track: text, percent: percent);
    /// Two of these; for more, the first ones together are `before`.
    fits_and(before: text, after: text);
    /// Label of the field with the link.
    link;
    /// Button: copies the link.
    copy_link;
    /// Something was copied, and what to do next.
    copied;
    /// It could not be copied, and what to do instead.
    not_copied;
    /// Button: opens the system’s share sheet with the link.
    share_system;
    /// What goes before the link in a message. It speaks in the first person, as the reader.
    share_text(quiz: text, outcome: text);
    /// Above the services that a link can be shared on.
    share_on;
    /// Behind the name of a link that opens beside the page, for screen readers.
    new_tab;
    /// A picture was handed over to the browser to be saved. What that does with it, nobody knows.
    saved;
    /// The browser saves no picture.
    not_saved;
    /// Link: the outcome’s own picture, where there is no other.
    own_picture;
    /// Link: e-mail, among other services.
    email;
    /// Unfolds the way to Mastodon.
    on_mastodon;
    /// Label of the field for the reader’s Mastodon server.
    server;
    /// What was typed is not the name of a server.
    no_server;
    /// Link: opens that server.
    open_mastodon;
    /// Button: opens the system’s share sheet with the picture.
    share_picture;
    /// Button: saves the picture.
    save_wide;
    /// Button: saves the picture in a phone’s format.
    save_tall;
    /// Unfolds the QR code.
    qr;
    /// What the QR code is, for screen readers.
    qr_label;
    /// Unfolds the invitation.
    invite;
    /// What the invitation does.
    invite_help;
    /// Label of the field with the invitation.
    invitation_link;
    /// Button: copies the invitation.
    copy_invitation;

    // Somebody else’s result.
    /// Above their outcome.
    friend_kicker;
    /// Before their outcome in full, which speaks to them.
    they_were_told;
    /// Their result was counted by an earlier edition.
    earlier_edition;
    /// Button: goes on with the reader’s own quiz.
    go_on;
    /// Button: leads from somebody’s result to the quiz.
    take_yourself;
    /// Heading of their fits.
    their_fits;
    /// Heading of their answers.
    their_answers;
    /// They did not tell their answers.
    not_told;
    /// A friend waits for the reader’s result.
    waiting;
    /// The link is damaged.
    link_damaged;
    /// It is of another quiz, or of an edition that is gone.
    link_elsewhere;
    /// It was made by a newer version.
    link_newer;

    // Comparing.
    /// Heading of the comparison with a friend.
    compare;
    /// The reader, in it.
    you;
    /// The friend, in it.
    friend;
    /// Heading of the comparison with the result before.
    since_last;
    /// This time, in it.
    now;
    /// The time before, in it.
    last_time;
    /// Both have this outcome.
    same_as_friend(outcome: text);
    /// The reader has this outcome again.
    same_as_last(outcome: text);
    /// How many questions have the same answer, and how many there are.
    agreed(same: count(0, QUESTIONS), all: number);
    /// Unfolds the questions with different answers.
    other_answers;
    /// Unfolds the questions with the same answer.
    same_answers;
    /// Answers cannot be compared, since they were not told.
    answers_not_told;
    /// They cannot be compared, since they are to different editions.
    other_edition;
    /// A question that one of the two did not answer.
    no_answer;

    // The receipt, and what is said after a change.
    /// Unfolds the receipt: what is stored, and what was sent.
    receipt;
    /// What was sent.
    sent;
    /// Nothing is stored.
    nothing_stored;
    /// Before what is stored.
    stored;
    /// Button: deletes what is stored.
    delete;
    /// Phrase after that.
    deleted;
    /// Phrase after starting over; `undo` is the button beside it.
    restarted;
    /// Button: takes starting over back.
    undo;
    /// Phrase after a reload.
    resumed;
    /// Another tab has other answers.
    changed_elsewhere;
    /// Another tab has deleted everything.
    cleared_elsewhere;
}

words! { OF_PAGES Page from READER, [cfg(feature = "author")];
    // While the quiz loads.
    /// It is loading.
    loading;
    /// That takes long.
    slow;
    /// It did not come.
    not_loaded;
    /// The program has stopped.
    stopped;
    /// Button: loads it again.
    again;

    // Pages around the quiz.
    /// What a reader without JavaScript should know.
    without_script;
    /// Above an outcome that somebody shared.
    shared(quiz: text);
    /// Heading of an invitation.
    invited;
    /// How comparing goes.
    invited_help;
    /// An invitation in the fewest words, for its picture.
    invitation;
    /// Heading of the page in the place of one that is missing.
    nothing_here;
    /// The line below it, before a list of the quizzes.
    nothing_here_help;
}

/// How many of the words a reader needs; the others are for pages around the quiz.
pub const READER: usize = OF_READERS.len();

/// All words.
pub const WORDS: [&Word; READER + OF_PAGES.len()] = {
    let mut all = [&OF_READERS[0]; READER + OF_PAGES.len()];
    let mut index = 0;
    while index < all.len() {
        all[index] = if index < READER { &OF_READERS[index] } else { &OF_PAGES[index - READER] };
        index += 1;
    }
    all
};

/// What tells this list of a reader's words from others. A compiled quiz with texts for another list is one of another
/// version.
pub const MARK: u64 = mark(OF_READERS);
