// A translator in the browser puts elements of its own in the place of every text on the page. What the quiz says must
// nevertheless always be what it means: the same sentences as without a translator, on every screen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { journey, open, phone, ready, start, stop } from "./browser.mjs";
import { answer, goOn, toResult, wholeResult } from "./quiz.mjs";

before(start);
after(stop);

/** Replays what Google's translator does to text nodes, also to those that come later: each is replaced by
    `<font><font>text</font></font>`, but where the page asks to leave them. The words stay, so that they can be compared. */
function translate() {
  const done = new WeakSet();
  const replace = (text) => {
    if (!text.data.trim() || done.has(text) || !text.parentNode || text.parentNode.closest?.("[translate=no]")) return;
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    const copy = document.createTextNode(text.data);
    done.add(copy);
    inner.append(copy);
    outer.append(inner);
    text.replaceWith(outer);
  };
  const all = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return replace(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.forEach(replace);
  };
  const watch = (root) => {
    all(root);
    new MutationObserver((records) => records.forEach(({ target, addedNodes }) => {
      if (target.nodeType === Node.TEXT_NODE) replace(target);
      addedNodes.forEach(all);
    })).observe(root, { childList: true, characterData: true, subtree: true });
  };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    watch(root);
    return root;
  };
}

/** Every sentence that can be read or heard on the screen, with what controls are called. */
const said = (page) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector("which-track");
  shadowRoot.querySelectorAll("details").forEach((details) => (details.open = true));
  const named = [...shadowRoot.querySelectorAll("[aria-label]")].map((element) => element.getAttribute("aria-label"));
  const drawn = [...shadowRoot.querySelectorAll("svg text")].map((text) => text.textContent);
  return [...shadowRoot.firstElementChild.innerText.split(/\s*\n\s*/), ...drawn, ...named].filter(Boolean);
});

/** A whole way through the quiz, with everything that changes words in place, noting what is said after every step. */
async function wayThrough(page) {
  const seen = [];
  const note = async (what) => {
    await page.waitForTimeout(30); // what is said is rendered, and the translator has been there
    if (await page.locator("which-track .result:not(.friend)").count()) await wholeResult(page);
    seen.push([what, await said(page)]);
  };
  const quiz = page.locator("which-track");
  await open(page);
  await ready(page);
  await note("the first question");
  await quiz.locator("button[type=submit]").click();
  await note("a nudge");
  await answer(page, 1);
  await note("an answer, and what is stored");
  await quiz.locator(".mark input").check();
  await note("a mark");
  await quiz.locator(".mark input").uncheck();
  await note("no mark");
  await quiz.locator(".mark input").check();
  await goOn(page);
  for (let at = 1; (await quiz.locator(".review").count()) === 0; at += 1) {
    await answer(page, at % 3);
    await note(`answer ${at + 1}`);
    if ((await quiz.locator(".mark input:enabled").count()) > 0) {
      await quiz.locator(".mark input").click();
      await note(`mark ${at + 1}`);
    }
    if ((await quiz.locator(".moves").count()) > 1) {
      await quiz.locator("[data-control^=down]").first().click();
      await note("one place down");
      await quiz.locator("[data-control^=place]:not(.add)").last().click();
      await note("taken out");
      await quiz.locator(".unplaced button").first().click();
      await note("put back");
    }
    await goOn(page);
  }
  await note("the review");
  await quiz.locator(".change").nth(2).click();
  await quiz.locator("fieldset").waitFor();
  await answer(page, 0);
  await note("another answer");
  await goOn(page);
  await note("the review again");
  await toResult(page);
  await note("the result");
  for (const nth of [0, 2, 1]) {
    await quiz.locator(".levels input").nth(nth).check();
    await note(`level ${nth}`);
  }
  await page.getByRole("button", { name: "Copy link" }).click();
  await note("copied");
  await quiz.locator("input[inputmode=url]").fill("mastodon");
  await note("half a server");
  await quiz.locator("input[inputmode=url]").fill("mastodon.social");
  await note("a server");
  await page.getByRole("button", { name: "Start over" }).click();
  await quiz.locator("fieldset").waitFor();
  await note("started over");
  await page.getByRole("button", { name: "Undo" }).click();
  await quiz.locator(".outcome").waitFor();
  await note("taken back");
  await page.getByRole("button", { name: "Delete everything" }).click();
  await quiz.locator("fieldset").waitFor();
  await note("deleted");
  return seen;
}

test("every sentence is the same with a translator in the page", async () => {
  const ways = [];
  for (const script of [undefined, translate]) {
    await journey(phone, async (page, context) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      if (script) await page.addInitScript(script);
      ways.push(await wayThrough(page));
      if (script) assert.ok((await page.locator("which-track font").count()) > 20, "the translator was there");
    });
  }
  const [plain, translated] = ways;
  assert.ok(plain.length > 25);
  plain.forEach((step, at) => assert.deepEqual(translated[at], step));
});
