// How the quiz looks where browsers differ: underlined buttons, bars in forced colors, and the oldest versions that
// docs/embedding.md promises, by what they lack taken out of the styles as served.
import assert from "node:assert/strict";
import { ALL, within } from "./engines.mjs";
import { answer, click, count, goOn, open, tabTo, there, toResult, toReview } from "./reader.mjs";
import { sheets } from "./site.mjs";

/** What an element of the quiz, or what stands before or after it, computes for some properties. */
const styles = (page, selector, properties, beside = null) => page.evaluate((selector, properties, beside) => {
  const element = document.querySelector("which-track").shadowRoot.querySelector(selector);
  return properties.map((name) => getComputedStyle(element, beside)[name]);
}, selector, properties, beside);

for (const engine of ALL) {
  within(engine, (test) => test("what is quiet is underlined", async (page, site) => {
    await open(page, `${site.address}/index.html`);
    await answer(page);
    await goOn(page);
    assert.deepEqual(await styles(page, ".nav > .quiet", ["textDecorationLine"]), ["underline"]);
  }));
}

for (const engine of ["chromium", "firefox"]) {
  within(engine, (test) => test("in forced colors no bar sticks out", async (page, site) => {
    await open(page, `${site.address}/index.html`);
    await toReview(page);
    await toResult(page);
    const out = await page.evaluate(() => [...document.querySelector("which-track").shadowRoot.querySelectorAll(".fits progress")].map((bar) => {
      const [own, around] = [bar, bar.parentElement].map((element) => element.getBoundingClientRect());
      return Math.max(own.right - around.right, around.left - own.left);
    }));
    assert.equal(out.length, 3);
    assert.ok(out.every((pixels) => pixels <= 0), `${out} px`);
  }), { forced: true });
}

/** Words of CSS, and what takes them for an older browser. */
const NEWER = {
  "colors made of others": [/oklch\(from /g, "oklch-of(from "],
  "light-dark()": [/light-dark\(/g, "light-dark-no("],
  "words for content": [/(content:\s*\\?"[^"]*?\\?")\s*\/\s*\\?"\\?"/g, "$1 / no"],
  "the content of details": [/::details-content/g, "::details-no"],
  "a least width for size containers": [/contain-intrinsic-inline-size/g, "contain-no"],
};

/** The oldest version of each engine that docs/embedding.md promises, and what it lacks. */
const OLDEST = {
  chromium: ["111", ["colors made of others", "light-dark()", "the content of details"]],
  firefox: ["121", ["colors made of others", "words for content", "the content of details"]],
  webkit: ["16.4", ["words for content", "light-dark()", "the content of details", "a least width for size containers"]],
};

for (const [engine, [version, lacking]] of Object.entries(OLDEST)) {
  within(engine, (test) => test(`with what version ${version} lacks, all that is to be seen is seen`, async (page, site) => {
    for (const sheet of Object.values(sheets())) {
      site.change(sheet, (text) => lacking.reduce((text, what) => text.replace(...NEWER[what]), text));
    }
    await open(page, `${site.address}/index.html`);
    const [plain] = await styles(page, "label.option", ["backgroundColor"]);
    await tabTo(page, "input");
    await page.key(" ");
    const [ring, tint] = await styles(page, "label.option", ["outlineStyle", "backgroundColor"]);
    assert.equal(ring, "solid", "the focus is seen");
    assert.notEqual(tint, plain, "the chosen answer is tinted");
    await goOn(page);
    assert.deepEqual(await styles(page, "summary", ["content"], "::after").then(([content]) => content.slice(0, 3)), '"+"', "a fold has its mark");
    await toReview(page, { nth: (at) => at % 3 });
    await toResult(page);
    const paints = await Promise.all(["paper", "rail", "rest", "quiet-ink", "ink"].map((paint) => styles(page, `.picture .${paint}`, ["fill"])));
    assert.equal(new Set(paints.flat()).size, 5, `five colors on the card: ${paints}`);
    for (const list of [".reasons.for li", ".reasons.against li"]) {
      assert.ok((await count(page, list)) > 0);
      assert.match((await styles(page, list, ["content"], "::before"))[0], list.includes("against") ? /^"–"/ : /^"\+"/);
    }
    await click(page, ".folds summary");
    await there(page, ".folds details[open]");
    assert.match((await styles(page, ".folds details[open] > summary", ["content"], "::after"))[0], /^"–"/);
  }));
}
