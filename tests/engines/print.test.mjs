// A result on paper, in the engines that print: what can be read on the screen with everything unfolded is there, and nothing
// that only a screen needs.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { without } from "../journeys/browser.mjs";
import { PRINTING, within } from "./engines.mjs";
import { open, texts, there, toResult, toReview } from "./reader.mjs";

/** What is to be read on paper as on the screen. */
const READ = [".outcome", ".summary", ".fits .label", ".toward", ".reasons li > p:not(.source)", ".plan .step-title", ".plan li > p:not(.source)", ".mistake dt", ".mistake dd", ".entry", ".item > p:not(.source)", ".claims p:not(.source)", ".answers .asked", ".answers .given", ".change-it p"];

/** What nobody can press on paper. */
const PRESSED = ["button", ".share > .section", ".levels legend", ".receipt summary"];

/** Letters without blanks, which lines and pages break at, and without the marks before reasons, which stand anywhere. */
const letters = (text) => text.normalize("NFKC").replace(/[\s\u00ad+–]/g, "");

const paper = (pdf) => execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" });

for (const engine of PRINTING) {
  within(engine, (test) => test("a printed result says all that the screen says", async (page, site) => {
    await open(page, `${site.address}/index.html`);
    await toReview(page, { nth: (at) => at % 3 });
    await toResult(page);
    await there(page, ".change-it:not([aria-busy])");
    const printed = letters(paper(await page.pdf()));
    await page.evaluate(() => document.querySelector("which-track").shadowRoot.querySelectorAll("details").forEach((fold) => (fold.open = true)));
    for (const part of READ) {
      const said = (await texts(page, part)).filter((words) => words.trim());
      assert.ok(said.length > 0, `there is ${part} on the screen`);
      assert.deepEqual(said.filter((words) => !printed.includes(letters(words))), [], `${part} is on paper`);
    }
    for (const part of PRESSED) {
      const said = (await texts(page, part)).filter((words) => words.trim());
      assert.ok(said.length > 0, `there is ${part} on the screen`);
      assert.deepEqual(said.filter((words) => printed.includes(letters(words))), [], `${part} is not`);
    }
  }, { skip: without("pdftotext", "-v") }));
}
