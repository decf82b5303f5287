// Every success criterion of WCAG 2.2 of level A and AA: what is true of the quiz, and the tests that hold it.
// `node tests/accessibility/report.mjs` writes docs/accessibility.md and docs/accessibility.openacr.yaml from this table.

/** The day on which somebody last went through every line. */
export const DATE = "2026-11-27";

/** Files of tests, with the names of those in them. */
const of = (file) => (...names) => names.map((name) => [file, name]);
const measured = of("tests/journeys/accessibility.test.mjs");
const journeys = of("tests/journeys/journeys.test.mjs");
const around = of("tests/journeys/around.test.mjs");
const boxes = of("tests/journeys/boxes.test.mjs");
const embed = of("tests/journeys/embed.test.mjs");
const examples = of("tests/journeys/examples.test.mjs");
const hosts = of("tests/journeys/hosts.test.mjs");
const languages = of("tests/journeys/languages.test.mjs");
const late = of("tests/journeys/late.test.mjs");
const loading = of("tests/journeys/loading.test.mjs");
const share = of("tests/journeys/share.test.mjs");
const themes = of("tests/journeys/themes.test.mjs");
const unfurl = of("tests/journeys/unfurl.test.mjs");
const words = of("tests/journeys/words.test.mjs");
const smoke = of("tests/engines/smoke.test.mjs");
const looks = of("tests/engines/looks.test.mjs");
const scroll = of("tests/engines/scroll.test.mjs");
const rendered = of("tests/render.rs");

/** axe-core looks at every screen from the first question to the unfolded result. */
const axe = journeys("by tap, in English: from the first question to the result, every screen accessible");
const axeInTheDark = journeys("in the dark, without motion: from the first question to the result, every screen accessible");
const axeOnPages = measured("every page that the builder makes has a title, a language, and nothing for axe to see");
const pages = rendered("every_screen_is_as_its_reference_page");
const still = measured("no sound, no video, no pictures of words, and nothing that moves or flashes by itself");
const tab = measured("Tab goes through every screen in reading order, is seen at each stop, changes nothing and leaves at both ends: light");
const tabInTheDark = measured("Tab goes through every screen in reading order, is seen at each stop, changes nothing and leaves at both ends: dark");
const missing = measured("Next without an answer says in words what is missing, on every kind of question that wants one");
const handedOn = measured("the focus is never lost, is seen on headings, and what happened is said");
const typing = measured("choosing and typing lead nowhere by themselves");
const targets = measured("every target is at least 24 by 24 px, and its name holds the words that are seen on it");
const keyboard = journeys("by keyboard alone");
const services = share("services and Mastodon are plain links that leave nothing behind");

const SUPPORTS = "supports";
const PARTIALLY = "partially-supports";
const NOT_APPLICABLE = "not-applicable";

/** What a criterion may be called, and how a report says it. */
export const ADHERENCE = {
  [SUPPORTS]: "Supports",
  [PARTIALLY]: "Partially supports",
  "does-not-support": "Does not support",
  [NOT_APPLICABLE]: "Not applicable",
  "not-evaluated": "Not evaluated",
};

const criterion = (level) => ([num, name, adherence, remarks, ...tests]) => ({ num, name, level, adherence, remarks, tests: tests.flat() });

const A = [
  ["1.1.1", "Non-text Content", SUPPORTS,
    "The picture of a result and the QR code say in words what they show, and what only decorates is hidden from screen readers. Quizzes hold no other pictures.",
    still, pages, axe],
  ["1.2.1", "Audio-only and Video-only (Prerecorded)", NOT_APPLICABLE,
    "There is no sound and no video, and a quiz cannot hold any.",
    still],
  ["1.2.2", "Captions (Prerecorded)", NOT_APPLICABLE,
    "There is no sound and no video, and a quiz cannot hold any.",
    still],
  ["1.2.3", "Audio Description or Media Alternative (Prerecorded)", NOT_APPLICABLE,
    "There is no sound and no video, and a quiz cannot hold any.",
    still],
  ["1.3.1", "Info and Relationships", SUPPORTS,
    "Questions are fieldsets with a legend, answers are the browser's own radio buttons and checkboxes with labels, and results are headings and lists. Whoever embeds a quiz says with `heading-level` where it stands among the headings of the page.",
    pages, axe],
  ["1.3.2", "Meaningful Sequence", SUPPORTS,
    "What is read first stands first, from left to right as from right to left.",
    tab, hosts("from right to left: the whole quiz, mirrored")],
  ["1.3.3", "Sensory Characteristics", SUPPORTS,
    "The quiz's own words call things by their names, never by a color, a shape or a side. The words of a question are its author's.",
    measured("the words of the interface call nothing by its color, its shape or its side")],
  ["1.4.1", "Use of Color", SUPPORTS,
    "A chosen answer keeps its radio button or checkbox, every bar has its number beside it, links are underlined, and what is missing is said in words.",
    measured("what color says is said without it, too")],
  ["1.4.2", "Audio Control", NOT_APPLICABLE,
    "There is no sound.",
    still],
  ["2.1.1", "Keyboard", SUPPORTS,
    "Everything works with the keyboard, rankings too: each choice in one has buttons that add, move and remove it.",
    keyboard, smoke("by keyboard to the verdict, and the shared link opens on a second page")],
  ["2.1.2", "No Keyboard Trap", SUPPORTS,
    "Tab and Shift+Tab leave the quiz at both of its ends.",
    tab],
  ["2.1.4", "Character Key Shortcuts", SUPPORTS,
    "The quiz has no shortcuts. Keys that one of its controls uses do not reach the shortcuts of the page around it either.",
    measured("a letter, a digit or a sign alone does nothing"), around("keys that a control uses stay in the quiz, all others leave it")],
  ["2.2.1", "Timing Adjustable", SUPPORTS,
    "Nothing has a time limit: a day later the question is still there, with its answer.",
    measured("a day later, all that was there is there")],
  ["2.2.2", "Pause, Stop, Hide", SUPPORTS,
    "Nothing moves, blinks or scrolls by itself.",
    still],
  ["2.3.1", "Three Flashes or Below Threshold", SUPPORTS,
    "Nothing flashes.",
    still],
  ["2.4.1", "Bypass Blocks", SUPPORTS,
    "The quiz has headings to jump to, and its own pages hold little else. What a blog repeats on every page is up to the blog.",
    axeOnPages, pages],
  ["2.4.2", "Page Titled", SUPPORTS,
    "Each of the quiz's own pages has a title that says which quiz or which outcome it is about. The title of a post is up to the blog.",
    axeOnPages],
  ["2.4.3", "Focus Order", SUPPORTS,
    "Tab follows the order of reading. A new question, the review and the verdict get the focus, and where a button goes away, what stands in for it.",
    tab, keyboard, handedOn],
  ["2.4.4", "Link Purpose (In Context)", SUPPORTS,
    "The quiz's own links are called what they lead to. Links that an author puts into a quiz have the words that its author gives them.",
    axe, services],
  ["2.5.1", "Pointer Gestures", SUPPORTS,
    "One finger that presses is all it takes. Dragging in a ranking is one more way.",
    measured("a ranking is put in order by pressing alone"), axe],
  ["2.5.2", "Pointer Cancellation", SUPPORTS,
    "A press counts when it is let go on its control. What was dragged can be dragged or moved back.",
    measured("a press that is let go elsewhere does nothing"), journeys("a choice that is let go outside of the ranking is dragged no longer, and no text is marked on the way")],
  ["2.5.3", "Label in Name", SUPPORTS,
    "Where a control has a longer name for screen readers, it holds the words that are seen.",
    targets],
  ["2.5.4", "Motion Actuation", NOT_APPLICABLE,
    "The quiz never asks how the device is moved.",
    measured("the program never asks how the device is moved")],
  ["3.1.1", "Language of Page", SUPPORTS,
    "The quiz and each of its pages are marked with their language, a gallery with the one that its site says (`lang`). The language of a post is up to the blog.",
    axeOnPages, languages("in ar, everything is")],
  ["3.2.1", "On Focus", SUPPORTS,
    "The focus alone changes nothing.",
    tab],
  ["3.2.2", "On Input", SUPPORTS,
    "Choosing an answer does not go on to the next question; the Next button does.",
    typing, keyboard],
  ["3.2.6", "Consistent Help", NOT_APPLICABLE,
    "The quiz offers no contact and no help desk. A page around it may."],
  ["3.3.1", "Error Identification", SUPPORTS,
    "Next without an answer says so in words, beside the button and to screen readers, and the question is described by it. A Mastodon server that is none is told under its field.",
    missing, services],
  ["3.3.2", "Labels or Instructions", SUPPORTS,
    "Every control has a label. Where a question takes more than one choice, a sentence above the answers says how many.",
    pages, axe],
  ["3.3.7", "Redundant Entry", SUPPORTS,
    "Nothing is asked twice: answers stay when a reader goes back, changes one, or comes back later.",
    journeys("back and forth: answers stay, and one changed in the review leads back there", "a reload resumes, at a question, at the review and at the result")],
  ["4.1.2", "Name, Role, Value", SUPPORTS,
    "Controls are the browser's own, with names and states that screen readers know. The element itself has no role of its own.",
    pages, axe, targets],
];

const AA = [
  ["1.2.4", "Captions (Live)", NOT_APPLICABLE,
    "There is no sound and no video, and a quiz cannot hold any.",
    still],
  ["1.2.5", "Audio Description (Prerecorded)", NOT_APPLICABLE,
    "There is no sound and no video, and a quiz cannot hold any.",
    still],
  ["1.3.4", "Orientation", SUPPORTS,
    "Upright and sideways, every screen says the same.",
    measured("held upright or sideways, every screen says the same")],
  ["1.3.5", "Identify Input Purpose", NOT_APPLICABLE,
    "The one thing that can be typed is the name of a Mastodon server, which is none of the purposes that WCAG lists.",
    measured("the reader is asked to type one thing only, which is nothing about them")],
  ["1.4.3", "Contrast (Minimum)", SUPPORTS,
    "The usual colors and the three themes have it, in light and dark. Whoever sets colors of their own is told on the page `embed/` where words would be hard to read.",
    axe, axeInTheDark, themes("contrast.css has the contrast that docs/embedding.md asks for", "contrast.css, dark: nothing to see for axe"), embed("a color that cannot be read on its ground is told")],
  ["1.4.4", "Resize Text", SUPPORTS,
    "Every size follows the browser's, by zoom as by its text size, and at twice the size nothing is cut off; the picture of a result grows by zoom alone. A page that sets `--which-track-font-size` in pixels leaves only zoom.",
    measured("text that the browser shows twice as large is all there")],
  ["1.4.5", "Images of Text", SUPPORTS,
    "All words in the quiz are text, those on the picture of a result too. Files made for elsewhere, as a picture that a reader saves or the previews of links and in a gallery, are pictures of words that are also told as text.",
    still, unfurl("an outcome's page tells its title, and an invitation none"), examples("the post leads to a gallery of five quizzes, each with a picture, and from there to a quiz that works")],
  ["1.4.10", "Reflow", SUPPORTS,
    "At 320 by 256 px every screen is one column without scrolling sideways, however long its words are.",
    measured("at 400 %, 320 by 256 px, every screen flows into one column"), words("a compound in every place, 320 px"), boxes("in boxes of every kind, 320 px")],
  ["1.4.11", "Non-text Contrast", SUPPORTS,
    "Edges of controls, the focus, chosen answers and bars have 3:1 in the usual colors and the three themes, in light and dark. Whoever sets colors of their own keeps it, as docs/embedding.md asks.",
    measured("edges of controls, marks and bars can be told from the ground: light", "edges of controls, marks and bars can be told from the ground: dark"), tab, themes("contrast.css has the contrast that docs/embedding.md asks for")],
  ["1.4.12", "Text Spacing", SUPPORTS,
    "With the distances that WCAG lists nothing is cut off and nothing overlaps.",
    measured("with a reader's own distances between lines, words and letters nothing is cut off")],
  ["1.4.13", "Content on Hover or Focus", NOT_APPLICABLE,
    "Nothing comes up where the pointer or the focus rests.",
    measured("nothing comes up where the pointer rests"), tab],
  ["2.4.5", "Multiple Ways", NOT_APPLICABLE,
    "A quiz is one page with steps, and how readers find it is up to the blog around it."],
  ["2.4.6", "Headings and Labels", SUPPORTS,
    "Each question, the review and each part of a result has a heading that says what it is. The words of questions and answers are their author's.",
    pages, axe],
  ["2.4.7", "Focus Visible", SUPPORTS,
    "What has the focus has a ring around it, two pixels wide, or dotted around a heading, in light, in dark, and in the oldest browsers that are promised.",
    tab, tabInTheDark, handedOn, looks("with what version 111 lacks, all that is to be seen is seen")],
  ["2.4.11", "Focus Not Obscured (Minimum)", SUPPORTS,
    "Nothing of the quiz lies over the focus, and a new question comes out from under a header of the page by itself. For Tab and Shift+Tab a page with such a header says how high it is, with `scroll-padding` or `--which-track-scroll-margin`.",
    around("after Next the new question is seen: a fixed header", "after Next the new question is seen: a sticky header", "after Next the new question is seen: a header and a footer"), measured("where a page has a header and says so with scroll-padding, Tab never leaves the focus under it", "where a page has a header and says so with --which-track-scroll-margin, Tab never leaves the focus under it"), scroll("the review and the verdict begin at the top")],
  ["2.5.7", "Dragging Movements", SUPPORTS,
    "What can be dragged in a ranking can also be moved with its buttons.",
    measured("a ranking is put in order by pressing alone")],
  ["2.5.8", "Target Size (Minimum)", SUPPORTS,
    "Every target is at least 24 by 24 px; links within a sentence are as high as their line.",
    targets],
  ["3.1.2", "Language of Parts", SUPPORTS,
    "Words in another language than what is around them are marked with it, as the interface's own where a quiz is in a language that it does not speak. An author cannot mark single words within a text.",
    languages("in a language without words of the interface, these are English and marked as such")],
  ["3.2.3", "Consistent Navigation", SUPPORTS,
    "Back, Skip and Next stand in the same order on every question.",
    measured("Back, Skip and Next stand in one order, by one name, on every question")],
  ["3.2.4", "Consistent Identification", SUPPORTS,
    "What does the same is called the same on every screen.",
    measured("Back, Skip and Next stand in one order, by one name, on every question"), pages],
  ["3.3.3", "Error Suggestion", SUPPORTS,
    "What is said also says what to do: to choose an answer, how many places to fill, how a server's name is written.",
    missing, services],
  ["3.3.4", "Error Prevention (Legal, Financial, Data)", PARTIALLY,
    "All answers are shown before the result and can be changed there, and starting over can be taken back. “Delete everything stored here” stands under the list of what it deletes, and then deletes at once, for good.",
    journeys("back and forth: answers stay, and one changed in the review leads back there", "starting over forgets everything, and can be taken back"), share("the receipt lists what lies in the browser, and deletes it")],
  ["3.3.8", "Accessible Authentication (Minimum)", NOT_APPLICABLE,
    "Nobody signs in."],
  ["4.1.3", "Status Messages", SUPPORTS,
    "What happens without a new screen is told in a `role=\"status\"`: what is missing, where a choice in a ranking stands now, what was copied or deleted, what loads or does not.",
    missing, handedOn, share("a copied link says where to paste it, and the page hears of it", "the receipt lists what lies in the browser, and deletes it"), loading("the wasm never ends: after a second it says that it loads, after ten that it is slow, and can be tried again"), late("the styles is lost: it says so, keeps every answer, and the button tries again")],
];

/** The table. */
export const CRITERIA = [...A.map(criterion("A")), ...AA.map(criterion("AA"))];
