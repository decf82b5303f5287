// Readers' journeys through the built site in a real Chromium at a phone's size.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible, desk, journey, noSidewaysScroll, open, phone, start, stop } from "./browser.mjs";
import { answer, goOn, next, outcome, prompt, toResult, toReview } from "./quiz.mjs";

before(start);
after(stop);

const focused = (page) => page.evaluate(() => document.querySelector("which-track").shadowRoot.activeElement?.textContent.trim());
const stored = (page) => page.evaluate(() => localStorage.getItem("which-track:pm-vs-sde"));

for (const [name, options, path] of [
  ["by tap, in English", phone, "index.html"],
  ["by tap, in French", phone, "fr.html"],
  ["in the dark, without motion", { ...phone, colorScheme: "dark", reducedMotion: "reduce" }, "index.html"],
  ["on a small phone", { ...phone, viewport: { width: 320, height: 568 } }, "fr.html"],
  ["at a desk", desk, "index.html"],
]) {
  test(`${name}: from the first question to the result, every screen accessible`, () =>
    journey(options, async (page) => {
      await open(page, path);
      const screen = async (name) => {
        await accessible(page, name);
        await noSidewaysScroll(page, name);
      };
      await toReview(page, { nth: (at) => at % 4, screen });
      await screen("the review");
      await toResult(page);
      await screen("the result");
      for (const summary of await page.locator("which-track summary").all()) await summary.click();
      await screen("the result, unfolded");
      assert.equal(await page.locator("which-track .fits li").count(), 3, "every track has its bar");
    }));
}

test("the quiz takes no focus and does not scroll when the page loads", () =>
  journey(phone, async (page) => {
    await open(page);
    assert.equal(await focused(page), undefined);
  }));

test("Next without an answer stays, says so, and choosing takes the message away", () =>
  journey(phone, async (page) => {
    await open(page);
    const first = await prompt(page);
    await next(page).click();
    assert.equal(await page.locator("which-track .nudge").innerText(), "Choose an answer to go on.");
    assert.equal(await page.locator("which-track [role=status]").innerText(), "Choose an answer to go on.");
    await accessible(page, "a question with a message");
    assert.equal(await prompt(page), first);
    await answer(page);
    assert.equal(await page.locator("which-track .nudge").innerText(), "");
    assert.equal(await prompt(page), first, "choosing does not move on");
  }));

test("by keyboard alone", () =>
  journey(desk, async (page) => {
    await open(page);
    await page.locator("which-track input").first().focus();
    for (let at = 0; (await page.locator("which-track .review").count()) === 0; at += 1) {
      assert.ok(at < 20, "the quiz has an end");
      if (at > 0) assert.equal(await focused(page), await prompt(page), "focus is on the new question");
      if (at > 0) await page.keyboard.press("Tab");
      const kind = await page.evaluate(() => document.querySelector("which-track").shadowRoot.activeElement?.type);
      const before = await prompt(page);
      if (kind === "radio") {
        await page.keyboard.press("Space");
        await page.keyboard.press("ArrowDown");
        assert.equal(await prompt(page), before, "arrow keys choose and do not move on");
        await page.keyboard.press("Enter");
      } else if (kind === "checkbox") {
        await page.keyboard.press("Space");
        await page.keyboard.press("Enter");
      } else {
        await rankByKeyboard(page);
      }
      await page.waitForFunction((before) => document.querySelector("which-track").shadowRoot.querySelector(".prompt")?.innerText !== before, before);
    }
    for (let presses = 0; (await focused(page)) !== "See my result"; presses += 1) {
      assert.ok(presses < 40, "the button can be reached");
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await outcome(page).waitFor();
    assert.equal(await focused(page), await outcome(page).innerText(), "focus is on the verdict");
  }));

/** Adds three choices, and moves the last one up. */
async function rankByKeyboard(page) {
  const tabTo = async (selector) => {
    for (let presses = 0; presses < 40; presses += 1) {
      const here = await page.evaluate((selector) => document.querySelector("which-track").shadowRoot.activeElement?.matches(selector), selector);
      if (here) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`${selector} can be reached`);
  };
  const names = () => page.locator("which-track .place .name").allInnerTexts();
  for (let place = 0; place < 3; place += 1) {
    await tabTo(".unplaced button");
    await page.keyboard.press("Enter");
    await page.waitForFunction((count) => document.querySelector("which-track").shadowRoot.querySelectorAll(".place .name").length === count, place + 1);
  }
  const order = await names();
  await page.locator("which-track .place").nth(2).locator("[data-control^=up]").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction((first) => document.querySelector("which-track").shadowRoot.querySelectorAll(".place .name")[1].innerText === first, order[2]);
  assert.deepEqual(await names(), [order[0], order[2], order[1]]);
  assert.match(await page.evaluate(() => document.querySelector("which-track").shadowRoot.activeElement.dataset.control), /^up-/, "focus stays on the button");
  await tabTo("button[type=submit]");
  await page.keyboard.press("Enter");
}

test("back and forth: answers stay, and one changed in the review leads back there", () =>
  journey(phone, async (page) => {
    await open(page);
    const first = await prompt(page);
    await answer(page, 2);
    await goOn(page);
    const second = await prompt(page);
    await page.getByRole("button", { name: "Back" }).click();
    await page.waitForFunction((first) => document.querySelector("which-track").shadowRoot.querySelector(".prompt").innerText === first, first);
    assert.ok(await page.locator("which-track label.option input").nth(2).isChecked());
    await goOn(page);
    assert.equal(await prompt(page), second);
    await toReview(page);
    const given = () => page.locator("which-track .answers .given").first().innerText();
    const before = await given();
    await page.locator("which-track .answers .change").first().click();
    await page.locator("which-track fieldset").waitFor();
    await answer(page, 0);
    await next(page).click();
    await page.locator("which-track .review").waitFor();
    assert.notEqual(await given(), before);
  }));

test("a reload resumes, at a question, at the review and at the result", () =>
  journey(phone, async (page) => {
    await open(page);
    await answer(page, 1);
    await goOn(page);
    await answer(page, 1);
    const second = await prompt(page);
    await open(page);
    assert.equal(await prompt(page), second);
    assert.ok(await page.locator("which-track label.option input").nth(1).isChecked());
    await toReview(page);
    await open(page);
    await page.locator("which-track .review").waitFor();
    await toResult(page);
    const verdict = await outcome(page).innerText();
    await open(page);
    assert.equal(await outcome(page).innerText(), verdict);
  }));

test("damaged progress is a fresh start, and answers that no longer fit are dropped one by one", () =>
  journey(phone, async (page) => {
    await open(page);
    const first = await prompt(page);
    for (const damaged of ["", "{}", "1", "1;@@result", "9;@goal;goal=name", "1;@nowhere;nothing=here", "\u0000".repeat(99)]) {
      await page.evaluate((damaged) => localStorage.setItem("which-track:pm-vs-sde", damaged), damaged);
      await open(page);
      assert.equal(await prompt(page), first, JSON.stringify(damaged));
    }
    await page.evaluate(() => localStorage.setItem("which-track:pm-vs-sde", "1;@goal;gone=a;goal=name;background=gone;shipped=gone,production"));
    await open(page);
    assert.equal(await page.locator("which-track label.option", { has: page.locator("input:checked") }).innerText(), "I made my way at a company everybody knows.");
  }));

test("storage blocked: the quiz works to its end and says nothing", () =>
  journey(phone, async (page) => {
    await page.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }));
    await open(page);
    await toReview(page);
    await toResult(page);
  }));

test("storage full: the quiz works to its end and says nothing", () =>
  journey(phone, async (page) => {
    await page.addInitScript(() => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; });
    await open(page);
    await toReview(page);
    await toResult(page);
  }));

test("starting over forgets everything, and can be taken back", () =>
  journey(phone, async (page) => {
    await open(page);
    const first = await prompt(page);
    await toReview(page);
    await toResult(page);
    const verdict = await outcome(page).innerText();
    await page.getByRole("button", { name: "Start over" }).click();
    await page.locator("which-track fieldset").waitFor();
    assert.equal(await prompt(page), first);
    assert.equal(await stored(page), null);
    await page.getByRole("button", { name: "Undo" }).click();
    await outcome(page).waitFor();
    assert.equal(await outcome(page).innerText(), verdict);
    assert.notEqual(await stored(page), null);
  }));

test("what matters most can be marked three times, and skipping takes an answer back", () =>
  journey(phone, async (page) => {
    await open(page);
    const mark = page.locator("which-track .mark input");
    assert.ok(await mark.isDisabled(), "nothing to mark yet");
    for (let at = 0; at < 3; at += 1) {
      await answer(page);
      await mark.check();
      await goOn(page);
    }
    await answer(page);
    assert.ok(await mark.isDisabled(), "three are marked");
    while ((await page.getByRole("button", { name: "Skip" }).count()) === 0) {
      await answer(page);
      await goOn(page);
    }
    await answer(page);
    const before = await prompt(page);
    await page.getByRole("button", { name: "Skip" }).click();
    await page.waitForFunction((before) => document.querySelector("which-track").shadowRoot.querySelector(".prompt").innerText !== before, before);
    await toReview(page);
    assert.equal(await page.locator("which-track .answers em").innerText(), "Skipped");
    assert.equal(await page.locator("which-track .answers .marked").count(), 3);
  }));

/** Goes on to a ranking, and fills it. */
async function toRanking(page) {
  await open(page);
  while ((await page.locator("which-track .ranking").count()) === 0) {
    await answer(page);
    await goOn(page);
  }
  await answer(page);
  await page.locator("which-track .place").first().scrollIntoViewIfNeeded();
  const handles = await page.locator("which-track .place .handle").evaluateAll((handles) => handles.map((handle) => {
    const { x, y, width, height } = handle.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }));
  return { handles, names: () => page.locator("which-track .place .name").allInnerTexts() };
}

for (const [how, options] of [["a mouse", desk], ["a finger", phone]]) {
  test(`a ranking can be put in order by dragging with ${how}`, () =>
    journey(options, async (page, context) => {
      const { names, handles: [from, over, to] } = await toRanking(page);
      const [first, second, third] = await names();
      if (how === "a mouse") {
        await page.mouse.move(from.x, from.y);
        await page.mouse.down();
        await page.mouse.move(over.x, over.y, { steps: 4 });
        await page.mouse.move(to.x, to.y, { steps: 4 });
        await page.mouse.up();
      } else {
        const touch = await context.newCDPSession(page);
        const send = (type, points) => touch.send("Input.dispatchTouchEvent", { type, touchPoints: points });
        await send("touchStart", [from]);
        for (const point of [over, to]) {
          await send("touchMove", [point]);
          await page.waitForTimeout(50);
        }
        await send("touchEnd", []);
      }
      await page.waitForFunction((last) => [...document.querySelector("which-track").shadowRoot.querySelectorAll(".place .name")].at(-1).innerText === last, first);
      assert.deepEqual(await names(), [second, third, first]);
    }));
}

test("a choice that is let go outside of the ranking is dragged no longer, and no text is marked on the way", () => journey(desk, async (page) => {
  const { names, handles: [from, over] } = await toRanking(page);
  const [first, second, third] = await names();
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(over.x + 200, over.y, { steps: 4 });
  assert.deepEqual(await names(), [second, first, third], "dragged");
  await page.mouse.move(5, over.y, { steps: 4 });
  assert.equal(await page.evaluate(() => String(getSelection())), "", "nothing is marked");
  // The button is let go where the page does not hear of it, as outside of the window.
  await page.evaluate(() => addEventListener("pointerup", (event) => event.stopImmediatePropagation(), { capture: true, once: true }));
  await page.mouse.up();
  await page.mouse.move(over.x, over.y, { steps: 4 });
  await page.mouse.move(from.x, from.y, { steps: 4 });
  assert.deepEqual(await names(), [second, first, third], "and stays where it was");
}));

/** What only a result needs comes while the reader answers, whatever that is. */
const ofResult = /\/(which-track-result-[0-9a-f]+\.(wasm|css)|quizzes\/pm-vs-sde\.[0-9a-z]+\.en\.result\.json\?[0-9a-f]+)$/;

test("after loading, nothing is requested from anywhere but what a result needs", () =>
  journey(phone, async (page) => {
    await open(page);
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    await toReview(page);
    await toResult(page);
    assert.equal(requests.length, 3, requests.join(" "));
    assert.deepEqual(requests.filter((url) => !ofResult.test(url)), []);
  }));

test("the page is told what happens, in ids and without answers", () =>
  journey(phone, async (page) => {
    await page.addInitScript(() => {
      window.told = [];
      for (const name of ["ready", "start", "step", "result", "error"]) {
        document.addEventListener(`which-track:${name}`, ({ detail }) => window.told.push([name, detail]));
      }
    });
    await open(page);
    await toReview(page);
    await toResult(page);
    const told = await page.evaluate(() => window.told);
    assert.deepEqual(told.slice(0, 3), [["ready", null], ["start", null], ["step", { index: 1, total: 12, question: "background" }]]);
    const [name, detail] = told.at(-1);
    assert.equal(name, "result");
    assert.deepEqual(Object.keys(detail), ["quiz", "edition", "outcome"]);
    assert.equal(told.filter(([name]) => name === "start").length, 1);
  }));
