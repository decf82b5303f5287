// No answer leaves the page, whatever the page around does to the quiz: what is pressed may come to nothing there, but it
// is never sent anywhere.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { blank, holdProgram, home, host, journey, phone, ready, start, stop } from "./browser.mjs";
import { answer, next } from "./quiz.mjs";

before(start);
after(stop);

/** What pages do, on purpose or not: each as a script that runs before everything else, or once the quiz is there. */
const PAGES = [
  ["stops every click, as consent overlays do", { first: () => document.addEventListener("click", (event) => event.stopPropagation(), true) }],
  ["stops every click, press and submission at the window", { first: () => ["click", "submit", "keydown", "pointerdown", "change"].forEach((name) => addEventListener(name, (event) => event.stopImmediatePropagation(), true)) }],
  ["hides the path of events", { first: () => { Event.prototype.composedPath = () => []; } }],
  ["breaks the path of events", { first: () => { Event.prototype.composedPath = () => { throw new Error("no paths here"); }; } }],
  ["parses the shadow root anew, as sanitizers do", { then: () => {
    const { shadowRoot } = document.querySelector("which-track");
    shadowRoot.innerHTML = shadowRoot.innerHTML;
  } }],
  ["takes the quiz out of its shadow root", { then: () => {
    const { shadowRoot } = document.querySelector("which-track");
    document.body.append(...shadowRoot.children);
  } }],
];

/** Everything that sends a form. */
async function submit(page) {
  const within = (act) => page.evaluate((act) => {
    const root = document.querySelector("which-track").shadowRoot;
    const form = root.querySelector("form") ?? document.querySelector("form");
    form?.[act]();
  }, act);
  const button = page.locator("which-track button[type=submit], body > div button[type=submit]").first();
  await button.click();
  await page.locator("which-track input, body > div input").first().press("Enter").catch(() => {});
  await within("requestSubmit");
  await within("submit");
  await page.waitForTimeout(300);
}

for (const [what, { first, then }] of PAGES) {
  for (const when of ["the first screen", "the widget"]) {
    test(`a page that ${what}: nothing is sent from ${when}`, () => journey(phone, async (page, context, noise) => {
      const sent = [];
      page.on("request", (request) => request.isNavigationRequest() && sent.push(request.url()));
      if (first) await page.addInitScript(first);
      const release = when === "the first screen" ? await holdProgram(page) : undefined;
      await blank(page, `<which-track loading="eager"></which-track>`);
      if (release) await page.locator("which-track .prompt").waitFor();
      else await ready(page);
      if (then) await page.evaluate(then);
      const at = page.url();
      sent.splice(0);
      await page.locator("which-track label.option, body > div label.option").nth(1).click();
      await submit(page);
      assert.deepEqual([sent, page.url()], [[], at]);
      release?.();
      // What such a page breaks may be heard of in the console.
      noise.splice(0);
    }));
  }
}

test("where a page keeps clicks from us, Next and Enter go on all the same", () => journey(phone, async (page) => {
  await page.addInitScript(() => document.addEventListener("click", (event) => event.stopPropagation(), true));
  await host(page, "bare");
  await ready(page);
  const prompt = page.locator("which-track .prompt");
  const first = await prompt.innerText();
  await answer(page, 1);
  await next(page).click();
  await page.getByText("Question 2 of").waitFor();
  await answer(page, 1);
  await page.locator("which-track input").first().press("Enter");
  await page.getByText("Question 3 of").waitFor();
  assert.notEqual(await prompt.innerText(), first);
}));

test("no control has a name or a value that tells an answer, and pages without script have no form", () => journey(phone, async (page) => {
  const release = await holdProgram(page);
  await blank(page, `<which-track loading="eager"></which-track>`);
  await page.locator("which-track .prompt").waitFor();
  const told = () => page.locator("which-track input").evaluateAll((inputs) => [...new Set(inputs.flatMap(({ name, value }) => [name, value]))].sort());
  assert.deepEqual(await told(), ["", "choice", "on"]);
  release();
  await ready(page);
  assert.deepEqual(await told(), ["", "choice", "on"]);
  assert.equal(await page.locator("which-track form").getAttribute("method"), "dialog");
  await page.close();
}));

test("without script, Enter on the page of a quiz sends nothing", () => journey({ ...phone, javaScriptEnabled: false }, async (page) => {
  await home(page, "q/pm-vs-sde/");
  const at = page.url();
  await page.locator("input[type=radio]").first().check();
  await page.locator("input[type=radio]").first().press("Enter");
  await page.waitForTimeout(300);
  assert.equal(page.url(), at);
}));
