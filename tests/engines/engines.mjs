// The three engines that the quiz is for, each behind the same few calls: `launch` gives a browser, and that gives pages.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as chromium from "./chromium.mjs";
import * as firefox from "./firefox.mjs";
import { serve } from "./site.mjs";
import * as webkit from "./webkit.mjs";

const engines = { chromium, firefox, webkit };

/** No test takes as long; one that waits for what never comes ends, and says so. In milliseconds. */
const LIMIT = 90_000;

/** Every engine. */
export const ALL = Object.keys(engines);

/** Those that print. */
export const PRINTING = ["chromium", "firefox"];

/** Declares tests in one browser of an engine, with these settings: `declare` gets a function that takes a name and a test,
    which has a page of its own (`size` is "phone" or "desk") and a site of its own. Nothing may be left in the console but
    what a test takes out of its third argument. An engine that is missing is skipped on a user's machine, and fails in CI. */
export function within(engine, declare, settings = {}) {
  const skip = !engines[engine].program() && !process.env.CI && `${engine} is not installed`;
  describe(`in ${[engine, ...Object.keys(settings)].join(", ")}`, { skip }, () => {
    let browser;
    before(async () => (browser = await engines[engine].launch(settings)));
    after(() => browser?.close());
    declare((name, run, { size = "desk", skip } = {}) => test(name, { skip }, async () => {
      const site = await serve();
      const page = await browser.page(size);
      let timer;
      const late = new Promise((_, fail) => (timer = setTimeout(() => fail(new Error(`not over after ${LIMIT} ms`)), LIMIT)));
      try {
        const expected = [];
        await Promise.race([run(page, site, expected), late]);
        const unexpected = (await page.noise()).filter((line) => !expected.some((pattern) => pattern.test(line)));
        assert.deepEqual(unexpected, [], "the console stays empty");
      } finally {
        clearTimeout(timer);
        await page.close();
        site.close();
      }
    }));
  });
}
