// One reader's visit with everything that is measured of it: a cold start, five questions, a second visit, and the rest.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { phone, slow } from "../tests/journeys/browser.mjs";
import { quiz } from "./sites.mjs";
import { verdict } from "./peers/shared/score.js";

const source = readFileSync(new URL("robot.js", import.meta.url), "utf8");

/** How long a reader stops before each press once the quiz is under way, and before the last one, in milliseconds. */
const PAUSE = 150;
const LAST = 1_000;

/** The second visit begins at this question, counted from 0. */
const SECOND = 5;

const prompts = quiz.questions.map(({ prompt }) => prompt);

/** Which option is chosen of question number `at`: never the same as before, and all in all clearly for one track. */
const option = (at) => (at % 3 === 0 ? 0 : at % 2 + 1);
const expected = verdict(quiz, Object.fromEntries(quiz.questions.map(({ id, options }, at) => [id, options[option(at)].id])));

/** A fresh browser context: nothing cached, nothing stored. */
export const fresh = (browser) => browser.newContext(phone);

/** Opens a page with the robot in it, which looks for question number `at`, and gives the page. */
export async function open(context, url, peer, at, asked = prompts) {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await slow(page);
  const robot = { peer, prompts: asked, title: expected.outcome.title, at };
  await page.addInitScript(`${source}; startRobot(${JSON.stringify(robot)});`);
  await page.addInitScript(hookMemory);
  await page.goto(url, { waitUntil: "commit" });
  return page;
}

/** Notes the memory of every WebAssembly program. */
function hookMemory() {
  window.robotMemories = [];
  const note = (made) => {
    Object.values((made.instance ?? made).exports).filter((value) => value instanceof WebAssembly.Memory).forEach((memory) => window.robotMemories.push(memory));
    return made;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const real = WebAssembly[name];
    WebAssembly[name] = (...args) => real.apply(WebAssembly, args).then(note);
  }
}

/** When the question that the page begins with was painted. */
export const first = (page) => page.evaluate(() => window.robot.first);

/** Presses what `how` finds, and gives when it was pressed and when what it leads to was painted. */
async function press(page, how, argument) {
  const [x, y] = await page.evaluate(([how, argument]) => window.robot[how](argument), [how, argument]);
  await page.touchscreen.tap(x, y);
  return page.evaluate(() => window.robot.measured);
}

const pause = (milliseconds) => new Promise((over) => setTimeout(over, milliseconds));

/** Goes on to screen number `to` as a reader who stops before each press, and gives how long that took. */
async function goOn(page, to, before = PAUSE) {
  await pause(before);
  const { from, to: painted } = await press(page, "next", to);
  return painted - from;
}

/** Answers question number `at`. */
async function answer(page, at) {
  await pause(PAUSE);
  await press(page, "choose", option(at));
}

/** Answers question number `at` and goes on to the next, and gives how long that took. */
async function step(page, at) {
  await answer(page, at);
  return goOn(page, at + 1);
}

/** All that is measured of one visit of a peer. Times in milliseconds. */
export async function visit(browser, server, peer) {
  const context = await fresh(browser);
  try {
    const url = server.address + peer.path;
    server.sent();
    let page = await open(context, url, peer, 0);
    const begun = await first(page);
    const firstBytes = sum(server.sent());
    const pressed = await press(page, "choose", option(0));
    const taken = await press(page, "next", 1);
    const steps = [];
    for (let at = 1; at < SECOND; at += 1) steps.push(await step(page, at));
    await pause(PAUSE);
    await page.close();
    const bytes = firstBytes + sum(server.sent());
    page = await open(context, url, peer, SECOND);
    const second = await first(page);
    assert.deepEqual(server.sent(), [], `${peer.name} has everything cached`);
    for (let at = SECOND; at < prompts.length - 1; at += 1) steps.push(await step(page, at));
    await answer(page, prompts.length - 1);
    if (peer.review) await goOn(page, prompts.length);
    const result = await goOn(page, prompts.length + (peer.review ? 1 : 0), LAST);
    await checkResult(page, peer);
    await pause(LAST);
    return {
      first: begun,
      pressed: pressed.to - pressed.from,
      taken: taken.to,
      steps,
      result,
      second,
      memory: await memory(page),
      firstBytes,
      bytes: bytes + sum(server.sent()),
    };
  } finally {
    await context.close();
  }
}

const sum = (sent) => sent.reduce((sum, { bytes }) => sum + bytes, 0);

/** All show the same: the verdict's words and each track with its percentage. */
async function checkResult(page, peer) {
  const text = await page.evaluate((peer) => (peer.root ? document.querySelector(peer.root).shadowRoot.querySelector(".result") : document.body).innerText, peer);
  for (const words of [expected.outcome.summary, ...expected.fits.flatMap(({ label, percent }) => [label, `${percent}%`])]) {
    assert.ok(text.includes(words), `${peer.name} shows "${words}" in: ${text}`);
  }
}

/** Bytes of the JavaScript heap without garbage, and of WebAssembly memory. */
async function memory(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("HeapProfiler.collectGarbage");
  const { usedSize } = await client.send("Runtime.getHeapUsage");
  const memories = await page.evaluate(() => window.robotMemories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
  return usedSize + memories;
}
