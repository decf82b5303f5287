// Interest first: a page that is only read loads the first screen and no more, and each sign of interest brings the quiz.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { blank, desk, holdProgram, home, journey, phone, site, start, stop } from "./browser.mjs";

before(start);
after(stop);

const TALL = `<p style="height: 3000px">Something to read.</p>`;
const QUIZ = `<which-track storage="none"></which-track>`;

/** The files that a page asks for, without what is the page's own. */
function asked(page) {
  const files = [];
  page.on("request", (request) => {
    const path = request.url().replace(site(), "").replace(/[.-][0-9a-z]{8,16}/g, "").replace(/\?.*/, "");
    if (!["/blank", "/index.html", "/post.css"].includes(path)) files.push(path);
  });
  return files;
}

const BEFORE = ["/which-track.js"];
const screen = (page) => page.locator("which-track .prompt");
const arrived = (page) => page.locator("which-track [type=submit]:not([aria-busy])").waitFor();

test("a reader who only reads loads one small file, whatever else is done on the page", () => journey(desk, async (page) => {
  const files = asked(page);
  await blank(page, `<button>Other</button>${QUIZ}${TALL}`);
  await screen(page).waitFor();
  await page.getByRole("button", { name: "Other" }).click();
  await page.keyboard.press("a");
  await page.waitForTimeout(600);
  assert.deepEqual(files, BEFORE);
}));

test("a quiz far below is not even prepared", () => journey(phone, async (page) => {
  const files = asked(page);
  await blank(page, `${TALL}${QUIZ}`);
  await page.waitForTimeout(300);
  assert.deepEqual(files, BEFORE);
  assert.equal(await page.evaluate(() => document.querySelector("which-track").shadowRoot), null);
}));

/** What comes with interest. */
const REST = ["/quizzes/pm-vs-sde.en.quiz.json", "/which-track-quiz.js", "/which-track.js", "/which-track_bg.wasm"];

/** What shows interest. */
const SIGNS = [
  ["the pointer over it", (page) => page.locator("which-track").hover()],
  ["the focus in it", async (page) => { for (let at = 0; at < 3; at += 1) await page.keyboard.press("Tab"); }],
  ["an answer", (page) => page.locator("which-track label.option").first().click()],
  ["scrolling that rests at it", (page) => page.mouse.wheel(0, 40)],
];

for (const [what, act] of SIGNS) {
  test(`the quiz comes with interest: ${what}`, () => journey(desk, async (page) => {
    const files = asked(page);
    await blank(page, `<p>Before.</p>${QUIZ}${TALL}`);
    await screen(page).waitFor();
    await page.mouse.move(5, 5);
    await page.waitForTimeout(100);
    assert.deepEqual(files, BEFORE);
    await act(page);
    await arrived(page);
    assert.deepEqual(files.slice(1).sort(), REST);
  }));
}

test("all that comes with interest is asked for at once", () => journey(desk, async (page) => {
  const files = asked(page);
  let release;
  await page.route("**/which-track-quiz-*.js", async (route) => {
    await new Promise((resolve) => (release = resolve));
    await route.continue();
  });
  await blank(page, QUIZ);
  await screen(page).waitFor();
  const requests = [/which-track-quiz-\w+\.js$/, /which-track-[0-9a-f]{16}\.js$/, /_bg\.wasm$/, /\.quiz\.json/].map((file) => page.waitForRequest(file));
  await page.locator("which-track label.option").first().click();
  await Promise.all(requests);
  assert.deepEqual(files.slice(1).sort(), REST);
  release();
  await arrived(page);
  assert.deepEqual(files.slice(1).sort(), REST, "each once");
}));

test("a frame on the page brings what keeps its height, and no program", () => journey(desk, async (page) => {
  const files = asked(page);
  await page.route("**/embed/**", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Another site's</title>" }));
  await blank(page, `<iframe data-which-track src="${site()}/embed/pm-vs-sde/" title="Quiz"></iframe>`);
  await page.waitForLoadState("networkidle");
  assert.deepEqual(files.sort(), ["/embed/pm-vs-sde/", "/which-track-quiz.js", "/which-track.js"]);
}));

test("scrolling past it is no interest", () => journey(desk, async (page) => {
  const files = asked(page);
  await blank(page, `<p>Before.</p>${QUIZ}${TALL}${TALL}`);
  await screen(page).waitFor();
  await page.evaluate(() => scrollTo(0, 4_000));
  await page.waitForTimeout(600);
  assert.deepEqual(files, BEFORE);
}));

test("a Next pressed as the first thing is carried out", () => journey(phone, async (page) => {
  await blank(page, QUIZ);
  await screen(page).waitFor();
  await page.locator("which-track").evaluate((quiz) => {
    quiz.shadowRoot.querySelectorAll("label.option")[1].click();
    quiz.shadowRoot.querySelector("[type=submit]").click();
  });
  await page.locator("which-track").hover();
  await page.getByText("Question 2 of").waitFor();
}));

test("stored answers and an eager element are interest enough", () => journey(phone, async (page) => {
  await blank(page, `<which-track loading="eager" storage="none"></which-track>`);
  await arrived(page);
  await page.evaluate(() => localStorage.setItem("which-track:pm-vs-sde", "1;@background;goal=reach"));
  await home(page, "index.html");
  await page.locator("which-track").evaluate((quiz) => quiz.scrollIntoView());
  await page.getByText("Question 2 of").waitFor();
}));

test("another language around it changes the first screen, and still nothing else comes", () => journey(desk, async (page) => {
  const files = asked(page);
  await blank(page, QUIZ);
  await screen(page).waitFor();
  await page.evaluate(() => (document.documentElement.lang = "fr"));
  await page.locator("which-track [lang=fr] .prompt").waitFor();
  assert.deepEqual(files, [...BEFORE, "/first/pm-vs-sde.fr.json"]);
  await page.locator("which-track").hover();
  await arrived(page);
  assert.deepEqual(files.filter((file) => file.startsWith("/quizzes/")), ["/quizzes/pm-vs-sde.fr.quiz.json"]);
}));

test("restart() before there is interest begins at once", () => journey(desk, async (page) => {
  await blank(page, QUIZ);
  await screen(page).waitFor();
  assert.equal(await page.evaluate(() => document.querySelector("which-track").result), null);
  await page.evaluate(() => document.querySelector("which-track").restart());
  await arrived(page);
}));

/** Where the headings of what is shown stand: the quiz's title, and the question. */
const levels = (page) => page.locator("which-track").evaluate((quiz) => [...quiz.shadowRoot.querySelectorAll(".title, .prompt")].map(({ localName }) => localName));

for (const [level, title, question] of [[null, "h2", "h3"], [1, "h1", "h2"], [4, "h4", "h5"], [6, "h6", "h6"], ["none", "h2", "h3"]]) {
  test(`the first screen has its headings where the quiz has them, heading-level ${level ?? "left out"}`, () => journey(desk, async (page) => {
    await blank(page, `<which-track storage="none"${level ? ` heading-level="${level}"` : ""}></which-track>`);
    await screen(page).waitFor();
    assert.deepEqual(await levels(page), [title, question], "before the program");
    await page.locator("which-track").hover();
    await arrived(page);
    assert.deepEqual(await levels(page), [title, question], "and after");
  }));
}

test("a level that changes before there is interest changes the first screen", () => journey(desk, async (page) => {
  await blank(page, QUIZ);
  await screen(page).waitFor();
  await page.evaluate(() => document.querySelector("which-track").setAttribute("heading-level", "3"));
  await page.locator("which-track h3.title").waitFor();
  assert.deepEqual(await levels(page), ["h3", "h4"]);
}));

test("a quiz's own page shows the first question before the program is there", () => journey(phone, async (page) => {
  const release = await holdProgram(page);
  await home(page, "q/pm-vs-sde/");
  await screen(page).waitFor();
  assert.deepEqual(await levels(page), ["h1", "h2"]);
  await page.locator("which-track label.option").first().click();
  release();
  await arrived(page);
  assert.equal(await page.locator("which-track label.option input").first().isChecked(), true);
}));
