// Which quiz an element asks for.
import { childOf } from "./child.js";
import { languageOf, nearest } from "./language.js";
import { site } from "./site.js";

/** The quiz of the site that is asked for, in the nearest language that it has. */
export function wanted(element) {
  if (element.hasAttribute("src") || childOf(element)) return undefined;
  const id = element.getAttribute("quiz") ?? Object.keys(site.quizzes)[0];
  if (!Object.hasOwn(site.quizzes, id)) return undefined;
  const languages = site.quizzes[id];
  const tags = Object.keys(languages);
  const tag = nearest(languageOf(element), tags) ?? tags[0];
  return { id, tag, own: tag === tags[0], ...languages[tag] };
}

/** The level of the uppermost heading. */
export const levelOf = (element) => Math.min(Math.max(parseInt(element.getAttribute("heading-level")) || 2, 1), 6);

/** Whether progress outlasts the page. */
export const persists = (element) => element.getAttribute("storage") !== "none";

/** What an earlier visit left of a quiz. Storage that is forbidden has nothing. */
export function stored(element, id) {
  try {
    return persists(element) ? localStorage.getItem(`which-track:${id}`) : null;
  } catch {
    return null;
  }
}
