// The same quiz in two tabs, or on a page that comes back from the back/forward cache: what was deleted stays deleted,
// and newer answers are never overwritten by older ones.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { anew, blank, home, journey, open, phone, ready, start, stop } from "./browser.mjs";
import { answer, goOn, next, outcome, prompt, toResult, toReview } from "./quiz.mjs";

before(start);
after(stop);

const stored = (page) => page.evaluate(() => localStorage.getItem("which-track:pm-vs-sde"));
const status = (page) => page.locator("which-track [role=status]").innerText();
const CHANGED = "Your answers were changed in another tab. This is where they stand now.";
const DELETED = "Your answers were deleted in another tab.";

/** A page, and the same in a second tab. */
const twoTabs = (run) => journey(phone, async (one, context, noise) => {
  const other = await context.newPage();
  other.setDefaultTimeout(15_000);
  other.on("console", (message) => ["error", "warning"].includes(message.type()) && noise.push(message.text()));
  other.on("pageerror", (error) => noise.push(String(error)));
  await open(one);
  await open(other);
  await one.bringToFront();
  await run(one, other);
});

/** Answers the next questions. */
async function toAnswer(page, questions) {
  for (let place = 0; place < questions; place += 1) {
    await answer(page, place);
    await goOn(page);
  }
}

/** As where the browser tells a tab nothing of the other one: a page that was kept aside, or a slow message. */
const deaf = (page) => page.addInitScript(() => addEventListener("storage", (event) => event.stopImmediatePropagation(), true));

test("a tab takes up what another one has written, and goes on from there", () => twoTabs(async (one, other) => {
  await answer(one, 1);
  await goOn(one);
  const second = await prompt(one);
  await other.getByText("Question 2 of").waitFor();
  assert.equal(await prompt(other), second);
  assert.equal(await status(other), CHANGED);
  assert.equal(await other.evaluate(() => document.activeElement === document.body), true, "focus is left alone");
  await other.bringToFront();
  await answer(other, 2);
  await goOn(other);
  await one.getByText("Question 3 of").waitFor();
  await one.bringToFront();
  await answer(one, 0);
  assert.match(await stored(one), /;goal=name;background=[a-z-]+;/);
}));

test("what is deleted in one tab stays deleted, also when the other one goes on", () => twoTabs(async (one, other) => {
  await toReview(one);
  await toResult(one);
  await outcome(other).waitFor();
  await one.locator("which-track summary", { hasText: "What is stored" }).click();
  await one.getByRole("button", { name: "Delete everything stored here" }).click();
  await other.locator("which-track fieldset").waitFor();
  assert.equal(await status(other), DELETED);
  assert.equal(await outcome(other).count(), 0);
  await other.bringToFront();
  await answer(other, 1);
  assert.match(await stored(other), /^1;@goal;goal=name$/, "nothing of before");
}));

test("starting over in one tab starts over in the other one, which can still compare", () => twoTabs(async (one, other) => {
  await toReview(one);
  await toResult(one);
  await outcome(other).waitFor();
  await one.getByRole("button", { name: "Start over" }).click();
  await other.locator("which-track fieldset").waitFor();
  assert.equal(await status(other), CHANGED);
  await other.bringToFront();
  await toReview(other, { nth: () => 2 });
  await toResult(other);
  await other.getByRole("heading", { name: "Since last time" }).waitFor();
}));

test("a tab that nobody told keeps newer answers when it is used: an answer is added to them", () => journey(phone, async (one, context) => {
  const other = await context.newPage();
  await deaf(other);
  await open(one);
  await open(other);
  await one.bringToFront();
  await answer(one, 1);
  await one.locator("which-track .mark input").check();
  await other.bringToFront();
  await answer(other, 3);
  assert.equal(await status(other), CHANGED);
  assert.equal(await stored(other), "1;@goal;goal*=adoption", "the mark of the other tab, and the answer of this one");
}));

test("a tab that nobody told does not go on from a question that its reader does not see", () => journey(phone, async (one, context) => {
  const other = await context.newPage();
  await deaf(other);
  await open(one);
  await open(other);
  await answer(other, 0);
  await one.bringToFront();
  await answer(one, 1);
  await goOn(one);
  await answer(one, 2);
  await goOn(one);
  const newest = await stored(one);
  await other.bringToFront();
  await next(other).click();
  await other.getByText("Question 3 of").waitFor();
  assert.equal(await status(other), CHANGED);
  assert.equal(await prompt(other), await prompt(one));
  assert.ok(await other.evaluate(() => document.querySelector("which-track").shadowRoot.activeElement?.matches(".prompt")), "focus is on what is new");
  assert.equal(await stored(other), newest);
}));

test("what was cleared by the browser is not written again", () => journey(phone, async (page) => {
  await open(page);
  await answer(page, 1);
  await goOn(page);
  await page.evaluate(() => localStorage.clear());
  await next(page).click();
  await page.getByText("Question 1 of").waitFor();
  assert.equal(await status(page), DELETED);
  assert.equal(await stored(page), null);
}));

// Chromium under a driver has no back/forward cache: so the page is told what it would be told when it comes out of it.
test("a page out of the back/forward cache takes up newer answers", () => journey(phone, async (one, context) => {
  const other = await context.newPage();
  await deaf(one);
  await open(one);
  await open(other);
  await toAnswer(other, 2);
  const newest = await stored(other);
  assert.equal(await one.getByText("Question 1 of").count(), 1, "nobody has told it yet");
  await one.bringToFront();
  await one.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await one.getByText("Question 3 of").waitFor();
  assert.equal(await status(one), CHANGED);
  await answer(one, 0);
  assert.ok((await stored(one)).startsWith(`${newest};`), "one answer more");
}));

test("an element that was away takes up what was written meanwhile", () => journey(phone, async (page) => {
  await blank(page, `<which-track loading="eager"></which-track>`);
  await ready(page);
  await answer(page, 1);
  await page.evaluate(() => {
    window.kept = document.querySelector("which-track");
    window.kept.remove();
  });
  await page.evaluate(() => new Promise((later) => setTimeout(later)));
  await page.evaluate(() => localStorage.setItem("which-track:pm-vs-sde", "1;@background;goal=reach;background=research"));
  await anew(page, () => page.evaluate(() => document.body.append(window.kept)));
  assert.equal(await stored(page), "1;@background;goal=reach;background=research");
  await page.getByText("Question 2 of").waitFor();
}));

test("the same quiz twice on a page: neither overwrites the other's answers", () => journey(phone, async (page) => {
  await blank(page, `<which-track id="one" loading="eager"></which-track><which-track id="two" loading="eager"></which-track>`);
  await ready(page);
  await page.locator("#one label.option").nth(1).click();
  await page.locator("#one .mark input").check();
  await page.locator("#two label.option").nth(2).click();
  assert.match(await stored(page), /goal\*=/);
}));

test("what was deleted in one tab is not taken back by Undo in the other", () => twoTabs(async (one, other) => {
  await toReview(one);
  await toResult(one);
  await one.getByRole("button", { name: "Start over" }).click();
  await one.getByRole("button", { name: "Undo" }).waitFor();
  await other.bringToFront();
  await other.locator("which-track fieldset").waitFor();
  await answer(other);
  await other.locator("which-track summary", { hasText: "What is stored" }).click();
  await other.getByRole("button", { name: "Delete everything stored here" }).click();
  await one.bringToFront();
  await one.getByText(DELETED).waitFor();
  assert.equal(await one.getByRole("button", { name: "Undo" }).count(), 0);
  assert.deepEqual(await one.evaluate(() => Object.keys(localStorage)), []);
}));

test("a tab that has no room to store takes nothing away from the other one's screen", () => twoTabs(async (one, other) => {
  await answer(one, 1);
  await goOn(one);
  await other.getByText("Question 2 of").waitFor();
  await one.evaluate(() => {
    const real = Storage.prototype.setItem;
    Storage.prototype.setItem = function (name, text) {
      if (text !== "") throw new DOMException("full", "QuotaExceededError");
      real.call(this, name, text);
    };
  });
  await answer(one, 2);
  await goOn(one);
  await one.getByText("Question 3 of").waitFor();
  await other.bringToFront();
  await other.waitForTimeout(200);
  await other.getByText("Question 2 of").waitFor();
  assert.equal(await status(other), CHANGED, "of the time before");
  await other.reload();
  await ready(other);
  assert.equal(await other.locator("which-track input:checked").count(), 0, "nothing old comes back");
}));

test("the same choice in two tabs is one choice", () => journey(phone, async (one, context) => {
  const other = await context.newPage();
  await deaf(other);
  const saved = "1;@shipped;goal=name;background=systems;stage=senior;zero-to-one=built";
  await open(one);
  await one.evaluate((saved) => localStorage.setItem("which-track:pm-vs-sde", saved), saved);
  await open(one);
  await open(other);
  await one.bringToFront();
  await one.locator("which-track label.option").first().click();
  await other.bringToFront();
  await other.locator("which-track label.option").first().click();
  await other.getByText(CHANGED).first().waitFor();
  assert.ok(await other.locator("which-track label.option input").first().isChecked());
}));

for (const [from, to] of [["local", "none"], ["none", "local"]]) {
  test(`answers stay where storage changes from ${from} to ${to} in the middle`, () => journey(phone, async (page) => {
    await blank(page, "");
    await page.evaluate(() => localStorage.setItem("which-track:pm-vs-sde", "1;@background;goal=reach"));
    if (from === "local") await page.evaluate(() => localStorage.clear());
    await page.evaluate((from) => (document.body.innerHTML = `<which-track loading="eager" storage="${from}"></which-track>`), from);
    await ready(page);
    await answer(page, 1);
    await goOn(page);
    await anew(page, () => page.evaluate((to) => document.querySelector("which-track").setAttribute("storage", to), to));
    await page.getByText("Question 2 of").waitFor();
    await answer(page, 1);
    await page.getByRole("button", { name: "Back" }).click();
    await page.getByText("Question 1 of").waitFor();
    assert.ok(await page.locator("which-track label.option input").nth(1).isChecked(), "the answer of this minute");
  }));
}

test("where storage is refused in the middle, the answers stay on the screen", () => journey(phone, async (page) => {
  await open(page);
  await answer(page, 1);
  await goOn(page);
  await page.evaluate(() => { for (const name of ["getItem", "setItem", "removeItem"]) Storage.prototype[name] = () => { throw new DOMException("no", "SecurityError"); }; });
  await answer(page, 1);
  await goOn(page);
  await page.getByText("Question 3 of").waitFor();
}));
