// An author with `which-track serve`: every screen by a click, a save with the answers kept, a mistake above the quiz.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { accessible, desk, journey, noSidewaysScroll, phone, start, stop } from "./browser.mjs";
import { makeSite, whichTrack } from "./site.mjs";

let folder, quiz, site, serve, address;

before(async () => {
  await start();
  folder = mkdtempSync(join(tmpdir(), "which-track-serve-"));
  quiz = join(folder, "tea-or-coffee.toml");
  for (const name of ["tea-or-coffee.toml", "tea-or-coffee.fr.toml"]) cpSync(`tests/quizzes/valid/${name}`, join(folder, name));
  site = await makeSite();
  site.build(quiz);
  whichTrack("schema"); // so that the tool is there
  serve = spawn("target/debug/which-track", ["serve", quiz, "--widget", site.folder, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  address = await new Promise((told) => serve.stdout.once("data", (line) => told(String(line).trim())));
});

after(async () => {
  serve?.kill("SIGINT");
  site?.close();
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Saves the quiz with other words. */
const edit = (old, now) => {
  const text = readFileSync(quiz, "utf8");
  assert.ok(text.includes(old), old);
  writeFileSync(quiz, text.replace(old, now));
};

/** Something of the quiz that is to be seen; what is there for readers without script has the same words. */
const seen = (page, text) => page.frameLocator("#frame").locator(`text=${text} >> visible=true`).first();

/** As a journey; what a page had begun to load when it is loaded again does not count. */
const authoring = (options, run) => journey(options, async (page, _, noise) => {
  await page.goto(address);
  await seen(page, "What gets you out of bed?").waitFor();
  await run(page);
  noise.splice(0, noise.length, ...noise.filter((line) => !line.endsWith(" failed")));
});

test("each question and each outcome is a click away", () => authoring(desk, async (page) => {
  await page.getByRole("button", { name: "The making matters as much as the drinking." }).click();
  await seen(page, "Very much").waitFor();
  for (const outcome of ["You are a coffee person", "Both, depending on the day", "Neither"]) {
    await page.getByRole("button", { name: outcome }).click();
    await seen(page, outcome).waitFor();
  }
  await page.getByRole("button", { name: "All answers" }).click();
  await seen(page, "A slow start").waitFor();
  await page.getByRole("combobox", { name: "Language" }).selectOption("fr");
  await seen(page, "Un réveil en douceur").waitFor();
  await page.getByRole("button", { name: "Start anew" }).click();
  await accessible(page, "serve");
}));

test("a save is seen at the same place, and a mistake above what was there", () => authoring(desk, async (page) => {
  const frame = page.frameLocator("#frame");
  await frame.locator("body").evaluate(() => { window.isOld = true; });
  await page.getByRole("button", { name: "Start anew" }).click();
  // What is pressed in a page that is about to go is gone with it.
  await page.waitForFunction(() => !document.getElementById("frame").contentWindow.isOld);
  await frame.locator(".option", { hasText: "A kick" }).click();
  await frame.getByRole("button", { name: "Next" }).click();
  await seen(page, "When do you drink it?").waitFor();
  edit("When do you drink it?", "When is it time for a cup?");
  await seen(page, "When is it time for a cup?").waitFor();
  edit('kind = "scale"', 'kind = "skale"');
  const problems = page.getByRole("alert").filter({ visible: true });
  await problems.filter({ hasText: "`kind` of question `ritual` is `skale`" }).waitFor();
  assert.match(await problems.innerText(), /42 \| kind = "skale".*\n.*\^{7}/);
  await seen(page, "When is it time for a cup?").waitFor();
  edit('kind = "skale"', 'kind = "scale"');
  await problems.waitFor({ state: "hidden" });
  edit("When is it time for a cup?", "When do you drink it?");
  await seen(page, "When do you drink it?").waitFor();
}));

test("it fits on a phone", () => authoring(phone, async (page) => {
  await noSidewaysScroll(page);
  await page.getByRole("button", { name: "You are a tea person" }).click();
  await seen(page, "You are a tea person").waitFor();
}));
