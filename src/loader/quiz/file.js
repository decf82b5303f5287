// The compiled quiz that an element asks for, and the edition that a shared link needs.
import { childOf } from "../child.js";
import { failures } from "./failures.js";
import { fetched, parsed } from "./load.js";
import { address } from "./site.js";

/** The compiled quiz: a child's, one from elsewhere, or one of the site, its entry. */
export async function quizOf(element, entry) {
  const child = childOf(element);
  if (child) return parsed(child.textContent, "the quiz inside the element");
  if (element.hasAttribute("src")) return fetched(addressOf(element.getAttribute("src")));
  if (!entry) throw failures.quiz(`This site has no quiz "${element.getAttribute("quiz")}".`);
  return fetched(address(entry.quiz));
}

/** The quiz in the edition that the code in the address was made with, where the page says that it has it. */
export async function earlier(element) {
  const path = parsed(element.getAttribute("editions") ?? "{}", "editions")[stamp()];
  return path && fetched(new URL(path, document.baseURI)).catch((error) => {
    if (error.status !== 404) throw error; // else it is gone
  });
}

/** The part of the code behind the `#` that tells its edition; what programs put before a code is none of its letters and
    digits. */
function stamp() {
  const hash = location.hash.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(`0x${hex}`));
  return /[0-9a-z](...)/i.exec(hash)?.[1] ?? "";
}

/** An address of a quiz that the page gives. */
function addressOf(src) {
  try {
    return new URL(src, document.baseURI);
  } catch {
    throw failures.quiz(`"${src}" is no address of a quiz.`);
  }
}
