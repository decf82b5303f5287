// Where a new screen stands: a question that is seen moves nothing, however little follows the quiz; what is read from its
// beginning begins at the top.
import assert from "node:assert/strict";
import { ALL, within } from "./engines.mjs";
import { answer, goOn, open, toResult, toReview } from "./reader.mjs";

const PAGE = (before) => `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,"><script type="module" src="/which-track.js"></script></head>
<body style="margin: 0"><p style="block-size: ${before}px">Words.</p><which-track storage="none"></which-track><p>The end.</p></body></html>`;

const scrolled = (page) => page.evaluate(() => Math.round(scrollY));

/** How far below the upper edge of the window a heading of the quiz stands. */
const headingAt = (page) => page.evaluate(() => {
  const heading = document.querySelector("which-track").shadowRoot.querySelector("[data-control=heading]");
  return Math.round(heading.getBoundingClientRect().top);
});

for (const engine of ALL) {
  within(engine, (test) => {
    test("Next leaves the page where it is, also where little follows the quiz", async (page, site) => {
      site.add("/page", PAGE(900));
      await open(page, `${site.address}/page`);
      await answer(page, 1);
      await goOn(page);
      for (let question = 2; question < 5; question += 1) {
        await answer(page, 1);
        // As far up as a reader has it who sees the heading and the button.
        await page.evaluate(() => scrollTo(0, document.querySelector("which-track").offsetTop - 20));
        const before = await scrolled(page);
        await goOn(page);
        // A question may be shorter than the one before.
        const end = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
        assert.ok((await headingAt(page)) > 0, `the heading of question ${question + 1} is seen`);
        assert.equal(await scrolled(page), Math.min(before, end), `question ${question + 1}`);
      }
    });

    test("the review and the verdict begin at the top", async (page, site) => {
      site.add("/page", PAGE(300));
      await open(page, `${site.address}/page`);
      await toReview(page);
      const margins = [await headingAt(page)];
      await page.evaluate(() => scrollTo(0, 0));
      await toResult(page);
      margins.push(await headingAt(page));
      const above = await page.evaluate(() => document.querySelector("which-track").shadowRoot.querySelector(".kicker").getBoundingClientRect().top);
      assert.ok(margins[0] >= 20 && margins[0] <= 40, `the review's heading is ${margins[0]} px from the top`);
      assert.ok(above >= 10 && margins[1] <= 100, `the verdict's heading is ${margins[1]} px from the top, and what is above it ${above} px`);
    });
  });
}
