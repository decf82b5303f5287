// What a reader does with a quiz and sees of it, in whatever engine: on a page with one <which-track>.
import assert from "node:assert/strict";

const LIMIT = 15_000;

/** Waits until `holds`, a function in the page, gives something, and gives that. */
export async function wait(page, holds, ...args) {
  const value = await page.evaluate(async (holds, args, limit) => {
    const late = performance.now() + limit;
    const test = (0, eval)(`(${holds})`);
    for (;;) {
      const value = test(...args);
      if (value || performance.now() > late) return value;
      await new Promise((next) => setTimeout(next, 20));
    }
  }, String(holds), args, LIMIT);
  assert.ok(value, `within ${LIMIT / 1000} s: ${holds} ${JSON.stringify(args)}`);
  return value;
}

/** How many elements of the quiz there are, and the words of the first of them. */
export const count = (page, selector) => page.evaluate((selector) => document.querySelector("which-track").shadowRoot?.querySelectorAll(selector).length ?? 0, selector);
export const text = (page, selector) => page.evaluate((selector) => document.querySelector("which-track").shadowRoot?.querySelector(selector)?.innerText, selector);
export const texts = (page, selector) => page.evaluate((selector) => [...document.querySelector("which-track").shadowRoot.querySelectorAll(selector)].map((element) => element.innerText), selector);

/** Waits for an element of the quiz. */
export const there = (page, selector) => wait(page, (selector) => !!document.querySelector("which-track")?.shadowRoot?.querySelector(selector), selector);

/** The words of what has the focus in the quiz. */
export const focused = (page) => page.evaluate(() => document.querySelector("which-track").shadowRoot.activeElement?.textContent.trim());

/** Shows interest, and waits for the program. */
export async function ready(page) {
  await wait(page, () => {
    const quiz = document.querySelector("which-track");
    if (window[Symbol.for("noted")].ready.has(quiz)) return true;
    // It hears of interest once it has come near.
    quiz.dispatchEvent(new PointerEvent("pointerover"));
    return false;
  });
}

/** Brings the quiz into view. */
export const show = (page) => page.evaluate(() => document.querySelector("which-track").scrollIntoView());

/** Opens a page, brings its quiz into view and waits for the program. */
export async function open(page, url) {
  await page.open(url);
  await show(page);
  await ready(page);
}

/** The same once more. */
export async function reload(page) {
  await page.reload();
  await show(page);
  await ready(page);
}

/** Clicks the nth of these elements in the quiz as a hand does: once it stands still and nothing lies over it. */
export async function click(page, selector, nth = 0) {
  const [x, y] = await wait(page, (selector, nth) => {
    const root = document.querySelector("which-track").shadowRoot;
    const element = root?.querySelectorAll(selector)[nth];
    if (!element) return undefined;
    const middle = () => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    };
    const [x, y] = middle();
    const seen = element.contains(root.elementFromPoint(x, y));
    const [still, last] = [element.stands === String([x, y]), (element.stands = String([x, y]))];
    if (!seen) element.scrollIntoView({ block: "center", behavior: "instant" });
    return seen && still && last && [x, y];
  }, selector, nth);
  await page.press(x, y);
}

export const prompt = (page) => text(page, ".prompt");

/** Waits until another screen is there than the one with this heading, and has the focus. */
const another = (page, before) => wait(page, (before) => {
  const { activeElement } = document.querySelector("which-track").shadowRoot;
  return activeElement?.dataset.control === "heading" && activeElement.innerText !== before;
}, before);

/** Answers the question on the screen: the nth option, or the first ones of a ranking. */
export async function answer(page, nth = 0) {
  for (let open = await count(page, ".place.open"), ranked = open > 0; ; open -= 1) {
    if (open === 0 && ranked) return;
    if (!ranked) break;
    await click(page, ".unplaced button");
    await wait(page, (open) => document.querySelector("which-track").shadowRoot.querySelectorAll(".place.open").length < open, open);
  }
  const options = await count(page, "label.option");
  await click(page, "label.option", Math.min(nth, options - 1));
}

export async function goOn(page) {
  const before = await prompt(page);
  await click(page, "[type=submit]");
  await another(page, before);
}

/** Answers until the review; calls `screen` on the way, where there is one. */
export async function toReview(page, { nth = () => 0, screen = () => {} } = {}) {
  for (let at = 0; (await count(page, ".review")) === 0; at += 1) {
    assert.ok(at < 20, "the quiz has an end");
    await answer(page, nth(at));
    await screen(at);
    await goOn(page);
  }
}

export async function toResult(page) {
  await click(page, ".review button.primary");
  await there(page, ".outcome:focus");
  // What would change the result comes a moment later and moves what is below it.
  await there(page, ".change-it:not([aria-busy])");
}

/** From the first question to the review by keys alone. */
export async function byKeyboard(page) {
  await page.evaluate(() => document.querySelector("which-track").shadowRoot.querySelector("input").focus());
  for (let at = 0; (await count(page, ".review")) === 0; at += 1) {
    assert.ok(at < 20, "the quiz has an end");
    const before = await prompt(page);
    if (at > 0) assert.equal(await focused(page), before, "the focus is on the new question");
    if (await count(page, ".ranking")) await rankByKeyboard(page);
    else {
      await tabTo(page, "input");
      await page.key(" ");
      await page.key("Enter");
    }
    await another(page, before);
  }
}

async function rankByKeyboard(page) {
  for (let open = await count(page, ".place.open"); open > 0; open -= 1) {
    await tabTo(page, ".unplaced button");
    await page.key("Enter");
    await wait(page, (open) => document.querySelector("which-track").shadowRoot.querySelectorAll(".place.open").length < open, open);
  }
  await tabTo(page, "[type=submit]");
  await page.key("Enter");
}

/** Presses Tab until an element has the focus. */
export async function tabTo(page, selector) {
  const here = () => page.evaluate((selector) => document.querySelector("which-track").shadowRoot.activeElement?.matches(selector) ?? false, selector);
  for (let presses = 0; !(await here()); presses += 1) {
    assert.ok(presses < 40, `${selector} can be reached`);
    await page.key("Tab");
  }
}
