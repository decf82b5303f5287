// The element as editors and type checkers are told of it: the one table from which everything in declarations.mjs is made.
// tests/journeys/docs.test.mjs holds it against docs/embedding.md and the loader.

export const TAG = "which-track";

export const ABOUT = "A quiz that shows the first question near the viewport, and at the end a verdict that explains itself. What is between the tags shows until it is there, and stays if it cannot load.";

/** Attributes. `values` are all there are, the default first; `present` is there or not; any other takes a text. What is `live`
    reacts to changes. `global` is an attribute of every element. */
export const ATTRIBUTES = [
  { name: "quiz", live: true, about: "A quiz of the site that the script comes from. Without it, that site's first." },
  { name: "src", live: true, about: "The address of a compiled quiz, as `which-track compile` writes it, from anywhere that CORS allows." },
  { name: "lang", live: true, global: true, about: "The language of quiz and interface. Without it, that of the nearest element around." },
  { name: "theme", values: ["auto", "light", "dark"], live: true, about: "Light or dark; `auto` is as the page around." },
  { name: "loading", values: ["lazy", "eager"], about: "`lazy` waits until the element is near the viewport, and then for interest." },
  { name: "heading-level", values: ["2", "3", "4", "5", "6"], live: true, about: "Where the quiz stands in the page's outline." },
  { name: "storage", values: ["local", "none"], live: true, about: "Where answers are kept between visits." },
  { name: "share-base", live: true, about: "The address of the site with the share pages that links lead to. Without it, the script's own site; a quiz from `src` then has no links." },
  { name: "open", present: true, live: true, about: "On the page of a frame: the page around has said that this frame may open windows, save files and print." },
  { name: "doctor", present: true, about: "Says below the children what keeps the quiz from showing, and what to change." },
];

/** The ways on which a result can be shared, as `which-track:share` names them. */
const CHANNELS = ["copy", "system", "picture", "linkedin", "x", "bluesky", "mastodon", "whatsapp", "email"];

/** What keeps a quiz from showing, as `which-track:error` names it. */
const CODES = ["network", "script", "wasm", "wasm-off", "old-browser", "quiz", "crash"];

const oneOf = (values) => values.map((value) => JSON.stringify(value)).join(" | ");

/** Events: all bubble and cross shadow roots. `detail` has the TypeScript type of each field; it holds ids, never an answer. */
export const EVENTS = [
  { name: "ready", about: "The quiz can be used in full." },
  { name: "start", about: "The first answer was given." },
  { name: "step", detail: { index: "number", total: "number", question: "string" }, about: "A question is shown. `index` counts from 0, and `total` may change with the answers." },
  { name: "result", detail: { quiz: "string", edition: "string", outcome: "string" }, about: "The verdict is shown." },
  { name: "share", detail: { channel: oneOf(CHANNELS) }, about: "The result was shared." },
  { name: "error", detail: { code: oneOf(CODES), message: "string" }, about: "The quiz cannot be shown." },
];

/** The property `result` at the verdict. */
export const RESULT = { quiz: "string", edition: "string", outcome: "string", fits: "{ track: string; percent: number }[]", "link?": "string" };

/** Methods and properties of the element. */
export const METHODS = [{ name: "restart", about: "Forgets everything that is kept and begins again." }];
export const PROPERTIES = [{ name: "result", type: "WhichTrackResult | null", about: "Where the reader stands at the verdict; before it, `null`. The link shows as much of the result as they chose." }];

/** What can be styled from outside. */
export const STYLES = [
  { name: "accent", about: "Chosen answers, the Next button, the leading bar." },
  { name: "on-accent", about: "Text on the accent." },
  { name: "paper", about: "The ground." },
  { name: "ink", about: "The text." },
  { name: "muted", about: "Secondary text; keep 4.5:1 against the paper." },
  { name: "border", about: "Edges of controls; keep 3:1." },
  { name: "note", about: "Marks, nudges, what would change the result." },
  { name: "font", about: "Type." },
  { name: "heading-font", about: "Type of headings." },
  { name: "font-size", about: "The size of type." },
  { name: "radius", about: "Corners; `0` makes everything square." },
  { name: "width", about: "The widest the quiz gets." },
  { name: "scroll-margin", about: "The room above and below what is scrolled to." },
].map(({ name, about }) => ({ name: `--which-track-${name}`, about }));

/** Places for what is between the tags, by their names. */
export const SLOTS = [
  { name: "", about: "What shows without script, before the quiz is there, and when it cannot load." },
  { name: "after-result", about: "What shows below the ways to share, once there is a result." },
];

export const PARTS = ["card", "question", "option", "progress", "nav", "result", "share"];
