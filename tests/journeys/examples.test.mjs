// The example quizzes on the demonstration site: the post leads to their gallery, and whoever stays with the first quiz loads
// nothing of them.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { accessible, journey, noSidewaysScroll, open, phone, ready, start, stop } from "./browser.mjs";

const IDS = ["asa-no-sugoshikata", "kayfa-tusafir", "makers-compass", "six-interests", "which-bicycle"];

before(start);
after(stop);

test("the post leads to a gallery of five quizzes, each with a picture, and from there to a quiz that works", () => journey(phone, async (page) => {
  await open(page, "index.html");
  await page.getByRole("link", { name: "example quizzes" }).click();
  await page.getByRole("heading", { name: "Example quizzes" }).waitFor();
  const links = await page.locator("main h2 a").evaluateAll((all) => all.map((link) => new URL(link.href).pathname));
  assert.deepEqual(links, IDS.map((id) => `/examples/q/${id}/`));
  for (const picture of await page.locator("main img").all()) {
    await picture.scrollIntoViewIfNeeded();
    await picture.evaluate((picture) => picture.decode());
    assert.deepEqual(await picture.evaluate(({ naturalWidth, naturalHeight }) => [naturalWidth, naturalHeight]), [1200, 630]);
  }
  await accessible(page, "main");
  await noSidewaysScroll(page);
  await page.locator("main h2 a").last().click();
  await ready(page);
  await page.locator("which-track .question").waitFor();
}));

test("the French post has the same link", () => journey(phone, async (page) => {
  await open(page, "fr.html");
  assert.equal(await page.getByRole("link", { name: "exemples de quiz" }).getAttribute("href"), "examples/");
}));

test("the first quiz’s loader knows nothing of them, and theirs nothing of it", () => {
  const [first, examples] = ["dist/which-track.js", "dist/examples/which-track.js"].map((path) => readFileSync(path, "utf8"));
  for (const id of IDS) {
    assert.ok(!first.includes(id) && examples.includes(id), id);
    assert.ok(readdirSync(`dist/examples/q/${id}`).includes("picture.png"), id);
  }
  assert.ok(!examples.includes("pm-vs-sde"));
});
