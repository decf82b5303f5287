// Room for a quiz before it is there: the builder works out how high its first screen is on a phone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { blank, desk, elsewhere, journey, phone, site, start, stop } from "./browser.mjs";

before(start);
after(stop);

/** A column of text on a phone, in pixels. */
const COLUMN = 342;

/** How far the height may be from what was worked out: fonts differ. */
const OFF = 0.16;

/** The quizzes of a site, as its page `embed/` knows them. */
const quizzes = (folder) => JSON.parse(readFileSync(`dist/${folder}embed/index.html`, "utf8").match(/id="quizzes">(.*?)<\/script>/s)[1]);

const height = (page) => page.locator("which-track").evaluate((quiz) => quiz.offsetHeight);

for (const folder of ["", "examples/"]) {
  for (const { id, languages } of quizzes(folder)) {
    for (const { lang, room } of languages) {
      test(`${id} in ${lang}: ${room} px are about what its first screen takes`, () => journey(phone, async (page) => {
        const script = `<script type="module" src="${site()}/${folder}which-track.js"></script>`;
        const style = `inline-size: ${COLUMN}px; min-block-size: 0`;
        await elsewhere(page, `<!doctype html><title>A blog</title><link rel="icon" href="data:,">${script}<which-track quiz="${id}" lang="${lang}" style="${style}"></which-track>`);
        await page.locator("which-track .prompt").waitFor();
        const takes = await height(page);
        assert.ok(Math.abs(takes - room) <= OFF * takes, `it takes ${takes} px`);
      }));
    }
  }
}

/** A page on which no first screen comes. */
async function waiting(page, markup) {
  await page.route("**/first/**", () => {}); // never answered
  await blank(page, `<meta name="viewport" content="width=device-width">${markup}`);
  await page.waitForFunction(() => customElements.get("which-track"));
}

const [{ languages: [{ room }] }] = quizzes("");
const least = (page) => page.locator("which-track").evaluate((quiz) => Number.parseInt(getComputedStyle(quiz).minBlockSize) || 0);

test("without a line of the page's own the script keeps room on a phone, until something is shown", () => journey(phone, async (page) => {
  await waiting(page, `<p>Before.</p><which-track quiz="pm-vs-sde" lang="fr" storage="none"></which-track><p>After.</p>`);
  assert.equal(await height(page), room);
  await page.locator("which-track").evaluate((quiz) => quiz.setAttribute("lang", "en"));
  await page.locator("which-track .prompt").waitFor();
  assert.equal(await least(page), 0);
}));

for (const [what, device, markup, expected] of [
  ["whatever the page says of it goes before that", phone, `<style>which-track { min-block-size: 300px }</style><which-track quiz="pm-vs-sde" lang="fr"></which-track>`, 300],
  ["on a desk, where it would be too much, none is kept", desk, `<which-track quiz="pm-vs-sde" lang="fr"></which-track>`, 0],
  ["nor for a quiz that is not one of the site's", phone, `<which-track src="elsewhere.json" loading="eager"></which-track>`, 0],
]) {
  test(what, () => journey(device, async (page) => {
    await page.route("**/elsewhere.json", () => {}); // never answered
    await waiting(page, markup);
    assert.equal(await least(page), expected);
  }));
}
