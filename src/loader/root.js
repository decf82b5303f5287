// The shadow root of an element, with the styles of questions and the keys held.
import { holdKeys } from "./keys.js";
import { sheetOf } from "./sheet.js";

let styles; // of questions, which the builder puts in: they come with this script, not a round trip later

/** Keeps room for quizzes for which the page keeps none, as high as the builder says, until something is shown. */
export const keepRoom = () => document.adoptedStyleSheets?.push(sheetOf(ROOMS));

/** The root of an element. Throws where the page forbids it. */
export function rootOf(element) {
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  holdKeys(root, "add");
  if (!root.adoptedStyleSheets[0]) {
    root.adoptedStyleSheets = [(styles ??= sheetOf(STYLES))];
    element.attachInternals?.().states?.add("--shown"); // older browsers take no other names
  }
  return root;
}
