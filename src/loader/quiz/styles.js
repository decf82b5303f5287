// The styles that come after those of questions: with interest, and with a result.
import { sheetOf } from "../sheet.js";

let later; // of what no first screen has, which the builder puts in

/** Gives a shadow root what comes with interest. */
export const adoptLater = (root) => adopt(root, (later ??= sheetOf(STYLES)));

/** Gives a shadow root a style sheet, behind those that it has. */
export function adopt(root, sheet) {
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
