// The tool alone: a quiz that it begins becomes a site, with an empty PATH and an empty folder, which a reader takes to the
// result and whose link a friend opens.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { at, journey, phone, start, stop } from "./browser.mjs";
import { outcome, toResult, toReview } from "./quiz.mjs";
import { makeSite, tool } from "./site.mjs";

before(start);
after(stop);

test("from nothing to a site that works, with nothing but the tool", async () => {
  const path = tool();
  const made = await makeSite();
  const folder = mkdtempSync(join(tmpdir(), "which-track-tool-"));
  const run = (...args) => execFileSync(path, args, { cwd: folder, env: { PATH: "" }, encoding: "utf8" });
  try {
    run("new", "my-quiz");
    run("check", "my-quiz.toml");
    const build = () => run("build", "my-quiz.toml", "--out", made.folder, "--base-url", made.address);
    build();
    const names = () => readdirSync(made.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
    const contents = () => names().map((name) => [name, readFileSync(name).toString("base64")]);
    const first = contents();
    build();
    assert.deepEqual(contents().map(([name]) => name), first.map(([name]) => name));
    assert.deepEqual(contents(), first, "the same bytes");
    await journey(phone, async (page) => {
      await at(page, `${made.address}/q/my-quiz/`);
      await toReview(page);
      await toResult(page);
      const verdict = await outcome(page).innerText();
      const link = await page.locator("which-track [data-control=link]").inputValue();
      await page.evaluate(() => localStorage.clear());
      await at(page, link);
      assert.equal(await outcome(page).innerText(), verdict);
    });
  } finally {
    made.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
