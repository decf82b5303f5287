// What only a result needs comes while the reader answers: late, lost or damaged, nothing else suffers from it, and the way
// to the result stays.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { QUESTIONS, each } from "../accessibility/screens.mjs";
import { blank, breakNext, journey, open, phone, ready, site, start, stop } from "./browser.mjs";
import { outcome, toResult, toReview, wholeResult } from "./quiz.mjs";

before(start);
after(stop);

const FILES = {
  "part of the program": /which-track-result-[^/]*\.wasm$/,
  styles: /which-track-result-[^/]*\.css$/,
  "rest of the quiz": /\.result\.json/,
};
/** Without motion: no page is scrolled while a test presses something. */
const still = { ...phone, reducedMotion: "reduce" };
const element = `<meta name="viewport" content="width=device-width"><which-track loading="eager"><p>instead</p></which-track>`;
const COMING = "Your result is on its way…";
const MISSING = "Your result did not load. Check your connection, then press the button again.";

/** What is said beside the button, where the reader looks, and to those who hear the page. */
async function told(page, words) {
  await page.locator("which-track .review .nudge", { hasText: words }).waitFor();
  assert.equal(await page.locator("which-track [role=status]").innerText(), words);
  const [nudge, button] = await Promise.all([page.locator("which-track .review .nudge"), see(page)].map((place) => place.boundingBox()));
  assert.ok(nudge.y > 0 && nudge.y < 844 && nudge.y < button.y && button.y - nudge.y < 120, `seen at ${nudge.y}, above the button at ${button.y}`);
}

const see = (page) => page.getByRole("button", { name: "See my result" });
const heading = (page) => page.evaluate(() => document.querySelector("which-track").shadowRoot.activeElement?.matches(".outcome"));

for (const [what, file] of Object.entries(FILES)) {
  test(`the ${what} is late: it says so, and shows the result when it comes`, () => journey(still, async (page) => {
    let release;
    const released = new Promise((resolve) => (release = resolve));
    await page.route(file, async (route) => {
      await released;
      await route.continue();
    });
    await page.addInitScript(() => {
      window.told = [];
      addEventListener("which-track:result", ({ detail }) => window.told.push(detail.outcome));
    });
    await blank(page, element);
    await toReview(page);
    await see(page).click();
    await told(page, COMING);
    await see(page).click();
    assert.deepEqual(await page.evaluate(() => window.told), []);
    release();
    await outcome(page).waitFor();
    assert.ok(await heading(page), "the focus is on the verdict");
    assert.equal(await page.evaluate(() => window.told.length), 1);
    assert.equal(await page.getByText(COMING).count(), 0);
  }));

  test(`the ${what} is lost: it says so, keeps every answer, and the button tries again`, () => journey(still, async (page, context, noise) => {
    await page.route(file, (route) => route.abort("internetdisconnected"));
    await blank(page, element);
    await toReview(page);
    await see(page).click();
    await told(page, MISSING);
    await page.getByRole("button", { name: "Back" }).click();
    await page.getByText("Question 11 of").or(page.getByText("Question 12 of")).waitFor();
    assert.equal(await page.getByText(MISSING).count(), 0, "until the screen changes");
    await page.locator("which-track [type=submit]").click();
    // With the review it is tried again; what fails is told only once it is known that nobody is leaving the page.
    await page.waitForTimeout(400);
    await page.unroute(file);
    await see(page).click();
    await outcome(page).waitFor();
    assert.ok(noise.some((line) => line.startsWith("which-track: ")), "whoever runs the page is told");
    noise.splice(0);
  }));

  test(`the ${what} is something else: no result, and no crash`, () => journey(still, async (page, context, noise) => {
    const bodies = ["<!doctype html><title>Missing</title>", "", "[]", "\0asm\x01\0\0\0"];
    let body = 0;
    await page.route(file, (route) => route.fulfill({ contentType: "application/octet-stream", body: bodies[body] }));
    await blank(page, element);
    await toReview(page);
    for (; body < bodies.length; body += 1) {
      // Anything is a style sheet.
      if (what === "styles") break;
      // An empty part of a program puts nothing in its place, which only opening it can tell.
      if (what === "part of the program" && body === 3) break;
      await see(page).click();
      await told(page, MISSING);
      assert.ok(await see(page).isVisible());
    }
    await page.unroute(file);
    await see(page).click();
    await outcome(page).waitFor();
    noise.splice(0);
  }));
}

test("an earlier result waits for all of it", () => journey(still, async (page, context, noise) => {
  await blank(page, element);
  await toReview(page);
  await toResult(page);
  const before = await outcome(page).innerText();
  for (const file of Object.values(FILES)) {
    await page.route(file, (route) => route.abort("internetdisconnected"));
    await page.reload();
    await page.getByText("The quiz could not be loaded.").waitFor();
    await page.unroute(file);
    await page.getByRole("button", { name: "Load it again" }).click();
    await outcome(page).waitFor();
    assert.equal(await outcome(page).innerText(), before);
  }
  noise.splice(0);
}));

test("after a crash the part is linked to the living program", () => journey(still, async (page, context, noise) => {
  await blank(page, element);
  await toReview(page);
  await toResult(page);
  const before = await outcome(page).innerText();
  for (let times = 0; times < 2; times += 1) {
    // What would change the result is drawn when it is worked out.
    await wholeResult(page);
    await breakNext(page);
    await page.getByRole("radio", { name: "The outcome", exact: true }).dispatchEvent("change");
    await page.getByRole("button", { name: "Load it again" }).click();
    await outcome(page).waitFor();
    assert.equal(await outcome(page).innerText(), before);
  }
  await page.getByText("Show a QR code").click();
  await page.getByRole("button", { name: "Start over" }).click();
  await page.locator("which-track fieldset").waitFor();
  await toReview(page, { nth: () => 1 });
  await toResult(page);
  noise.splice(0);
}));

test("a result from another tab waits for it, too", () => journey(still, async (page, context) => {
  await blank(page, element);
  await ready(page);
  const other = await context.newPage();
  await other.goto(`${site()}/q/pm-vs-sde/`);
  await toReview(other);
  await toResult(other);
  await page.bringToFront();
  await outcome(page).waitFor();
  assert.equal(await outcome(page).innerText(), await outcome(other).innerText());
  await other.close();
}));

test("a friend's link shows their result with all that it needs", () => journey(still, async (page) => {
  await open(page);
  await toReview(page);
  await toResult(page);
  const link = await page.locator("which-track [data-control=link]").inputValue();
  await page.evaluate(() => localStorage.clear());
  await page.goto(link);
  await outcome(page).waitFor();
  await page.getByRole("button", { name: "Take the quiz yourself" }).click();
  await page.locator("which-track fieldset").waitFor();
}));

/** What looks otherwise once these styles are there, too: "element property: before -> after". */
function changedBy(styles) {
  const root = document.querySelector("which-track").shadowRoot;
  const looks = () => [...root.querySelectorAll("*")].flatMap((element) => [undefined, "::before", "::after"].flatMap((part) => {
    const style = getComputedStyle(element, part);
    return [...style].map((name) => [`${element.localName}.${element.className}${part ?? ""} ${name}`, style.getPropertyValue(name)]);
  }));
  const before = looks();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return looks().map(([name, after], at) => [name, before[at][1], after]).filter(([, before, after]) => before !== after).map(([name, before, after]) => `${name}: ${before} -> ${after}`);
}

test("the styles of a result change nothing on the screens before it, in the middle of which they come", () => journey(still, async (page) => {
  await page.route(FILES.styles, () => {}); // never answered
  const styles = readFileSync(`dist/${readdirSync("dist").find((name) => FILES.styles.test(name))}`, "utf8");
  await each(page, async (screen) => assert.deepEqual(await page.evaluate(changedBy, styles), [], screen), [...QUESTIONS, "the review"]);
}));
