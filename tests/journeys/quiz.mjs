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

/** Answers all questions until the review, calling `screen` on each. */
export async function toReview(page, { nth = () => 0, screen = async () => {} } = {}) {
  await ready(page);
  for (let at = 0; (await page.locator("which-track .review").count()) === 0; at += 1) {
    await screen(`question ${at + 1}`);
    await answer(page, nth(at));
    await goOn(page);
  }
}

/** From the review to the verdict. */
export async function toResult(page) {
  await page.locator("which-track .review button.primary").click();
  await outcome(page).waitFor();
}
