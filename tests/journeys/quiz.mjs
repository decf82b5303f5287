// What a reader does in the quiz: answers a question of any kind, goes on, reviews, reads the result.

import { ready } from "./browser.mjs";

export const prompt = (page) => page.locator("which-track .prompt").innerText();
export const next = (page) => page.locator("which-track button[type=submit]");
export const outcome = (page) => page.locator("which-track .outcome");

/** Answers the question on the screen by tapping: the `nth` option, step or, for a ranking, the first that are open. */
export async function answer(page, nth = 0) {
  const quiz = page.locator("which-track");
  const places = await quiz.locator(".place.open").count();
  for (let place = 0; place < places; place += 1) await quiz.locator(".unplaced button").first().click();
  if (places > 0) return;
  const options = quiz.locator("label.option");
  await options.nth(Math.min(nth, (await options.count()) - 1)).click();
}

/** Goes on, and waits for the next screen. */
export async function goOn(page) {
  const before = await prompt(page);
  await next(page).click();
  await page.waitForFunction((before) => document.querySelector("which-track").shadowRoot.querySelector(".prompt")?.innerText !== before, before);
}

/** Answers all questions until the review: tapping, and calling `screen` on each, where there is one; else, for journeys that
    are about what comes after, within the page, which takes a tenth of the time. */
export async function toReview(page, { nth = () => 0, screen } = {}) {
  await ready(page);
  if (!screen) return inPage(page, Array.from({ length: 20 }, (_, at) => nth(at)));
  for (let at = 0; (await page.locator("which-track .review").count()) === 0; at += 1) {
    await screen(`question ${at + 1}`);
    await answer(page, nth(at));
    await goOn(page);
  }
}

/** Answers all questions by the elements' own clicks. */
const inPage = (page, nth) => page.evaluate(async (nth) => {
  const quiz = (selector) => [...document.querySelector("which-track").shadowRoot.querySelectorAll(selector)];
  const until = async (holds) => {
    const late = performance.now() + 10_000;
    while (!holds()) {
      if (performance.now() > late) throw new Error(`nothing happens after "${quiz(".prompt")[0]?.innerText}"`);
      await new Promise((later) => setTimeout(later));
    }
  };
  const rank = async () => {
    for (let left = quiz(".place.open").length; left > 0; left -= 1) {
      quiz(".unplaced button")[0].click();
      await until(() => quiz(".place.open").length < left);
    }
  };
  await until(() => quiz(".review, .question")[0]);
  for (let at = 0; !quiz(".review")[0]; at += 1) {
    const [before] = quiz(".prompt");
    const options = quiz("label.option");
    if (quiz(".ranking")[0]) await rank();
    else options[Math.min(nth[at], options.length - 1)].click();
    quiz("[type=submit]")[0].click();
    await until(() => quiz(".prompt")[0] !== before);
  }
}, nth);

/** From the review to the verdict, and until all of the result is there. */
export async function toResult(page) {
  await page.locator("which-track .review button.primary").click();
  await outcome(page).waitFor();
  await wholeResult(page);
}

/** The verdict and the fits come first, then the rest, and then what would change it. */
export const wholeResult = (page) => page.locator("which-track .change-it:not([aria-busy])").waitFor();

/** Takes the quiz in a frame to its result. */
export async function finishInFrame(frame) {
  for (let at = 0; (await frame.locator("which-track .review").count()) === 0; at += 1) {
    const before = await prompt(frame);
    await answer(frame);
    await next(frame).click();
    await frame.locator("which-track .prompt", { hasNotText: before }).waitFor();
  }
  await toResult(frame);
}
