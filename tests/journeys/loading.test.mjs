// Everything that can happen on the way to the widget: files that fail, that never end, that are something else; a network
// that goes and comes back. The reader is told, can try again, and loses no answer.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { anew, blank, breakNext, holdProgram, home, host, journey, phone, ready, start, stop } from "./browser.mjs";
import { answer, next, prompt } from "./quiz.mjs";
import { makeSite } from "./site.mjs";

before(start);
after(stop);

/** The files that a quiz needs, by what asks for them. */
const FILES = {
  more: /\/which-track-quiz-[^/]*\.js(\?|$)/,
  glue: /\/which-track-(?!quiz)[^/]*\.js(\?|$)/,
  wasm: /_bg\.wasm$/,
  quiz: /\/quizzes\/.*\.quiz\.json/,
};
const LOADING = "Loading the quiz…";
const SLOW = "The network is slow. The quiz is still loading…";
const FAILED = "The quiz could not be loaded.";
const again = (page) => page.getByRole("button", { name: "Load it again" });
const element = `<which-track loading="eager"><p>instead</p></which-track>`;

/** Lets every request for a file come to the same, until what this gives is called. */
async function fails(page, file, how) {
  const handler = (route) => how(route);
  await page.route(file, handler);
  return () => page.unroute(file, handler);
}

const lost = (route) => route.abort("internetdisconnected");
const never = () => {};
const heard = (page) => page.addInitScript(() => {
  window.heard = [];
  for (const name of ["ready", "error"]) addEventListener(`which-track:${name}`, ({ detail }) => window.heard.push(detail?.code ?? name));
});

/** Nothing that waits for one or ten seconds happens before the test says so. */
function holdTime() {
  const [set, clear] = [setTimeout, clearTimeout];
  const held = new Map();
  window.setTimeout = (act, after, ...more) => {
    if (![1_000, 10_000].includes(after)) return set(act, after, ...more);
    held.set(-held.size - 1, [after, act]);
    return -held.size;
  };
  window.clearTimeout = (id) => (held.has(id) ? held.set(id, []) : clear(id));
  window.after = (time) => held.forEach(([after, act]) => after === time && act());
}

/** The second option of the first question, on the first screen. */
async function answerFirst(page) {
  await page.locator("which-track .prompt").waitFor();
  await page.locator("which-track label.option").nth(1).click();
}

const chosen = (page) => page.locator("which-track label.option input").nth(1).isChecked();

for (const [what, file] of Object.entries(FILES)) {
  test(`the network is lost before the ${what}: it comes by itself when the network is back`, () => journey(phone, async (page, context, noise) => {
    await heard(page);
    const back = await fails(page, file, lost);
    await blank(page, element);
    await page.waitForFunction(() => window.heard.length > 0);
    assert.deepEqual(await page.evaluate(() => window.heard), [["more", "glue"].includes(what) ? "script" : "network"]);
    await page.getByText(FAILED).last().waitFor();
    assert.ok(await page.getByText("instead").isVisible(), "the children show as well");
    await answerFirst(page);
    await back();
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await ready(page);
    assert.ok(await chosen(page), "with the answer");
    assert.ok(!(await page.getByText("instead").isVisible()));
    noise.splice(0);
  }));

  test(`the ${what} never ends: after a second it says that it loads, after ten that it is slow, and can be tried again`, () => journey(phone, async (page, context, noise) => {
    await page.addInitScript(holdTime);
    const back = await fails(page, file, never);
    await blank(page, element);
    await answerFirst(page);
    assert.equal(await page.getByText(LOADING).count(), 0);
    await page.evaluate(() => window.after(1_000));
    await page.getByText(LOADING).last().waitFor();
    await next(page).click();
    assert.equal(await next(page).getAttribute("aria-busy"), "true");
    assert.equal(await page.locator("which-track [role=status]").innerText(), LOADING, "also to those who hear the page");
    await page.evaluate(() => window.after(10_000));
    await page.getByText(SLOW).last().waitFor();
    await back();
    await again(page).click();
    await ready(page);
    await page.getByText("Question 2 of").waitFor();
    noise.splice(0);
  }));
}

test("a WebAssembly file that fails after an answer and a Next keeps both, and the focus", () => journey(phone, async (page, context, noise) => {
  let fail;
  const failing = new Promise((resolve) => (fail = resolve));
  const back = await fails(page, FILES.wasm, async (route) => {
    await failing;
    await lost(route);
  });
  await blank(page, element);
  await answerFirst(page);
  const focus = () => page.evaluate(() => document.querySelector("which-track").shadowRoot.activeElement?.type);
  assert.equal(await focus(), "radio");
  fail();
  await page.getByText(FAILED).last().waitFor();
  assert.ok(await chosen(page));
  assert.equal(await focus(), "radio");
  await next(page).click();
  await back();
  await again(page).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Question 2 of").waitFor();
  assert.ok(await page.evaluate(() => document.querySelector("which-track").shadowRoot.activeElement?.matches(".prompt")));
  noise.splice(0);
}));

test("a page that becomes visible tries again", () => journey(phone, async (page, context, noise) => {
  const back = await fails(page, FILES.wasm, lost);
  await blank(page, element);
  await page.getByText(FAILED).last().waitFor();
  await back();
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await ready(page);
  noise.splice(0);
}));

test("all quizzes of a page come back together, with one download", () => journey(phone, async (page, context, noise) => {
  const back = await fails(page, FILES.wasm, lost);
  await blank(page, `<which-track loading="eager" storage="none"></which-track>`.repeat(5));
  await page.waitForFunction(() => document.querySelectorAll("which-track").length === 5 && [...document.querySelectorAll("which-track")].every(({ shadowRoot }) => shadowRoot?.textContent.includes("could not be loaded")));
  await back();
  const asked = [];
  page.on("request", (request) => FILES.wasm.test(request.url()) && asked.push(request.url()));
  await again(page).nth(2).click();
  await ready(page);
  assert.equal(asked.length, 1);
  noise.splice(0);
}));

test("after a crash without network, the way to start again stays, and works once the network is back", () => journey(phone, async (page, context, noise) => {
  await blank(page, element);
  await ready(page);
  await answer(page, 1);
  await breakNext(page);
  await next(page).click();
  await page.getByText("The quiz stopped because of an error in it.").waitFor();
  const backs = [await fails(page, FILES.glue, lost), await fails(page, FILES.wasm, lost)];
  await again(page).click();
  await page.getByText(FAILED).waitFor();
  assert.ok(await again(page).isVisible());
  assert.ok(await again(page).evaluate((button) => button.getRootNode().activeElement === button), "focus stays on it");
  for (const back of backs) await back();
  await again(page).click();
  await ready(page);
  await page.locator("which-track .prompt").waitFor();
  assert.ok(await chosen(page));
  noise.splice(0);
}));

test("a widget that is there goes on where another language cannot be loaded, and changes once it can", () => journey(phone, async (page, context, noise) => {
  await blank(page, element);
  await ready(page);
  await answer(page, 1);
  const back = await fails(page, /\.fr\.quiz\.json/, lost);
  const told = page.waitForEvent("console", { predicate: (message) => message.text().startsWith("which-track: ") });
  await page.evaluate(() => document.querySelector("which-track").setAttribute("lang", "fr"));
  await told;
  assert.ok(await chosen(page));
  await next(page).click();
  await page.getByText("Question 2 of").waitFor();
  await back();
  await anew(page, () => page.evaluate(() => dispatchEvent(new Event("online"))));
  await page.getByText("Question 2 sur").waitFor();
  noise.splice(0);
}));

test("a Next that was pressed twice before the program is carried out once, and an answer changed after it counts", () => journey(phone, async (page) => {
  const release = await holdProgram(page);
  await host(page, "bare");
  await answerFirst(page);
  await next(page).click();
  await next(page).click();
  await page.locator("which-track label.option").nth(2).click();
  release();
  await page.getByText("Question 2 of").waitFor();
  await ready(page);
  assert.match(await page.evaluate(() => document.querySelector("which-track").shadowRoot.querySelector(".receipt").textContent), /goal=architecture/);
  assert.match(await page.locator("which-track #progress").innerText(), /Question 2 of/);
}));

test("a press that is under way while the program takes over is not lost", () => journey({ viewport: phone.viewport }, async (page) => {
  const release = await holdProgram(page);
  await host(page, "bare");
  await page.locator("which-track .prompt").waitFor();
  const box = await page.locator("which-track label.option").nth(1).boundingBox();
  await page.mouse.move(box.x + 20, box.y + 10);
  await page.mouse.down();
  release();
  await page.waitForResponse(FILES.wasm);
  await page.waitForTimeout(700);
  await page.mouse.up();
  await ready(page);
  assert.ok(await chosen(page));
}));

test("an attribute that changes while a finger is down loses nothing", () => journey({ viewport: phone.viewport }, async (page) => {
  const release = await holdProgram(page);
  await blank(page, element);
  await answerFirst(page);
  const box = await page.locator("which-track label.option").nth(2).boundingBox();
  await page.mouse.move(box.x + 20, box.y + 10);
  await page.mouse.down();
  release();
  await page.waitForResponse(FILES.wasm);
  await page.waitForTimeout(500);
  await page.evaluate(() => document.querySelector("which-track").setAttribute("share-base", "https://quiz.example"));
  await page.waitForTimeout(500);
  await page.mouse.up();
  await ready(page);
  await page.waitForTimeout(200);
  assert.ok(await page.locator("which-track label.option input").nth(2).isChecked());
  assert.equal(await page.locator("which-track .prompt").count(), 1);
}));

test("a slow download goes on when the page is looked at again", () => journey(phone, async (page, context, noise) => {
  await page.addInitScript(holdTime);
  let asked = 0;
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(FILES.wasm, async (route) => {
    asked += 1;
    await released;
    await route.continue();
  });
  await blank(page, element);
  await answerFirst(page);
  await page.evaluate(() => window.after(10_000));
  await page.getByText(SLOW).last().waitFor();
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await page.waitForTimeout(200);
  assert.equal(asked, 1);
  release();
  await ready(page);
  assert.ok(await chosen(page));
  noise.splice(0);
}));

test("a reader who leaves while it loads is no failure", () => journey(phone, async (page, context, noise) => {
  await page.addInitScript(() => addEventListener("which-track:error", () => sessionStorage.setItem("error", "told")));
  await page.route(FILES.wasm, never);
  await home(page, "index.html");
  await page.locator("which-track").scrollIntoViewIfNeeded();
  await answerFirst(page);
  await home(page, "404.html");
  await page.unroute(FILES.wasm);
  await page.goBack();
  await page.locator("which-track").scrollIntoViewIfNeeded();
  await ready(page);
  assert.equal(await page.evaluate(() => sessionStorage.getItem("error")), null);
  noise.splice(0);
}));

/** A quiz that begins with an order that may be skipped. */
const RANKED = `id = "ranked"
title = "Which?"
description = "Two questions."
lang = "en"
[[tracks]]
id = "a"
label = "A"
[[tracks]]
id = "b"
label = "B"
[[questions]]
id = "order"
kind = "rank"
top = 2
optional = true
prompt = "In which order?"
options = [
  { id = "one", label = "One", points = { a = 1 } },
  { id = "two", label = "Two", points = { b = 1 } },
  { id = "three", label = "Three" },
]
[[questions]]
id = "last"
kind = "single"
prompt = "And now?"
options = [{ id = "this", label = "This", points = { a = 1 } }, { id = "that", label = "That", points = { b = 1 } }]
[[outcomes]]
id = "a"
title = "A"
summary = "A."
[[outcomes]]
id = "b"
title = "B"
summary = "B."
`;

test("an order that is begun on the first screen, and a Skip, are what the reader meant", async () => {
  const made = await makeSite();
  try {
    writeFileSync(join(made.folder, "ranked.toml"), RANKED);
    made.build(join(made.folder, "ranked.toml"));
    for (const [presses, expected] of [
      [["One", "Three"], ["One", "Three"]],
      [["Three", "One", "One"], ["Three", "One"]],
      [["Skip", "Two"], ["Two"]],
      [["Two", "Skip"], undefined],
    ]) {
      await journey(phone, async (page) => {
        const release = await holdProgram(page);
        await page.goto(`${made.address}/q/ranked/`);
        await page.evaluate(() => {
          document.body.innerHTML = `<which-track loading="eager" quiz="ranked" storage="none"></which-track>`;
        });
        await page.locator("which-track .prompt").waitFor();
        const [place] = await page.locator("which-track .place.open").evaluateAll((places) => places.map((place) => getComputedStyle(place).display));
        assert.equal(place, "flex", "its styles came with the loader");
        for (const name of presses) await page.getByRole("button", { name: new RegExp(`${name}$`) }).click();
        release();
        await ready(page);
        if (expected) assert.deepEqual(await page.locator("which-track .place .name").allInnerTexts(), expected, presses.join());
        else await page.getByText("And now?").waitFor();
        assert.equal(await page.locator("which-track input:checked").count(), 0, presses.join());
      });
    }
  } finally {
    made.close();
  }
});

test("what was chosen on the first screen is not pressed on another one, as after answers in another tab", () => journey(phone, async (page) => {
  const release = await holdProgram(page);
  await blank(page, element);
  await answerFirst(page);
  await page.evaluate(() => localStorage.setItem("which-track:pm-vs-sde", "1;@background;goal=reach"));
  release();
  await ready(page);
  await page.getByText("Question 2 of").waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem("which-track:pm-vs-sde")), "1;@background;goal=reach");
}));

/** A page as single-page hosts send it in place of every missing file: with the quiz in it, and with handlers. */
const SINGLE = `<!doctype html><html lang="en"><title>A site</title><body><script type="module" src="/which-track.js"></script><img src="data:," onerror="window.ran = true"><div data-which-track="page"><which-track loading="eager" quiz="pm-vs-sde"><form><button>Send</button></form></which-track></div></body></html>`;

test("what is no first screen of ours is not put into the page", () => journey(phone, async (page, context, noise) => {
  await page.route(/\/first\//, (route) => route.fulfill({ contentType: "text/html", body: SINGLE }));
  const release = await holdProgram(page);
  await blank(page, element.replace(" ", ` lang="fr" `)); // in its own language the screen comes with the loader
  await page.waitForResponse(/\/first\//);
  await page.waitForTimeout(300);
  assert.deepEqual(await page.evaluate(() => [window.ran, document.querySelector("which-track").shadowRoot?.querySelectorAll("which-track, img").length ?? 0]), [undefined, 0]);
  assert.ok(await page.getByText("instead").isVisible());
  release();
  await ready(page);
  noise.splice(0);
}));

const HTML = (route) => route.fulfill({ contentType: "text/html", body: SINGLE });
const untyped = (route) => route.fulfill({ contentType: "application/octet-stream", body: SINGLE });

/** What goes wrong, with the code that the event tells and what the message says. */
const CODES = [
  ["an HTML page in place of the WebAssembly file", FILES.wasm, HTML, "network", /\.wasm could not be loaded: the server sent an HTML page in its place\.$/],
  ["an HTML page in place of the quiz", FILES.quiz, HTML, "network", /\.quiz\.json[^ ]* could not be loaded: the server sent an HTML page in its place\.$/],
  ["an HTML page without a type in place of the quiz", FILES.quiz, untyped, "network", /the server sent an HTML page in its place\.$/],
  ["an HTML page in place of the glue", FILES.glue, HTML, "script", /could not be loaded as a script\.$/],
  ["an empty glue", FILES.glue, (route) => route.fulfill({ contentType: "text/javascript", body: "" }), "script", /could not be loaded as a script\.$/],
  ["a file that is larger than any quiz", FILES.quiz, (route) => route.fulfill({ contentType: "application/json", body: `["which-track quiz", 1, ["${"a".repeat(3_000_000)}"]]` }), "quiz", / is larger than any quiz\.$/],
  ["an empty WebAssembly file", FILES.wasm, (route) => route.fulfill({ contentType: "application/wasm", body: "" }), "wasm", /^WebAssembly could not be started: /],
];

for (const [what, file, how, code, message] of CODES) {
  test(`${what} is told as "${code}"`, () => journey(phone, async (page, context, noise) => {
    await fails(page, file, how);
    assert.deepEqual((await failure(page, element)).map(({ code }) => code), [code]);
    assert.match((await page.evaluate(() => window.errors))[0].message, message);
    noise.splice(0);
  }));
}

/** The errors that an element tells. */
async function failure(page, body) {
  await page.addInitScript(() => {
    window.errors = [];
    addEventListener("which-track:error", ({ detail }) => window.errors.push(detail));
  });
  await blank(page, body);
  await page.waitForFunction(() => window.errors.length > 0);
  return page.evaluate(() => window.errors);
}

test("a connection that is lost inside the quiz is told as \"network\"", () => journey(phone, async (page, context, noise) => {
  await page.addInitScript((source) => {
    const real = Response.prototype.text;
    Response.prototype.text = function () {
      return new RegExp(source).test(this.url) ? Promise.reject(new TypeError("network error")) : real.call(this);
    };
  }, FILES.quiz.source);
  const [{ code, message }] = await failure(page, element);
  assert.equal(code, "network");
  assert.match(message, /could not be loaded: network error\.$/);
  noise.splice(0);
}));

test("a page that forbids shadow roots gets a documented code", () => journey(phone, async (page, context, noise) => {
  await page.addInitScript(() => { Element.prototype.attachShadow = () => { throw new DOMException("no", "NotSupportedError"); }; });
  for (const attributes of ["", "doctor"]) {
    const [{ code }] = await failure(page, `<which-track ${attributes} loading="eager"><p>instead</p></which-track>`);
    assert.equal(code, "crash");
    assert.ok(await page.getByText("instead").isVisible());
  }
  noise.splice(0);
}));

test("a src that is no address is told as \"quiz\"", () => journey(phone, async (page, context, noise) => {
  const [{ code, message }] = await failure(page, `<which-track loading="eager" src="https://["><p>instead</p></which-track>`);
  assert.deepEqual([code, message], ["quiz", `"https://[" is no address of a quiz.`]);
  noise.splice(0);
}));

test("languages are looked up as RFC 4647 has it, then by the same primary language", () => journey(phone, async (page) => {
  await blank(page, "");
  const script = readFileSync(new URL("../../src/loader/language.js", import.meta.url), "utf8");
  const found = await page.evaluate(async (script) => {
    const { nearest } = await import(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
    const tags = ["en", "pt-br", "zh-hant", "fr", "sr-latn"];
    return ["zh-Hant-TW", "pt", "pt-PT", "pt_BR", "PT-br", "fr-CA-x-home", "zh", "sr-Cyrl-RS", "en-u-ca-buddhist", "de", "", "e", "fra"].map((wanted) => nearest(wanted, tags) ?? null);
  }, script);
  assert.deepEqual(found, ["zh-hant", "pt-br", "pt-br", "pt-br", "pt-br", "fr", "zh-hant", "sr-latn", "en", null, null, null, null]);
}));

test("a language that changes around the element is heeded, also beyond a shadow root", () => journey(phone, async (page) => {
  await blank(page, `<section>${element}</section>`);
  await ready(page);
  await answer(page, 1);
  await anew(page, () => page.evaluate(() => (document.documentElement.lang = "fr-CA")));
  await page.locator("which-track [lang=fr] .prompt").waitFor();
  assert.ok(await chosen(page), "with the answer");
  await anew(page, () => page.evaluate(() => (document.querySelector("section").lang = "en")));
  await page.locator("which-track [lang=en] .prompt").waitFor();
  await page.evaluate(() => (document.documentElement.lang = "de"));
  assert.match(await prompt(page), /^What would you most like/);
  await page.evaluate(() => {
    const outer = document.createElement("div");
    outer.lang = "fr";
    outer.attachShadow({ mode: "open" }).innerHTML = `<which-track loading="eager" storage="none"></which-track>`;
    document.body.replaceChildren(outer);
  });
  await page.locator("which-track [lang=fr] .prompt").waitFor();
}));
