// The recipes for counting in docs/embedding.md, as they stand there, on a page with a stub of each product: every call that
// a reader's way to the result makes. Ids only, never an answer.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { desk, elsewhere, journey, ready, site, start, stop, unknown } from "./browser.mjs";
import { finishInFrame, toResult, toReview } from "./quiz.mjs";

before(start);
after(stop);

const section = readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8").match(/^## Counting\n([^]*?)^## /m)[1];
const [snippet] = section.match(/^<script[^]*?<\/script>$/m);
const [, framed] = section.match(/^```js\n([^]*?)```/m);
const [plausible] = snippet.match(/const count = .*/);
const others = [...section.matchAll(/^\| (.+) \| `(const count = .*)` \|$/gm)].map(([, product, line]) => [product, line]);
const LINES = { Plausible: plausible, ...Object.fromEntries(others) };

/** What each product has on a page, as a script that notes in `calls` what it is called with; and what it should be called
    with, by its own documentation, for an event with its properties. */
const PRODUCTS = {
  Plausible: ["window.plausible = (...call) => calls.push(call)", (name, props) => [name, { props }]],
  "Google Analytics": ["window.gtag = (...call) => calls.push(call)", (name, props) => ["event", name, props]],
  "Google Tag Manager": ["window.dataLayer = calls", (event, props) => ({ event, ...props })],
  Matomo: ["window._paq = calls", (name, { quiz, question, outcome, channel }) => ["trackEvent", quiz, name, question ?? outcome ?? channel]],
  Umami: ["window.umami = { track: (...call) => calls.push(call) }", (name, props) => [name, props]],
  GoatCounter: ["window.goatcounter = { count: (call) => calls.push(call) }", (name, props) => ({ event: true, path: [name, ...Object.values(props)].join("/") })],
};

/** The first is answered with the start. */
const QUESTIONS = ["background", "stage", "zero-to-one", "shipped", "day", "autonomy", "interview", "strategy", "place", "intensity", "priorities"];

/** What a reader does who always takes the first option and copies the link in the end. */
function done(edition) {
  const quiz = "pm-vs-sde";
  const steps = QUESTIONS.map((question, at) => ["quiz_step", { quiz, index: at + 1, total: 12, question }]);
  return [["quiz_start", { quiz }], ...steps, ["quiz_result", { quiz, edition, outcome: "sde" }], ["quiz_share", { quiz, channel: "copy" }]];
}

/** A page with all products, each with its recipe, and a quiz. */
const blog = (script, quiz) => `<!doctype html><html lang="en"><title>A blog</title><link rel="icon" href="data:,"><script>const noted = {}</script>
${Object.entries(PRODUCTS).map(([name, [stub]]) => `<script>{ const calls = (noted["${name}"] = []); ${stub} }</script>${script.replace(plausible, () => LINES[name])}`).join("\n")}
<script type="module" src="${site()}/which-track.js"></script>${quiz}`;

/** Copies the link, and compares all calls of all products. */
async function counted(page, within, frame) {
  await within.getByRole("button", { name: "Copy link" }).click();
  await within.getByText("Copied. Now paste it into a message or a post.").last().waitFor();
  const { edition } = await frame.evaluate(() => document.querySelector("which-track").result);
  const calls = Object.entries(PRODUCTS).map(([name, [, call]]) => [name, done(edition).map(([event, props]) => call(event, props))]);
  assert.deepEqual(await page.evaluate("noted"), Object.fromEntries(calls));
}

const reader = { ...desk, permissions: ["clipboard-write"] };

test("every recipe is tried", () => assert.deepEqual(Object.keys(LINES), Object.keys(PRODUCTS)));

test("what a reader does is counted", () => journey(reader, async (page) => {
  await elsewhere(page, blog(snippet, `<which-track quiz="pm-vs-sde"></which-track>`));
  await toReview(page);
  await toResult(page);
  await counted(page, page, page);
}));

test("what a reader does in a frame is counted", () => journey(reader, async (page, context, noise) => {
  const script = snippet.replace("</script>", `${framed}</script>`).replace("https://quiz.example", site());
  await elsewhere(page, blog(script, `<iframe data-which-track src="${site()}/embed/pm-vs-sde/" width="100%" height="1200" allow="clipboard-write"></iframe>`));
  const frame = page.frameLocator("iframe");
  await ready(frame);
  await finishInFrame(frame);
  await counted(page, frame, page.frames()[1]);
  unknown(noise);
}));

test("where the product is not there, the console stays empty", () => journey(desk, async (page) => {
  const scripts = Object.values(LINES).map((line) => snippet.replace(plausible, () => line));
  await elsewhere(page, `<!doctype html><html lang="en"><title>A blog</title><link rel="icon" href="data:,">${scripts.join("")}<script type="module" src="${site()}/which-track.js"></script><which-track></which-track>`);
  await toReview(page);
}));
