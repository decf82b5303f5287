// The element on a page: several at once, moved, removed and put back, attributes that change, quizzes from elsewhere,
// and everything that can keep it from showing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readFileSync, readdirSync } from "node:fs";
import { anew, blank, breakNext, desk, holdProgram, journey, phone, ready, start, stop } from "./browser.mjs";
import { answer, goOn, next, prompt, toReview, toResult } from "./quiz.mjs";

before(start);
after(stop);

/** Where the compiled quiz in French stands. */
const french = () => `quizzes/${readdirSync("dist/quizzes").find((name) => name.endsWith(".fr.quiz.json"))}`;

const shown = async (page, which = "which-track") => {
  await ready(page, which);
  await page.locator(`${which} .prompt`).first().waitFor();
};
const heard = (page) => page.evaluate(() => {
  window.heard = [];
  for (const name of ["ready", "start", "step", "result", "error"]) {
    document.addEventListener(`which-track:${name}`, (event) => window.heard.push([name, event.detail]));
  }
});

test("twenty on a page share one download and all work", () => journey(desk, async (page) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await blank(page, `<which-track loading="eager" storage="none"></which-track>`.repeat(20));
  await ready(page);
  assert.equal(asked.filter((path) => path.endsWith(".wasm")).length, 1);
  await page.locator("which-track").nth(13).locator("label.option").first().click();
  const chosen = await page.evaluate(() => [...document.querySelectorAll("which-track")].map((quiz) => quiz.shadowRoot.querySelectorAll("input[type=radio]:checked").length));
  assert.deepEqual(chosen, Array.from({ length: 20 }, (_, at) => Number(at === 13)));
}));

test("a lazy one waits until it comes near", () => journey(desk, async (page) => {
  await blank(page, `<div style="height: 5000px"></div><which-track></which-track>`);
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => document.querySelector("which-track").shadowRoot), null);
  await page.evaluate(() => scrollTo(0, 4000));
  await shown(page);
}));

test("moved, removed and put back, it goes on where it was", () => journey(desk, async (page) => {
  await blank(page, `<section><which-track loading="eager" storage="none"></which-track></section><aside></aside>`);
  await shown(page);
  await answer(page);
  await goOn(page);
  const second = await prompt(page);
  const root = await page.evaluateHandle(() => document.querySelector("which-track").shadowRoot.firstElementChild);
  await page.evaluate(() => document.querySelector("aside").append(document.querySelector("which-track")));
  assert.equal(await prompt(page), second);
  assert.ok(await root.evaluate((element) => element.isConnected), "moving does not mount anew");
  await page.evaluate(() => {
    window.kept = document.querySelector("which-track");
    document.querySelector("aside").innerHTML = "";
  });
  await page.waitForFunction(() => !window.kept.shadowRoot.querySelector(".prompt"));
  await anew(page, () => page.evaluate(() => document.querySelector("section").append(window.kept)));
  assert.equal(await prompt(page), second);
}));

test("a page that swaps its body gets a working quiz each time", () => journey(desk, async (page) => {
  await blank(page, `<which-track loading="eager"></which-track>`);
  await shown(page);
  for (let visit = 0; visit < 3; visit += 1) {
    await page.evaluate(() => {
      const body = document.createElement("body");
      body.append(document.createElement("which-track"));
      document.documentElement.replaceChild(body, document.body);
    });
    await shown(page);
  }
}));

test("language, quiz, heading level and theme change live", () => journey(desk, async (page) => {
  await blank(page, `<which-track loading="eager" storage="none"></which-track>`);
  await shown(page);
  await answer(page, 2);
  const set = (name, value) => page.evaluate(([name, value]) => document.querySelector("which-track").setAttribute(name, value), [name, value]);
  await set("lang", "fr-CA");
  await page.locator("which-track [lang=fr]").waitFor();
  assert.ok(await page.locator("which-track input[type=radio]").nth(2).isChecked(), "the answer stays");
  await set("heading-level", "4");
  await page.locator("which-track h5.prompt").waitFor();
  const paper = () => page.evaluate(() => getComputedStyle(document.querySelector("which-track").shadowRoot.querySelector(".quiz")).backgroundColor);
  await set("theme", "dark");
  const dark = await paper();
  await set("theme", "light");
  assert.notEqual(await paper(), dark);
}));

test("a quiz inside the element, and one from an address", () => journey(desk, async (page) => {
  await blank(page, `<which-track loading="eager"><script type="application/json">${readFileSync(`dist/${french()}`, "utf8").replaceAll("<", "\\u003c")}</script></which-track>`);
  await shown(page, "which-track");
  await page.locator("which-track [lang=fr] .prompt").waitFor();
  await blank(page, `<which-track loading="eager" src="${french()}"></which-track>`);
  await page.locator("which-track [lang=fr] .prompt").waitFor();
}));

test("result and restart", () => journey(phone, async (page) => {
  await blank(page, `<which-track loading="eager"></which-track>`);
  await shown(page);
  const result = () => page.evaluate(() => document.querySelector("which-track").result);
  assert.equal(await result(), null);
  await toReview(page);
  await toResult(page);
  const { quiz, edition, outcome, fits } = await result();
  assert.equal(quiz, "pm-vs-sde");
  assert.match(edition, /^[0-9a-z]{8}$/);
  assert.equal(typeof outcome, "string");
  assert.deepEqual(fits.map(({ track }) => track), ["sde", "pm", "hyperscaler"]);
  await page.reload();
  await page.locator("which-track .outcome").waitFor();
  assert.equal((await result()).outcome, outcome, "also after a reload");
  await anew(page, () => page.evaluate(() => document.querySelector("which-track").restart()));
  assert.equal(await result(), null);
  assert.equal(await page.locator("which-track input:checked").count(), 0);
}));

test("what the page has for after the result shows there, and only then", () => journey(phone, async (page, context, noise) => {
  await blank(page, `<style>[hidden] { display: none !important }</style><which-track loading="eager"><a href="#">Take the quiz</a><form slot="after-result" hidden method="dialog"><label>Address <input name="address"></label></form><p slot="after-result" hidden>See you.</p></which-track>`);
  await page.evaluate(() => {
    window.keys = "";
    document.addEventListener("keydown", ({ key }) => (window.keys += key));
  });
  const [form, words] = [page.getByLabel("Address"), page.getByText("See you.")];
  const seen = async () => [await form.isVisible(), await words.isVisible(), await page.getByText("Take the quiz").isVisible()];
  await shown(page);
  assert.deepEqual(await seen(), [false, false, false], "at the first question");
  await toReview(page);
  assert.deepEqual(await seen(), [false, false, false], "at the review");
  await toResult(page);
  assert.deepEqual(await seen(), [true, true, false], "at the result");
  const [share, mine, plan] = await Promise.all([page.locator("which-track .share"), form, page.locator("which-track .plan").first()].map((part) => part.boundingBox()));
  assert.ok(mine.y > share.y + share.height && mine.y < plan.y, "below the ways to share");
  await form.pressSequentially("a/b ");
  assert.equal(await form.inputValue(), "a/b ");
  assert.equal(await page.evaluate(() => window.keys), "a/b ", "keys in it are the page's");
  await page.getByRole("button", { name: "Start over" }).click();
  await page.locator("which-track fieldset").waitFor();
  assert.deepEqual(await seen(), [false, false, false], "after a new start");
  await page.route(/\.js(\?|$)/, (route) => route.abort());
  await page.reload();
  await page.getByText("Take the quiz").waitFor();
  assert.deepEqual(await seen(), [false, false, true], "where there is no quiz");
  noise.splice(0);
}));

test("two scripts, and the same one twice, do not clash", () => journey(desk, async (page) => {
  await blank(page, `<which-track loading="eager"></which-track><script type="module" src="which-track.js?second"></script><script type="module" src="which-track.js"></script>`);
  await shown(page);
}));

test("after a crash the quiz in use says so and starts again with its answers, and the others go on", () => journey(desk, async (page, context, noise) => {
  await blank(page, `<which-track id="one" loading="eager" storage="none"></which-track><which-track id="two" loading="eager" storage="none"></which-track>`);
  await ready(page);
  await heard(page);
  for (const quiz of ["#one", "#two"]) {
    await page.locator(`${quiz} label.option`).nth(1).click();
  }
  const first = await page.locator("#one .prompt").innerText();
  await breakNext(page);
  await page.locator("#one button[type=submit]").click();
  const card = page.locator("#one");
  await card.getByText("The quiz stopped because of an error in it. Your answers are kept.").waitFor();
  await page.waitForFunction(() => window.heard.some(([name]) => name === "ready"));
  const errors = await page.evaluate(() => window.heard.filter(([name]) => name === "error"));
  assert.deepEqual(errors.map(([, { code }]) => code), ["crash"]);
  assert.ok(await page.locator("#two input").nth(1).isChecked(), "the other one keeps its answer");
  await page.locator("#two button[type=submit]").click();
  await page.waitForFunction((first) => document.querySelector("#two").shadowRoot.querySelector(".prompt").innerText !== first, first);
  await card.getByRole("button", { name: "Load it again" }).click();
  await card.locator(".prompt").waitFor();
  assert.ok(await card.locator("input").nth(1).isChecked(), "and so does this one");
  await card.locator("button[type=submit]").click();
  await page.waitForFunction((first) => document.querySelector("#one").shadowRoot.querySelector(".prompt").innerText !== first, first);
  const lines = noise.splice(0).filter((line) => line.startsWith("which-track: "));
  assert.equal(lines.length, 1, "one line of ours");
}));

test("a listener of the page that throws is no crash of the quiz", () => journey(desk, async (page, context, noise) => {
  await blank(page, `<which-track loading="eager" storage="none"></which-track>`);
  await shown(page);
  await heard(page);
  await page.evaluate(() => document.addEventListener("which-track:step", () => { throw new Error("a bug of the page"); }));
  await page.waitForFunction(() => document.querySelector("which-track").result === null);
  await answer(page);
  await goOn(page);
  assert.deepEqual((await page.evaluate(() => window.heard)).filter(([name]) => name === "error"), []);
  await answer(page);
  await goOn(page);
  assert.ok(noise.splice(0).every((line) => line.includes("a bug of the page")));
}));

test("a quiz that is still loading when another one crashes comes all the same", () => journey(desk, async (page, context, noise) => {
  await page.route("**/slow.json", async (route) => {
    await new Promise((later) => setTimeout(later, 1_500));
    await route.fulfill({ path: `dist/${french()}` });
  });
  await blank(page, `<which-track id="one" loading="eager" storage="none"></which-track><which-track id="two" src="slow.json" loading="eager" storage="none"></which-track>`);
  await ready(page, "#one");
  await page.locator("#one label.option").first().click();
  await breakNext(page);
  await page.locator("#one button[type=submit]").click();
  const again = page.locator("#one").getByRole("button", { name: "Load it again" });
  await again.waitFor();
  assert.ok(await again.evaluate((button) => button.getRootNode().activeElement === button), "focus is on what helps");
  await page.locator("#two .prompt").waitFor();
  await page.locator("#two label.option").first().click();
  await anew(page, () => again.press("Enter"));
  assert.equal(await page.evaluate(() => document.querySelector("#one").shadowRoot.activeElement?.className), "prompt", "and then on the question");
  noise.splice(0);
}));

test("restart() forgets everything, also after a crash", () => journey(desk, async (page, context, noise) => {
  await blank(page, `<which-track loading="eager"></which-track>`);
  await toReview(page);
  await toResult(page);
  await page.getByRole("button", { name: "Start over" }).click();
  await page.locator("which-track fieldset").waitFor();
  await answer(page);
  assert.equal(await page.evaluate(() => localStorage.length), 2);
  await anew(page, () => page.evaluate(() => document.querySelector("which-track").restart()));
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await page.waitForFunction(() => document.querySelector("which-track").shadowRoot.querySelector("input:checked") === null);
  await answer(page);
  await breakNext(page);
  await next(page).click();
  await page.getByRole("button", { name: "Load it again" }).waitFor();
  await anew(page, () => page.evaluate(() => document.querySelector("which-track").restart()));
  assert.deepEqual([await page.locator("which-track input:checked").count(), await page.evaluate(() => localStorage.length)], [0, 0]);
  noise.splice(0);
}));

test("a broken address of share pages costs the links and nothing else", () => journey(desk, async (page, context, noise) => {
  for (const base of ["https://", "javascript:alert(1)", "https://quiz.example/?site=1", "https://quiz.example/#quiz", "https://quiz.example/?"]) {
    await blank(page, `<which-track loading="eager" storage="none" share-base="${base}"></which-track>`);
    await toReview(page);
    await toResult(page);
    assert.equal(await page.locator("which-track [data-control=link]").count(), 0, base);
    assert.ok(await page.getByRole("button", { name: "Save the picture" }).isVisible());
    assert.deepEqual(noise.splice(0), [`which-track: "${base}" is no address of share pages, so that there are no links.`]);
  }
  await blank(page, `<which-track loading="eager" storage="none" share-base="../quiz"></which-track>`);
  await toReview(page);
  await toResult(page);
  assert.match(await page.locator("which-track [data-control=link]").inputValue(), /^http:\/\/127\.0\.0\.1:\d+\/quiz\/r\/pm-vs-sde\//);
}));

test("what was pressed on the first screen of one quiz is not pressed on another", () => journey(desk, async (page) => {
  const release = await holdProgram(page);
  await blank(page, `<which-track loading="eager" storage="none"></which-track>`);
  await page.locator("which-track label.option").nth(1).click();
  await page.evaluate((src) => document.querySelector("which-track").setAttribute("src", src), french());
  release();
  await ready(page);
  await page.locator("which-track [lang=fr] .prompt").waitFor();
  assert.equal(await page.locator("which-track input:checked").count(), 0);
}));

test("coming and going leaves no widget behind", () => journey(desk, async (page, context) => {
  await blank(page, `<which-track loading="eager" storage="none"></which-track>`);
  await shown(page);
  const session = await context.newCDPSession(page);
  const visits = (times) => page.evaluate(async (times) => {
    for (let visit = 0; visit < times; visit += 1) {
      const ready = new Promise((done) => document.addEventListener("which-track:ready", done, { once: true }));
      document.body.innerHTML = `<which-track loading="eager" storage="none"></which-track>`;
      await ready;
    }
  }, times);
  const counts = async () => {
    await page.waitForTimeout(500); // the last one is on its way out
    for (let times = 0; times < 3; times += 1) await session.send("HeapProfiler.collectGarbage");
    const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
    return { nodes, listeners: jsEventListeners };
  };
  await visits(10);
  const before = await counts();
  await visits(20);
  const after = await counts();
  // Yew never frees the listeners of a root, three in a first question (click, change, submit), nor the three nodes that they hold (its issue, not
  // ours to mend); a widget that is held would be fifty elements and more.
  const left = { nodes: after.nodes - before.nodes, listeners: after.listeners - before.listeners };
  assert.ok(left.nodes <= 20 * 3 && left.listeners <= 20 * 3, `${left.nodes} nodes and ${left.listeners} listeners after twenty visits`);
}));

const FAILURES = [
  ["an unknown quiz", `quiz="toString"`, () => {}, "quiz", `This site has no quiz "toString".`],
  ["an address with nothing", `src="quizzes/none.json"`, () => {}, "network", /none\.json could not be loaded: the server answered 404\.$/],
  ["a page of HTML", `src="index.html"`, () => {}, "network", /index\.html could not be loaded: the server sent an HTML page in its place\.$/],
  ["a file that is not JSON", `src="which-track.js"`, () => {}, "quiz", /which-track\.js is not JSON\.$/],
  ["JSON that is no quiz", `src="quiz.json"`, (page) => page.route("**/quiz.json", (route) => route.fulfill({ json: [] })), "quiz", "not a compiled quiz: no text where one belongs"],
  ["no WebAssembly file", "", (page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 404 })), "network", /_bg\.wasm could not be loaded: the server answered 404\.$/],
  ["a WebAssembly file that is none", "", (page) => page.route("**/*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "no" })), "wasm", /^WebAssembly could not be started: /],
  ["no glue", "", (page) => page.route(/which-track-(?!quiz)[^/]*\.js$/, (route) => route.fulfill({ status: 404 })), "script", /could not be loaded as a script\.$/],
  ["a lost network", "", (page) => page.route("**/*.quiz.json*", (route) => route.abort()), "network", /\.quiz\.json\?[0-9a-f]+ could not be loaded: Failed to fetch\.$/],
];

for (const [what, attributes, prepare, code, message] of FAILURES) {
  test(`${what}: the children stay, one event and one line say why`, () => journey(desk, async (page, context, noise) => {
    await prepare(page);
    await blank(page, "");
    await heard(page);
    await page.evaluate((attributes) => {
      document.body.innerHTML = `<which-track loading="eager" ${attributes}><p>instead</p></which-track><which-track doctor loading="eager" ${attributes}><p>instead</p></which-track>`;
    }, attributes);
    await page.waitForFunction(() => window.heard.length === 2);
    const [[name, detail]] = await page.evaluate(() => window.heard);
    assert.equal(name, "error");
    assert.equal(detail.code, code);
    if (typeof message === "string") assert.equal(detail.message, message);
    else assert.match(detail.message, message);
    assert.ok(await page.getByText("instead").first().isVisible());
    assert.ok(await page.getByText("instead").nth(1).isVisible());
    const lines = await page.locator("which-track[doctor]").evaluate((quiz) => [...quiz.shadowRoot.querySelectorAll("slot ~ p")].map((line) => line.textContent));
    assert.equal(lines.length, 2);
    assert.equal(lines[0], `which-track: ${detail.message}`);
    assert.match(lines[1], /\.$|'wasm-unsafe-eval'|\*$|pm-vs-sde$/, "and what helps");
    const told = noise.splice(0).filter((line) => line.startsWith("which-track: "));
    assert.equal(told.length, 2, "one line each");
  }));
}

test("after a failure that passes, a changed attribute tries again", () => journey(desk, async (page, context, noise) => {
  await page.route("**/*.wasm", (route) => route.abort(), { times: 1 });
  await blank(page, `<which-track loading="eager"></which-track>`);
  await page.waitForEvent("console", { predicate: (message) => message.text().startsWith("which-track: ") }).catch(() => {});
  await page.evaluate(() => document.querySelector("which-track").setAttribute("lang", "en"));
  await shown(page);
  assert.ok(await next(page).isVisible());
  noise.splice(0);
}));
