// Links that were made before a quiz changed: those of an edition that was kept are told by it, the others say that it is
// gone; and nobody's new result is counted by an old edition.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { accessible, journey, noSidewaysScroll, phone, ready, start, stop } from "./browser.mjs";
import { outcome, toResult, toReview } from "./quiz.mjs";
import { makeSite, whichTrack } from "./site.mjs";

const ANSWERS = { answers: { morning: "slow", moments: ["friends"], ritual: 2, values: ["calm", "price"] }, marks: ["ritual"] };

let folder, quiz, site, links, kept; // the last is the edition that was kept

before(async () => {
  await start();
  folder = mkdtempSync(join(tmpdir(), "which-track-editions-"));
  quiz = join(folder, "tea-or-coffee.toml");
  for (const name of ["tea-or-coffee.toml", "tea-or-coffee.fr.toml"]) cpSync(`tests/quizzes/valid/${name}`, join(folder, name));
  writeFileSync(join(folder, "answers.json"), JSON.stringify(ANSWERS));
  site = await makeSite();
  const link = (...more) => whichTrack("link", quiz, "--answers", join(folder, "answers.json"), "--level", "answers", "--base-url", site.address, ...more).trim();
  const weigh = (weight) => writeFileSync(quiz, readFileSync(quiz, "utf8").replace(/^weight = \d+/m, `weight = ${weight}`));
  [, kept] = whichTrack("keep", quiz).match(/tea-or-coffee\.([0-9a-z]{8})\.en/);
  links = { kept: link(), invitation: link("--invite"), dropped: `${site.address}/r/tea-or-coffee/water/` };
  // From now on this outcome has another name.
  for (const path of [quiz, join(folder, "tea-or-coffee.fr.toml")]) writeFileSync(path, readFileSync(path, "utf8").replaceAll('"water"', '"tap-water"'));
  weigh(7); // never kept
  links.gone = link();
  weigh(9);
  links.current = link();
  site.build(quiz);
});

after(async () => {
  site?.close();
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a link of an edition that was kept is told by that edition", () => journey(phone, async (page) => {
  await page.goto(links.kept);
  await page.getByText("This result comes from an earlier edition of the quiz.").waitFor();
  const told = JSON.parse(whichTrack("open", links.kept, "--quizzes", folder));
  const percents = await page.locator("which-track .fits .number").allInnerTexts();
  assert.deepEqual(percents, told.result.fits.map(({ percent }) => `${percent}%`), "as the command line tells it");
  await accessible(page, "a result of an earlier edition");
  await noSidewaysScroll(page, "a result of an earlier edition");
  await page.getByRole("button", { name: "Take the quiz yourself" }).click();
  await page.locator("which-track fieldset").waitFor();
  await toReview(page);
  await toResult(page);
  const { edition } = await page.evaluate(() => document.querySelector("which-track").result);
  assert.notEqual(edition, told.edition, "one's own is counted by the current one");
  assert.equal(await page.locator("which-track .compare .pairs li").count(), 2, "the fits can still be compared");
  assert.ok(await page.getByText("The two of you answered different editions of this quiz, so individual answers cannot be compared.").isVisible());
}));

test("what mailers put around the code of an edition that was kept is no part of it", () => journey(phone, async (page) => {
  const [address, code] = links.kept.split("#");
  for (const fragment of [`%20${code}`, `%E2%80%8B${code}.`, ` ${code})`, code.replace(/./, (first) => `%${first.charCodeAt(0).toString(16)}`)]) {
    await page.goto("about:blank");
    await page.goto(`${address}#${fragment}`);
    await page.getByText("This result comes from an earlier edition of the quiz.").waitFor();
  }
}));

test("an invitation of an edition that was kept still compares", () => journey(phone, async (page) => {
  await page.goto(links.invitation);
  await page.locator("which-track .waiting").waitFor();
  await toReview(page);
  await toResult(page);
  assert.equal(await page.locator("which-track .compare .pairs li").count(), 2);
}));

test("a link of an edition that is gone says so, and there is the quiz", () => journey(phone, async (page) => {
  await page.goto(links.gone);
  await page.getByText("an edition of this one that is gone").waitFor();
  await ready(page);
  await page.locator("which-track fieldset").waitFor();
  assert.equal(await outcome(page).count(), 0);
}));

test("a link of the current edition says nothing of editions", () => journey(phone, async (page) => {
  await page.goto(links.current);
  await page.getByText("Somebody’s result").waitFor();
  assert.equal(await page.getByText("earlier edition").count(), 0);
}));

test("the page of an outcome that only an older edition has still tells it, with and without a code", () => journey(phone, async (page) => {
  await page.goto(links.dropped);
  await page.getByText("Somebody’s result").waitFor();
  assert.equal(await outcome(page).innerText(), "Neither");
  assert.equal(await page.getByText("They chose not to share").count(), 0, "nobody chose: the code is missing");
}));

test("an older edition that cannot be loaded just now is not said to be gone", () => journey(phone, async (page, context, noise) => {
  await page.route(/quizzes\/.*\.quiz\.json/, (route) => (route.request().url().includes(kept) ? route.abort() : route.continue()));
  const told = page.waitForEvent("console", { predicate: (message) => message.text().startsWith("which-track: ") });
  await page.goto(links.kept);
  await told;
  assert.equal(await page.getByText("is gone").count(), 0);
  assert.ok(noise.splice(0).some((line) => line.startsWith("which-track: ") && line.includes("could not be loaded")));
}));
