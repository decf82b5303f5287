// The shadow root of an element, with the styles of questions and the keys held.
import { holdKeys } from "./keys.js";

let sheet;

/** The styles of the questions, which the builder puts in: they come with this script, not a round trip later. */
function styles() {
  if (sheet) return sheet;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  return sheet;
}

/** The root of an element. Throws where the page forbids it. */
export function rootOf(element) {
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  holdKeys(root, "add");
  if (!root.adoptedStyleSheets[0]) root.adoptedStyleSheets = [styles()];
  return root;
}
