// Words that no line has room for, in every place where words stand, on the narrowest screen: no page scrolls sideways,
// and no words leave their box.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { at, journey, noSidewaysScroll, start, stop } from "./browser.mjs";
import { answer, toResult } from "./quiz.mjs";
import { makeSite } from "./site.mjs";

let site;
before(start);
after(async () => {
  await stop();
  site?.close();
});

const narrow = { viewport: { width: 320, height: 800 }, hasTouch: true };

/** A compound of 79 letters, an address of 140, and words whose spaces break no line. */
const LONG = {
  "a compound": "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesänderungsantra",
  "an address": `https://example.org/${"a-path/".repeat(12)}?query=${"value&".repeat(4)}end=123`.padEnd(140, "0"),
  "words without breaks": "words that no line breaks between ".repeat(4).trim().replaceAll(" ", "\u{a0}"),
};

/** The site of a quiz with these words. */
async function build(words) {
  site ??= await makeSite();
  const file = join(site.folder, "long.toml");
  writeFileSync(file, quiz(words));
  site.build(file);
}

/** A quiz with these words in every text, as far as it may have them: titles and labels have less room, since they are also
    on the card. */
function quiz(words) {
  const [title, label] = [words.slice(0, 79), words.slice(0, 20)];
  const source = `source = { label = "${words}", url = "https://blog.example/post" }`;
  const options = (points = "") => ["one", "two", "three"].map((id, nth) => `{ id = "${id}", label = "${nth} ${words}", reason = "${words}"${points && `, points = { ${points} = ${3 - nth} }`} }`).join(",\n  ");
  const question = (id, kind, more) => `[[questions]]\nid = "${id}"\nkind = "${kind}"\nprompt = "${words}"\ntopic = "${words}"\nhelp = "${words}"\n${source}\n${more}\n`;
  const advice = ["step", "mistake", "note", "question"].map((kind) => `[[advice]]\nid = "${kind}"\nkind = "${kind}"\ntitle = "${words}"\ntext = "${words}"\n${kind === "mistake" ? `instead = "${words}"\n` : ""}${source}\n`);
  return `id = "long"
title = "${title}"
description = "${words}"
lang = "en"
minutes = 1
notice = "${words}"
article = { title = "${words}", note = "${words}", url = "https://blog.example/post" }
${["tea", "coffee"].map((id) => `[[tracks]]\nid = "${id}"\nlabel = "${label}"`).join("\n")}
${question("single", "single", `options = [\n  ${options("tea")},\n]`)}
${question("multi", "multi", `options = [\n  ${options("coffee")},\n]`)}
${question("scale", "scale", `low = "${words}"\nhigh = "${words}"\nlow_reason = "${words}"\nhigh_reason = "${words}"\npoints = { tea = 1, coffee = -1 }`)}
${question("rank", "rank", `top = 2\noptional = true\noptions = [\n  ${options("tea")},\n]`)}
${["tea", "coffee"].map((id) => `[[outcomes]]\nid = "${id}"\ntitle = "${title}"\nsummary = "${words}"\naction = { label = "${words}", url = "https://blog.example/post" }`).join("\n")}
${advice.join("")}
[[claims]]
id = "claim"
text = "${words}"
${source}
`;
}

/** What is wider than its box, inside the widget and in what a reader without script sees. */
const tooWide = (page) => page.evaluate(() => {
  const root = document.querySelector("which-track").shadowRoot ?? document;
  const paper = root.querySelector(".quiz") ?? document.body;
  const { left, right } = paper.getBoundingClientRect();
  const said = [];
  const unseen = (element) => element.closest(".visually-hidden, svg, [type=text]");
  for (const element of paper.querySelectorAll("*")) {
    if (!unseen(element) && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) said.push(`<${element.localName} class="${element.className}"> holds ${element.scrollWidth} in ${element.clientWidth}`);
  }
  const texts = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    if (unseen(texts.currentNode.parentElement)) continue;
    const lines = [...range.getClientRects()];
    if (lines.some((line) => line.left < left || line.right > right)) said.push(`"${texts.currentNode.data.slice(0, 30)}" leaves the paper`);
    // Our own short words beside an author's long ones keep a line that can be read.
    if (texts.currentNode.data.length < 20 && lines.length > 3) said.push(`"${texts.currentNode.data}" takes ${lines.length} lines`);
  }
  for (const line of root.querySelectorAll(".picture text")) {
    const box = line.getBBox();
    if (box.x < 0 || box.x + box.width > 1200) said.push(`"${line.textContent.slice(0, 30)}" leaves the card`);
  }
  return said;
});

async function fits(page, screen) {
  await noSidewaysScroll(page, screen);
  assert.deepEqual(await tooWide(page), [], screen);
}

const unfoldAll = (page) => page.evaluate(() => document.querySelector("which-track").shadowRoot.querySelectorAll("details").forEach((details) => (details.open = true)));

/** From the first question to the result, looking at each screen before and after it is answered. */
async function through(page, nth) {
  for (let asked = 1; (await page.locator("which-track .review").count()) === 0; asked += 1) {
    await fits(page, `question ${asked}`);
    await answer(page, nth);
    if ((await page.locator("which-track .mark input:enabled").count()) > 0) await page.locator("which-track .mark input").check();
    await fits(page, `question ${asked}, answered`);
    const before = await page.locator("which-track #progress").innerText();
    await page.locator("which-track button[type=submit]").click();
    await page.waitForFunction((before) => document.querySelector("which-track").shadowRoot.querySelector("#progress")?.innerText !== before, before);
  }
  await fits(page, "the review");
  await toResult(page);
  await unfoldAll(page);
  await fits(page, "the result");
}

for (const [what, words] of Object.entries(LONG)) {
  test(`${what} in every place, 320 px`, () => journey(narrow, async (page) => {
    await build(words);
    await at(page, `${site.address}/q/long/`);
    await page.locator("which-track .nav").waitFor();
    await through(page, 0);
    const link = await page.locator("which-track [data-control=link]").inputValue();
    await page.getByRole("radio", { name: "Everything, with all my answers" }).check();
    const [all, invitation] = await Promise.all(["link", "invitation"].map((name) => page.locator(`which-track [data-control=${name}]`).inputValue()));
    await page.getByRole("button", { name: "Start over" }).click();
    await page.locator("which-track .question").waitFor();
    await through(page, 2);
    for (const [name, address] of [["a friend's result", link], ["a friend's answers", all], ["an invitation", invitation]]) {
      await page.evaluate(() => localStorage.clear());
      await page.goto("about:blank");
      await at(page, address);
      await unfoldAll(page);
      await fits(page, name);
    }
    await through(page, 1);
  }));

  test(`${what} in what a reader without script sees, 320 px`, () => journey({ ...narrow, javaScriptEnabled: false }, async (page) => {
    await build(words);
    for (const path of ["q/long/", "embed/long/", "r/long/tea/", "r/long/compare/"]) {
      await page.goto(`${site.address}/${path}`);
      const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(wide <= room, `${path} is ${wide} px wide where there are ${room}`);
    }
  }));
}
