// A reader's way through the quiz in Firefox and WebKit: what every run of the tests tries there. Chromium has journeys of
// its own.
import assert from "node:assert/strict";
import { within } from "./engines.mjs";
import { answer, byKeyboard, click, count, goOn, open, prompt, ready, reload, show, tabTo, text, there, toResult, toReview } from "./reader.mjs";

for (const engine of ["firefox", "webkit"]) {
  within(engine, (test) => {
    test("by click to the verdict, from an answer that was given before the program was there", async (page, site) => {
      const release = site.hold(/_bg\.wasm$/);
      await page.open(`${site.address}/index.html`);
      await show(page);
      await there(page, "label.option");
      assert.match(await prompt(page), /^What would you most like/);
      await click(page, "label.option", 2);
      release();
      await ready(page);
      assert.equal(await count(page, "label.option:nth-of-type(3) input:checked"), 1, "the answer is still there");
      await goOn(page);
      await answer(page, 1);
      const second = await prompt(page);
      await reload(page);
      assert.equal(await prompt(page), second, "a reload resumes");
      assert.equal(await count(page, "label.option:nth-of-type(2) input:checked"), 1);
      await toReview(page);
      await toResult(page);
      assert.equal(await count(page, ".fits li"), 3, "every track has its bar");
    }, { size: "phone" });

    test("by keyboard to the verdict, and the shared link opens on a second page", async (page, site) => {
      await open(page, `${site.address}/index.html`);
      await byKeyboard(page);
      await tabTo(page, ".review button.primary");
      await page.key("Enter");
      await there(page, ".outcome:focus");
      const verdict = await text(page, ".outcome");
      const link = await page.evaluate(() => document.querySelector("which-track").result.link);
      const friend = await page.another();
      await open(friend, link);
      assert.equal(await text(friend, ".outcome"), verdict);
      assert.deepEqual(await friend.noise(), []);
    });
  });
}
