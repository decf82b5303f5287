// A reader who leaves while something of the quiz is on its way, and comes back: it goes on as if they had never left.
import assert from "node:assert/strict";
import { within } from "./engines.mjs";
import { click, count, open, prompt, ready, show, there, toReview, wait } from "./reader.mjs";

const PARTS = {
  "the first screen": /^\/first\//,
  "the rest of the loader": /^\/which-track-quiz-\w+\.js$/,
  "the glue": /^\/which-track-[0-9a-f]{16}\.js$/,
  "the program": /_bg\.wasm$/,
  "the quiz": /\.quiz\.json$/,
};

/** Leaves for another page of the site, and comes back. What was on its way comes when it is asked for again. */
async function leave(page, site, release) {
  await page.open(`${site.address}/404.html`);
  release();
  await page.back();
  await show(page);
}

for (const engine of ["webkit"]) {
  within(engine, (test) => {
    for (const [name, pattern] of Object.entries(PARTS)) {
      test(`left while ${name} was loading`, async (page, site) => {
        const release = site.hold(pattern);
        // The first screen of the post in English comes inside the loader.
        const isFirst = name === "the first screen";
        await page.open(`${site.address}/${isFirst ? "fr" : "index"}.html`);
        await show(page);
        if (!isFirst) {
          await there(page, "label.option");
          await click(page, "label.option", 1);
        }
        await site.asked(pattern);
        await leave(page, site, release);
        await ready(page);
        assert.match(await prompt(page), isFirst ? /^Dans deux ans/ : /^What would you most like/);
        if (!isFirst) assert.equal(await count(page, "label.option:nth-of-type(2) input:checked"), 1, "the answer is still there");
      });
    }

    test("left while half of the program had come", async (page, site) => {
      const release = site.hold(PARTS["the program"], { half: true });
      await page.open(`${site.address}/index.html`);
      await show(page);
      await there(page, "label.option");
      await click(page, "label.option", 1);
      await site.asked(PARTS["the program"]);
      await leave(page, site, release);
      await ready(page);
      assert.equal(await count(page, "label.option:nth-of-type(2) input:checked"), 1, "the answer is still there");
    });

    test("left while the result was loading", async (page, site) => {
      const release = site.hold(/^\/which-track-result-\w+\.wasm$/);
      await open(page, `${site.address}/index.html`);
      await toReview(page);
      await click(page, ".review button.primary");
      await wait(page, () => document.querySelector("which-track").shadowRoot.textContent.includes("Your result is on its way…"));
      await leave(page, site, release);
      await there(page, ".outcome");
    });

    test("left on the first screen, before any interest: nothing but it is loaded, and it is there again", async (page, site) => {
      const release = site.hold(PARTS["the first screen"]);
      await page.open(`${site.address}/fr.html`);
      await page.evaluate(() => scrollTo(0, document.querySelector("which-track").offsetTop - innerHeight - 200));
      await site.asked(PARTS["the first screen"]);
      await page.open(`${site.address}/404.html`);
      release();
      await page.back();
      await there(page, "label.option");
      assert.deepEqual(site.log.filter((path) => path.startsWith("/which-track-")), []);
    });
  });
}
