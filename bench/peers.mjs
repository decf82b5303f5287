// Whom the benchmark compares: where each is, and how a reader finds the question, the options, the button and the verdict in it,
// and what looks over the answers before that.

const widget = { root: "which-track", prompt: ".prompt", option: ".option", next: ".primary", review: ".answers", verdict: ".outcome" };
const own = { prompt: ".prompt", option: ".option", next: "button.next", verdict: ".outcome" };

export const peers = [
  { name: "hand-written", path: "/page/", ...own },
  { name: "the same again", path: "/page/", ...own },
  { name: "in one file", path: "/one-file/", ...own },
  { name: "Which Track", path: "/which-track/", ...widget },
  { name: "its own page", path: "/which-track/q/free-day/", ...widget },
  { name: "Preact", path: "/preact/", ...own },
  { name: "Svelte", path: "/svelte/", ...own },
  { name: "SurveyJS", path: "/surveyjs/", prompt: ".sd-question__title", option: ".sd-selectbase__label", next: ".sd-navigation__next-btn, .sd-navigation__complete-btn", verdict: ".outcome" },
  { name: "Formbricks", path: "/formbricks/", prompt: "#fbjs form > label", option: "#fbjs [role=radiogroup] > label", next: "#fbjs [type=submit]", verdict: ".outcome" },
];
