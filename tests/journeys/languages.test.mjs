// The words of the interface in several languages: one language for a reader, from right to left as a whole, and marked
// where the quiz is in another one. With PICTURES=folder, what it looks like, for a person.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { accessible, at, journey, noSidewaysScroll, phone, start, stop } from "./browser.mjs";
import { toResult, toReview } from "./quiz.mjs";
import { makeSite } from "./site.mjs";

let site;
before(async () => {
  await start();
  site = await makeSite();
  site.build("tests/quizzes/languages/tea.toml");
});
after(async () => {
  await stop();
  site?.close();
});

/** Every text of the quiz, with the language and the direction that it is marked with. */
const texts = (page) => page.evaluate(() => {
  const walker = document.createTreeWalker(document.querySelector("which-track").shadowRoot.querySelector(".quiz"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode;
    if (parentElement.closest("svg, code, [type=text], .services") || !textContent.trim()) continue;
    found.push({ text: textContent, lang: parentElement.closest("[lang]").lang, direction: getComputedStyle(parentElement).direction });
  }
  return found;
});

/** A whole way through the quiz in a language, with every screen looked at. */
async function through(page, lang, look) {
  const screen = async (name) => {
    await accessible(page, `${name} in ${lang}`);
    await noSidewaysScroll(page, `${name} in ${lang}`);
    (await texts(page)).forEach(look);
    const folder = process.env.PICTURES;
    if (folder) await page.locator("which-track").screenshot({ path: join(folder, `${lang}-${name}.png`), animations: "disabled" });
  };
  await at(page, `${site.address}/q/tea/${lang}/`);
  await toReview(page, { screen });
  await screen("review");
  await toResult(page);
  await screen("result");
  for (const summary of await page.locator("which-track summary").all()) await summary.click();
  await screen("unfolded");
}

const LATIN = /[a-z]{2}/i;
/** Names, and what a reader's browser and this quiz are called everywhere. */
const NAMES = /QR|Mastodon|LinkedIn|Bluesky|WhatsApp|mastodon\.social/g;

for (const lang of ["ar", "ja"]) {
  test(`in ${lang}, everything is`, () => journey(phone, (page) => through(page, lang, ({ text, lang: marked, direction }) => {
    assert.equal(marked, lang, text);
    assert.equal(direction, lang === "ar" ? "rtl" : "ltr", text);
    assert.ok(!LATIN.test(text.replace(NAMES, "")), text);
  })));
}

test("in a language without words of the interface, these are English and marked as such", () => journey(phone, (page) => through(page, "he", ({ text, lang, direction }) => {
  const english = LATIN.test(text.replace(NAMES, ""));
  if (english) assert.deepEqual([lang, direction], ["en", "ltr"], text);
  else if (/\p{Script=Hebrew}/u.test(text)) assert.deepEqual([lang, direction], ["he", "rtl"], text);
})));

test("the loader speaks the languages of the site's quizzes, and no others", () => {
  const name = readdirSync(site.folder).find((name) => /^which-track-quiz-.*\.js$/.test(name));
  const loader = readFileSync(join(site.folder, name), "utf8");
  const words = [...loader.matchAll(/"([\w-]+)":\{"loading":"([^"]+)"/g)].map(([, tag, loading]) => [tag, loading]);
  assert.deepEqual(words.sort(), [["ar", "يجري تحميل الاختبار…"], ["en", "Loading the quiz…"], ["ja", "クイズを読み込んでいます…"]]);
});

test("a compiled quiz has one language", () => {
  const site = readFileSync("dist/which-track.js", "utf8");
  const [path] = site.match(/quizzes\/pm-vs-sde\.\w+\.fr\.quiz\.json/);
  const quiz = readFileSync(join("dist", path), "utf8");
  assert.ok(quiz.includes("Choisissez une réponse pour continuer.") && !quiz.includes("Choose an answer to go on."));
});
