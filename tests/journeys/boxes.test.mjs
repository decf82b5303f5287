// The quiz in boxes of every kind, also in those that are as wide as what is in them: with the documented lines it is
// as wide as can be read, as high as it usually is, and never wider than its box has room for.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { blank, journey, noSidewaysScroll, start, stop } from "./browser.mjs";

before(start);
after(stop);

const [, line] = readFileSync("docs/embedding.md", "utf8").match(/<style>(which-track.*)<\/style>/);
const QUIZ = `<which-track quiz="pm-vs-sde" loading="eager" storage="none"></which-track>`;

/** Each box with the quiz in it; `beside` is what stands next to it. */
const BOXES = {
  "a plain block": `<div class="box">${QUIZ}</div>`,
  "a dialog": `<dialog class="box">${QUIZ}</dialog><script>document.querySelector("dialog").showModal()</script>`,
  "a popover": `<div class="box" popover>${QUIZ}</div><script>document.querySelector("[popover]").showPopover()</script>`,
  "a float at the left": `<div class="box" style="float: left">${QUIZ}</div><p>Words beside it.</p>`,
  "a float at the right": `<div class="box" style="float: right">${QUIZ}</div><p>Words beside it.</p>`,
  "a table's only cell": `<table><tr><td class="box">${QUIZ}</td></tr></table>`,
  "a table's cell beside another": `<table><tr><td>Beside</td><td class="box">${QUIZ}</td></tr></table>`,
  "an inline block": `<div class="box" style="display: inline-block">${QUIZ}</div>`,
  "fit-content": `<div class="box" style="width: fit-content">${QUIZ}</div>`,
  "max-content, with a limit": `<div class="box" style="width: max-content; max-width: 100%">${QUIZ}</div>`,
  "min-content": `<div class="box" style="width: min-content">${QUIZ}</div>`,
  "a row of flexible items": `<div style="display: flex"><p>Beside</p><div class="box">${QUIZ}</div></div>`,
  "a column of flexible items": `<div style="display: flex; flex-direction: column; align-items: center"><div class="box">${QUIZ}</div></div>`,
  "a grid of columns as wide as they are": `<div style="display: grid; grid-template-columns: auto auto"><p>Beside</p><div class="box">${QUIZ}</div></div>`,
  "a grid that centers": `<div style="display: grid; place-items: center"><div class="box">${QUIZ}</div></div>`,
  "placed absolutely": `<div class="box" style="position: absolute; left: 0; top: 0">${QUIZ}</div>`,
  "a fieldset in a float": `<form style="float: left"><fieldset class="box"><legend>A form</legend>${QUIZ}</fieldset></form>`,
  "details": `<details open class="box"><summary>More</summary>${QUIZ}</details>`,
  "columns of text": `<div style="columns: 18em"><div class="box">${QUIZ}</div><p>More.</p></div>`,
  "the element itself as a row": `<style>which-track { display: flex }</style><div class="box">${QUIZ}</div>`,
  "the element itself as a grid": `<style>which-track { display: grid }</style><div class="box">${QUIZ}</div>`,
  "the element itself as an inline block": `<style>which-track { display: inline-block }</style><div class="box">${QUIZ}</div>`,
  "the element itself in a row": `<div class="box" style="display: flex"><p>Beside</p>${QUIZ}</div>`,
  "the element itself as a float": `<style>which-track { float: left }</style><div class="box" style="overflow: auto">${QUIZ}</div>`,
  "a page that styles what stands before everything": `<style>*::before { content: "x"; display: block }</style><div class="box" style="float: left">${QUIZ}</div>`,
};

/** The least that is left to read in: what a telephone has, less where something stands beside the quiz. */
const LEAST = 220;

for (const width of [320, 390, 1280]) {
  test(`in boxes of every kind, ${width} px`, () => journey({ viewport: { width, height: 800 } }, async (page) => {
    for (const [name, html] of Object.entries(BOXES)) {
      await blank(page, `<style>${line}</style>${html}`);
      await page.locator("which-track .prompt").waitFor();
      await page.locator("which-track button[type=submit]").waitFor();
      const quiz = await page.evaluate(() => {
        const host = document.querySelector("which-track");
        const { left, right, width, height } = host.shadowRoot.querySelector(".quiz").getBoundingClientRect();
        const box = document.querySelector(".box").getBoundingClientRect();
        return { width, height, inside: left >= box.left - 0.5 && right <= box.right + 0.5, room: document.documentElement.clientWidth };
      });
      const told = `${name}: ${JSON.stringify(quiz)}`;
      assert.ok(quiz.width >= Math.min(LEAST, quiz.room), `readable in ${told}`);
      if (width === 1280) assert.ok(quiz.width >= 280, `and better where there is room, in ${told}`);
      assert.ok(quiz.height < 1_900, `of a usual height in ${told}`);
      assert.ok(quiz.inside, `within ${told}`);
      await noSidewaysScroll(page, name);
    }
  }));
}

test("where a box would take any width, the quiz takes the one that it has in a plain block", () => journey({ viewport: { width: 1280, height: 800 } }, async (page) => {
  const widths = [];
  for (const name of ["a plain block", "a dialog", "a float at the left", "a table's only cell", "an inline block", "fit-content"]) {
    await blank(page, `<style>${line}</style>${BOXES[name]}`);
    await page.locator("which-track .prompt").waitFor();
    widths.push(await page.evaluate(() => document.querySelector("which-track").shadowRoot.querySelector(".quiz").getBoundingClientRect().width));
  }
  assert.deepEqual(widths, widths.map(() => widths[0]));
}));
