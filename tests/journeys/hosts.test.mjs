// The quiz on other people's pages (tests/hosts/), which come from another origin than the quiz: it works to its
// result, looks as on a bare page, changes nothing of the page, and shifts nothing.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { accessible, desk, holdProgram, home, host, hosted, journey, noSidewaysScroll, phone, ready, site, slow, start, stop, unknown, without } from "./browser.mjs";
import { answer, outcome, toResult, toReview } from "./quiz.mjs";

before(start);
after(stop);

/** The bare one first: the others must look like it. */
const HOSTS = ["bare", "hostile", "strict", "bootstrap", "tailwind"];

const looks = (page) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector("which-track");
  return ["quiz", "prompt", "option", "primary", "help", "progress"].map((name) => {
    const style = getComputedStyle(shadowRoot.querySelector(`.${name}`));
    return [name, ...["color", "backgroundColor", "fontSize", "lineHeight", "letterSpacing", "float", "border", "display", "boxSizing", "textTransform", "margin", "visibility"].map((key) => style[key])];
  });
});

/** How the page itself looks, in all its elements outside the quiz. */
const surroundings = (page) => page.evaluate(() => [...document.querySelectorAll("h1, body > p")].map((element) => {
  const style = getComputedStyle(element);
  return [...style].map((key) => `${key}: ${style[key]}`).filter((line) => !/^(block-size|height|perspective-origin|transform-origin)/.test(line));
}));

/** Counts every shift, also those that the browser puts down to the reader: it calls all input that comes within half a
    second of a change of the window. */
const shift = (page) => page.addInitScript(() => {
  window.shift = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value))).observe({ type: "layout-shift", buffered: true });
});

/** The line of CSS that docs/embedding.md gives for the page. */
const reserve = (page) => page.addInitScript((line) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(line);
  document.adoptedStyleSheets.push(sheet);
}, readFileSync("docs/embedding.md", "utf8").match(/<style>(which-track.*)<\/style>/)[1]);

test("as on a bare page where everything else is styled, and to the result", async () => {
  const seen = [];
  for (const name of HOSTS) {
    await journey(desk, async (page) => {
      await host(page, name);
      await ready(page);
      seen.push(await looks(page));
      await toReview(page, { screen: async () => {} });
      await toResult(page);
      assert.ok(await outcome(page).isVisible(), name);
    });
  }
  const [bare, ...others] = seen;
  others.forEach((other, at) => assert.deepEqual(other, bare, `${HOSTS[at + 1]} as on a bare page`));
});

for (const name of HOSTS) {
  test(`the page stays as it is: ${name}`, () => journey(desk, async (page) => {
    await page.route("**/which-track.js", async (route) => {
      await new Promise((later) => setTimeout(later, 400));
      await route.continue();
    });
    await shift(page);
    await reserve(page);
    await host(page, name, "commit");
    await page.locator("p").last().waitFor();
    await page.waitForFunction(() => [...document.querySelectorAll("link[rel=stylesheet]")].every(({ sheet }) => sheet));
    const without = await surroundings(page);
    const globals = await page.evaluate(() => Object.getOwnPropertyNames(window).sort());
    await ready(page);
    assert.deepEqual(await surroundings(page), without);
    assert.deepEqual(await page.evaluate(() => Object.getOwnPropertyNames(window).sort()), globals, "no global is left behind");
    assert.equal(await page.evaluate(() => window.shift), 0, "nothing shifted");
  }));
}

test("the page's font, direction and color scheme come in on purpose", () => journey({ ...desk, colorScheme: "dark" }, async (page) => {
  await host(page, "bare");
  await ready(page);
  const look = () => page.evaluate(() => {
    const style = getComputedStyle(document.querySelector("which-track").shadowRoot.querySelector(".quiz"));
    return [style.fontFamily, style.backgroundColor];
  });
  const [, light] = await look();
  await page.addStyleTag({ content: ":root { color-scheme: light dark; font-family: fantasy }" });
  const [font, dark] = await look();
  assert.equal(font, "fantasy");
  assert.notEqual(dark, light, "dark where the page says that it can be");
}));

test("a WebAssembly file of the wrong type still starts", () => journey(desk, async (page, context, noise) => {
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "text/plain" } });
  });
  await host(page, "bare");
  await toReview(page);
  await toResult(page);
  assert.equal(noise.filter((line) => /MIME type/.test(line)).length, 1, "the glue says so");
  noise.splice(0);
}));

test("the first question can be read and answered before WebAssembly, and nothing is lost or moved when it comes", () => journey(phone, async (page) => {
  const release = await holdProgram(page);
  await shift(page);
  await host(page, "reserved");
  const prompt = page.locator("which-track .prompt");
  await prompt.waitFor();
  const [first, box] = [await prompt.innerText(), await prompt.boundingBox()];
  await answer(page, 1);
  assert.ok(await page.locator("which-track input[type=radio]").nth(1).isChecked());
  const before = await looks(page);
  const done = page.evaluate(() => new Promise((ready) => document.addEventListener("which-track:ready", () => ready(true))));
  release();
  await done;
  assert.equal(await prompt.innerText(), first);
  assert.deepEqual(await prompt.boundingBox(), box);
  assert.deepEqual(await looks(page), before);
  assert.ok(await page.locator("which-track input[type=radio]").nth(1).isChecked(), "the answer is kept");
  assert.ok(await page.locator("which-track input[type=radio]").nth(1).evaluate((input) => input.getRootNode().activeElement === input), "and the focus");
  assert.equal(await page.locator("which-track .prompt").count(), 1);
  assert.equal(await page.evaluate(() => window.shift), 0, "nothing shifted");
}));

test("on a slow phone and network, with the WebAssembly file five seconds late, the first question is answered before it", () => journey(phone, async (page) => {
  await slow(page);
  let late;
  await page.route("**/*.wasm", async (route) => {
    late = new Promise((later) => setTimeout(later, 5_000));
    await late;
    late = undefined;
    await route.continue();
  });
  await host(page, "reserved", "commit");
  await page.locator("which-track .prompt").waitFor();
  await answer(page, 1);
  assert.ok(await page.locator("which-track input[type=radio]").nth(1).isChecked());
  assert.ok(late, "the response has not even begun");
  assert.equal(await page.evaluate(() => document.querySelector("which-track").result), null);
  await page.evaluate(() => new Promise((ready) => document.addEventListener("which-track:ready", () => ready(), { once: true })));
  assert.ok(await page.locator("which-track input[type=radio]").nth(1).isChecked(), "and the answer stays");
}));

test("a Next that was pressed before WebAssembly is carried out", () => journey(phone, async (page) => {
  const release = await holdProgram(page);
  await host(page, "bare");
  const prompt = page.locator("which-track .prompt");
  await prompt.waitFor();
  const first = await prompt.innerText();
  await answer(page, 0);
  await page.locator("which-track button[type=submit]").click();
  release();
  await page.waitForFunction((first) => document.querySelector("which-track").shadowRoot.querySelector(".prompt")?.innerText !== first, first);
  assert.equal(await page.locator("which-track .prompt").evaluate((heading) => heading.getRootNode().activeElement === heading), true, "focus is on the new question");
}));

test("a post that a real Hugo makes with the documented shortcode", { skip: without("hugo", "version") }, () => journey(phone, async (page) => {
  const folder = mkdtempSync(join(tmpdir(), "which-track-hugo-"));
  try {
    const write = (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    const [, shortcode] = readFileSync("docs/embedding.md", "utf8").match(/shortcodes\/which-track\.html`:\n\n```html\n([^]*?)```/);
    write("layouts/shortcodes/which-track.html", shortcode);
    await shift(page);
    write("layouts/_default/single.html", `<!doctype html><html lang="en"><title>{{ .Title }}</title><link rel="icon" href="data:,"><h1>{{ .Title }}</h1>{{ .Content }}</html>`);
    write("config.toml", `baseURL = "/"\ndisableKinds = ["home", "taxonomy", "term", "RSS", "sitemap", "section"]\n[params]\nwhichTrack = "${site()}"\n`);
    write("content/post.md", `---\ntitle: A post\n---\n\nBefore.\n\n{{< which-track "pm-vs-sde" "Take the quiz" >}}\n\nAfter.\n`);
    execFileSync("hugo", ["--quiet", "--source", folder], { stdio: "inherit" });
    await hosted(page, readFileSync(join(folder, "public/post/index.html"), "utf8"));
    assert.equal(await page.evaluate(() => window.shift), 0, "nothing shifted");
    await toReview(page);
    await toResult(page);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}));

test("from right to left: the whole quiz, mirrored", () => journey(phone, async (page) => {
  await host(page, "right-to-left");
  await ready(page);
  const sides = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("which-track");
    const box = (selector) => shadowRoot.querySelector(selector).getBoundingClientRect();
    return { option: box(".option"), control: box(".option input"), direction: getComputedStyle(shadowRoot.querySelector(".prompt")).direction };
  });
  assert.equal(sides.direction, "rtl");
  assert.ok(sides.control.x > sides.option.x + sides.option.width / 2, "the control stands on the right");
  await accessible(page, "from right to left");
  await toReview(page, { screen: async () => {} });
  await toResult(page);
  await noSidewaysScroll(page, "from right to left");
}));

test("a frame has the height of its quiz, and the page's theme and language", () => journey(phone, async (page, context, noise) => {
  await shift(page);
  await host(page, "framed");
  const quiz = page.frameLocator("iframe");
  await quiz.locator("which-track[theme=dark] [lang=fr] .prompt").waitFor();
  await ready(quiz);
  const fits = () => page.evaluate(() => document.querySelector("iframe").getBoundingClientRect().height);
  const height = () => page.frames()[1].evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await page.waitForFunction(() => document.querySelector("iframe").style.height !== "");
  await page.waitForTimeout(300);
  assert.ok(Math.abs((await fits()) - (await height())) <= 4);
  assert.equal(await page.evaluate(() => window.shift), 0, "nothing shifted");
  const before = await height();
  await quiz.locator("label.option").first().click();
  await quiz.locator("button[type=submit]").click();
  await quiz.locator("which-track .review, which-track .question").first().waitFor();
  await page.waitForTimeout(300);
  assert.notEqual(await height(), before);
  assert.ok(Math.abs((await fits()) - (await height())) <= 4, "it follows");
  unknown(noise);
}));

test("a frame without an origin of its own works, with its answers in memory", () => journey(phone, async (page) => {
  await host(page, "sandboxed");
  const quiz = page.frameLocator("iframe");
  await ready(quiz);
  await page.waitForFunction(() => document.querySelector("iframe").style.height !== "");
  await quiz.locator("label.option").first().click();
  await quiz.locator("button[type=submit]").click();
  await quiz.getByText("Question 2 of 12").waitFor();
}));

test("a frame that was there long before the page's script still gets its height", () => journey(desk, async (page, context, noise) => {
  await page.route("**/which-track.js", async (route, request) => {
    if (request.frame() === page.mainFrame()) await new Promise((later) => setTimeout(later, 1_500));
    await route.continue();
  });
  await host(page, "framed");
  await page.waitForFunction(() => document.querySelector("iframe").style.height !== "");
  await page.frameLocator("iframe").locator("which-track[theme=dark] [lang=fr] .prompt").waitFor();
  unknown(noise);
}));

test("messages that are not from the frame change nothing", () => journey(desk, async (page, context, noise) => {
  await host(page, "framed");
  await page.waitForFunction(() => document.querySelector("iframe").style.height !== "");
  await page.waitForTimeout(300);
  const heights = await page.evaluate(async () => {
    const frame = document.querySelector("iframe");
    const before = frame.style.height;
    for (const data of [{ whichTrack: { v: 1, event: "resize", height: 9 } }, { whichTrack: null }, null, "text", { whichTrack: { v: 2, event: "resize", height: 5 } }]) postMessage(data, "*");
    await new Promise((later) => setTimeout(later, 100));
    return [before, frame.style.height];
  });
  assert.equal(heights[1], heights[0]);
  unknown(noise);
}));

test("without script the page of a quiz has its questions", () => journey({ ...desk, javaScriptEnabled: false }, async (page) => {
  await home(page, "q/pm-vs-sde/");
  assert.equal(await page.locator("fieldset").count(), 13);
  assert.ok(await page.locator("input[type=radio]").first().isVisible());
  assert.ok((await page.locator("h1").innerText()).length > 0);
}));

test("the pages of the site are complete", () => journey(desk, async (page) => {
  for (const path of ["q/pm-vs-sde/", "q/pm-vs-sde/fr/", "embed/pm-vs-sde/", "embed/pm-vs-sde/fr/"]) {
    await home(page, path);
    await ready(page);
    assert.equal(await page.locator("h1:visible").count(), 1, path);
  }
  assert.match(readFileSync("dist/_headers", "utf8"), /immutable/);
}));
