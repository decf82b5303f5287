// What the page around does with scrolling and with keys: a new question is seen, under whatever lies over the page, and
// keys that a control of the quiz uses are no shortcuts of the page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { blank, holdProgram, home, journey, start, stop } from "./browser.mjs";
import { answer, goOn, next, toResult, toReview } from "./quiz.mjs";

before(start);
after(stop);

const small = { viewport: { width: 390, height: 640 } };
const QUIZ = `<which-track quiz="pm-vs-sde" loading="eager" storage="none"></which-track>`;
const TALL = `<p style="block-size: 900px">Words.</p>`;
const HEADER = `<header style="position: fixed; inset: 0 0 auto; block-size: 90px; background: #ddd; z-index: 9">A header</header>`;

/** Whether all of the heading lies open, and what else there is to know of it. */
const heading = (page) => page.evaluate(() => {
  const root = document.querySelector("which-track, [data-outer]").shadowRoot;
  const quiz = root.querySelector("which-track")?.shadowRoot ?? root;
  const heading = quiz.querySelector("[data-control=heading]");
  const { left, top, bottom, width } = heading.getBoundingClientRect();
  const open = (y) => heading.contains(quiz.elementFromPoint(left + width / 2, y));
  return { top, open: open(top + 2) && open(bottom - 2), focused: quiz.activeElement === heading };
});

const PAGES = {
  "nothing": `${TALL}${QUIZ}${TALL}`,
  "a fixed header": `${HEADER}${TALL}${QUIZ}${TALL}`,
  "a sticky header": `<header style="position: sticky; inset-block-start: 0; block-size: 120px; background: #ddd; z-index: 9">A header</header>${TALL}${QUIZ}${TALL}`,
  "two of them, one below the other": `${HEADER}<nav style="position: fixed; inset: 90px 0 auto; block-size: 40px; background: #ccc; z-index: 9">More</nav>${TALL}${QUIZ}${TALL}`,
  "a footer": `<footer style="position: fixed; inset: auto 0 0; block-size: 200px; background: #ddd; z-index: 9">Cookies?</footer>${TALL}${QUIZ}${TALL}`,
  "a header and a footer": `${HEADER}<footer style="position: fixed; inset: auto 0 0; block-size: 150px; background: #ddd; z-index: 9">Cookies?</footer>${TALL}${QUIZ}${TALL}`,
  "a header, and smooth scrolling": `<style>html { scroll-behavior: smooth }</style>${HEADER}${TALL}${QUIZ}${TALL}`,
  "a header in a shadow root": `<x-header></x-header><script>document.querySelector("x-header").attachShadow({ mode: "open" }).innerHTML = \`${HEADER}\`</script>${TALL}${QUIZ}${TALL}`,
  "a box that scrolls, with a header of its own": `<div style="block-size: 500px; overflow: auto"><header style="position: sticky; inset-block-start: 0; block-size: 80px; background: #ddd; z-index: 9">A header</header>${TALL}${QUIZ}${TALL}</div>${TALL}`,
  "a header over all of it that no click reaches": `${HEADER}<div style="position: fixed; inset: 0; z-index: 10; pointer-events: none"></div>${TALL}${QUIZ}${TALL}`,
  "a whole app in one shadow root": `<div data-outer></div><script>document.querySelector("[data-outer]").attachShadow({ mode: "open" }).innerHTML = \`${HEADER}${TALL}${QUIZ}${TALL}\`</script>`,
};

for (const [what, html] of Object.entries(PAGES)) {
  test(`after Next the new question is seen: ${what}`, () => journey(small, async (page) => {
    await blank(page, html);
    const quiz = page.locator("which-track");
    await quiz.locator(".prompt").waitFor();
    for (let question = 1; question < 4; question += 1) {
      const before = await quiz.locator(".prompt").innerText();
      await quiz.locator("label.option").first().click();
      await quiz.locator("button[type=submit]").click();
      await quiz.locator(".prompt", { hasNotText: before }).waitFor();
      await page.waitForTimeout(100);
      const seen = await heading(page);
      assert.ok(seen.open && seen.focused, `question ${question + 1}: ${JSON.stringify(seen)}`);
    }
  }));
}

test("a result begins below a header of any height, with the words above its heading", () => journey(small, async (page) => {
  for (const height of [0, 30, 50, 80, 140]) {
    await blank(page, `<header style="position: sticky; inset-block-start: 0; block-size: ${height}px; background: #ddd; z-index: 9"></header>${QUIZ}${TALL}`);
    await toReview(page);
    await toResult(page);
    const [kicker, outcome] = await page.locator("which-track").evaluate((quiz) => [".kicker", ".outcome"].map((part) => quiz.shadowRoot.querySelector(part).getBoundingClientRect().top));
    assert.ok(kicker >= height && outcome <= height + 100, `below ${height} px: ${kicker}, ${outcome}`);
  }
}));

test("a question that is seen already moves nothing", () => journey({ viewport: { width: 1280, height: 1_400 } }, async (page) => {
  await blank(page, `${HEADER}<p style="block-size: 200px">Words.</p>${QUIZ}${TALL}${TALL}`);
  await page.locator("which-track .prompt").waitFor();
  await answer(page);
  await page.evaluate(() => scrollTo(0, 20));
  await goOn(page);
  assert.deepEqual([await page.evaluate(() => scrollY), (await heading(page)).focused], [20, true]);
}));

test("the page says how much room there is to be, and is never scrolled on load", () => journey(small, async (page) => {
  await blank(page, `<style>which-track { --which-track-scroll-margin: 150px }</style>${TALL}${QUIZ}${TALL}`);
  await page.locator("which-track .prompt").waitFor();
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await answer(page);
  await goOn(page);
  assert.ok(Math.abs((await heading(page)).top - 150) < 2);
}));

test("in a frame of its full height, the page around is scrolled to the new question", () => journey(small, async (page) => {
  await home(page, "index.html");
  await page.setContent(`<p style="block-size: 1500px">Words.</p><iframe src="${new URL("embed/pm-vs-sde/", page.url())}" style="inline-size: 100%; block-size: 1600px; border: 0"></iframe><p style="block-size: 900px">Words.</p>`);
  const frame = page.frameLocator("iframe");
  await frame.locator("which-track .prompt").waitFor();
  await frame.locator("label.option").first().click();
  await frame.locator("button[type=submit]").click();
  await frame.getByText("Question 2 of 12").waitFor();
  await page.waitForTimeout(100);
  const top = await frame.locator("which-track .prompt").evaluate((prompt) => prompt.getBoundingClientRect().top);
  const frameTop = await page.evaluate(() => document.querySelector("iframe").getBoundingClientRect().top);
  assert.ok(frameTop + top >= 0 && frameTop + top < 500, `at ${frameTop + top}`);
}));

/** A site with shortcuts, as mdBook and many documentation sites have them: what they would do is listed. */
const shortcuts = (page) => page.evaluate(() => {
  window.taken = [];
  for (const type of ["keydown", "keypress", "keyup"]) {
    document.addEventListener(type, (event) => {
      if (["INPUT", "TEXTAREA"].includes(event.target.tagName)) return;
      window.taken.push(`${type} ${[event.ctrlKey && "Ctrl", event.altKey && "Alt", event.metaKey && "Meta", event.key].filter(Boolean).join("+")}`);
      if (["/", "s"].includes(event.key)) event.preventDefault();
    });
  }
});

const taken = (page) => page.evaluate(() => window.taken.splice(0));

test("keys that a control uses stay in the quiz, all others leave it", () => journey(small, async (page) => {
  await blank(page, QUIZ);
  await page.locator("which-track .prompt").waitFor();
  await shortcuts(page);
  await page.locator("which-track input").first().focus();
  for (const key of ["Space", "ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"]) await page.keyboard.press(key);
  assert.deepEqual(await taken(page), [], "in a radio button");
  assert.equal(await page.locator("which-track input:checked").count(), 1, "and do what they do");
  await page.keyboard.press("Escape");
  await page.keyboard.press("s");
  assert.deepEqual(await taken(page), ["keydown Escape", "keyup Escape", "keydown s", "keyup s"]);
  for (const key of ["Control+ArrowRight", "Alt+ArrowLeft"]) await page.keyboard.press(key);
  const combined = (await taken(page)).filter((line) => /^keydown .*Arrow/.test(line));
  assert.deepEqual(combined, ["keydown Ctrl+ArrowRight", "keydown Alt+ArrowLeft"]);
  await next(page).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Question 2 of 12").waitFor();
  assert.deepEqual((await taken(page)).filter((line) => !line.startsWith("keyup")), [], "in a button");
}));

test("what the page has put between the tags keeps its own keys", () => journey(small, async (page, context, noise) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await blank(page, `<which-track loading="eager" src="none.json"><a href="#">Take the quiz</a></which-track>`);
  await page.locator("which-track > a").waitFor();
  await page.waitForFunction(() => document.querySelector("which-track").shadowRoot?.querySelector("slot"));
  await shortcuts(page);
  await page.locator("which-track > a").press("ArrowDown");
  assert.deepEqual(await taken(page), ["keydown ArrowDown", "keyup ArrowDown"]);
  noise.splice(0);
}));

test("a text field keeps all that is typed", () => journey(small, async (page) => {
  await blank(page, QUIZ);
  await toReview(page);
  await toResult(page);
  await shortcuts(page);
  await page.locator("which-track summary", { hasText: "Mastodon" }).click();
  await page.getByRole("textbox", { name: "Your Mastodon server" }).focus();
  await page.keyboard.type("s/n.social");
  for (const key of ["Home", "End", "Backspace", "ArrowLeft", "PageDown"]) await page.keyboard.press(key);
  assert.equal(await page.getByRole("textbox", { name: "Your Mastodon server" }).inputValue(), "s/n.socia");
  assert.deepEqual(await taken(page), []);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  assert.deepEqual((await taken(page)).filter((line) => line.startsWith("keydown")), ["keydown Escape", "keydown Tab"]);
}));

test("before WebAssembly too", () => journey(small, async (page) => {
  const release = await holdProgram(page);
  await blank(page, QUIZ);
  await page.locator("which-track .prompt").waitFor();
  await shortcuts(page);
  await page.locator("which-track input").first().focus();
  for (const key of ["Space", "ArrowDown"]) await page.keyboard.press(key);
  assert.deepEqual(await taken(page), []);
  await page.keyboard.press("Escape");
  assert.deepEqual(await taken(page), ["keydown Escape", "keyup Escape"]);
  release();
}));
