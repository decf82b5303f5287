// The rest of the loader, one file in the built site: what happens to quizzes in use, and the frames of the page.
import { keepFrames } from "./frames.js";
import { Quiz } from "./quiz.js";

keepFrames();
addEventListener("hashchange", Quiz.followed);
["error", "unhandledrejection"].forEach((name) => addEventListener(name, Quiz.stopped));
["storage", "pageshow"].forEach((name) => addEventListener(name, Quiz.storedElsewhere));
["online", "pageshow"].forEach((name) => addEventListener(name, Quiz.tryAgain));
document.addEventListener("visibilitychange", (event) => document.hidden || Quiz.tryAgain(event));

export { takeOver } from "./load.js";
export { Quiz };
