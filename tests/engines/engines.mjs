// The three engines that the quiz is for, each behind the same few calls: `launch` gives a browser, that gives pages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as chromium from "./chromium.mjs";
import * as firefox from "./firefox.mjs";
import { serve } from "./site.mjs";
import * as webkit from "./webkit.mjs";

export const engines = { chromium, firefox, webkit };

/** Why an engine's tests are skipped: it is missing, on a user's machine. In CI they fail. */
const missing = (name) => !engines[name].program() && !process.env.CI && `${name} is not installed`;

/** Declares tests in an engine, in one browser with these settings. The function it gives takes a name and a test, which
    gets a page of its own (`size` is "phone" or "desk") and a site of its own, and ends with nothing said in the console. */
export function within(name, settings = {}) {
  const skip = missing(name);
  let browser;
  before(async () => skip || (browser = await engines[name].launch(settings)));
  after(() => browser?.close());
  return (what, { size } = {}, run) => test(`${name}: ${what}`, { skip }, async () => {
    const site = await serve();
    const page = await browser.page({ size });
    try {
      await run(page, site);
      assert.deepEqual(await page.noise(), [], "the console stays empty");
    } finally {
      await page.close();
      site.close();
    }
  });
}
