// Frames and the page around them: the height comes about or the frame scrolls, only what is known to work is offered,
// and nothing that a frame is or says breaks the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { blank, desk, elsewhere, journey, site, start, stop, unknown } from "./browser.mjs";
import { finishInFrame } from "./quiz.mjs";

before(start);
after(stop);

const [documented] = readFileSync("docs/embedding.md", "utf8").match(/<iframe data-which-track[^]*?<\/iframe>/);
/** The documented line, with other attributes or styles. */
const line = (more = "", style = "") => documented.replace("https://quiz.example", site()).replace("<iframe", `<iframe ${more}`).replace('style="', `style="${style}`).replace('loading="lazy"', "");

const measured = (page) => page.evaluate(() => {
  const frame = document.querySelector("iframe");
  return { height: frame.clientHeight, wanted: parseFloat(frame.style.height), scrolling: frame.scrolling };
});

const settled = async (page) => {
  // A frame that has only loaded may scroll, too: the height that it asks for is set against all styles.
  await page.waitForFunction(() => document.querySelector("iframe").style.getPropertyPriority("height") === "important");
  await page.waitForTimeout(200);
};

const inner = (page) => page.frames()[1].evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));

for (const width of [390, 768, 1280]) {
  test(`the documented frame moves nothing until the reader goes on, and then follows the quiz, ${width} px`, () => journey({ viewport: { width, height: 1_400 } }, async (page, context, noise) => {
    await page.addInitScript(() => {
      window.shift = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value))).observe({ type: "layout-shift", buffered: true });
    });
    await blank(page, `<meta name="viewport" content="width=device-width"><p>Before.</p>${line()}<p>After.</p>`);
    const quiz = page.frameLocator("iframe");
    await quiz.locator("which-track .prompt").waitFor();
    await settled(page);
    assert.equal(await page.evaluate(() => window.shift), 0);
    await quiz.locator("label.option").first().click();
    await quiz.locator("button[type=submit]").click();
    await quiz.getByText("Question 2 of 12").waitFor();
    await page.waitForTimeout(300);
    const { height } = await measured(page);
    assert.ok(height < 1_200 && Math.abs(height - (await inner(page))) <= 1, `${height} px for ${await inner(page)}`);
    unknown(noise);
  }));
}

const THEMES = {
  "height: auto": "iframe { height: auto }",
  "height: auto, whatever others say": "iframe { height: auto !important }",
  "a border within the height": "iframe { box-sizing: border-box; border: 7px solid !important }",
  "a lowest height": "iframe { min-height: 300px }",
};

for (const [what, css] of Object.entries(THEMES)) {
  test(`a theme's styles do not keep the frame low: ${what}`, () => journey(desk, async (page, context, noise) => {
    await blank(page, `<style>${css}</style>${line()}`);
    await settled(page);
    const { height, scrolling } = await measured(page);
    assert.ok(height >= (await inner(page)) && scrolling === "no", `${height} px for ${await inner(page)}, scrolling ${scrolling}`);
    unknown(noise);
  }));
}

test("a theme's `height: auto` leaves the documented height also without the script", () => journey(desk, async (page, context, noise) => {
  await elsewhere(page, `<!doctype html><html lang="en"><title>A theme</title><link rel="icon" href="data:,"><style>iframe { height: auto }</style>${line()}`);
  assert.equal((await measured(page)).height, 1_200);
  await page.frameLocator("iframe").locator("which-track .prompt").waitFor();
  unknown(noise);
}));

test("where a theme keeps the frame low all the same, it scrolls to its end", () => journey(desk, async (page, context, noise) => {
  await blank(page, `<style>iframe { max-height: 400px }</style>${line()}`);
  await settled(page);
  const { height, scrolling } = await measured(page);
  assert.deepEqual([height, scrolling], [400, "auto"]);
  const scrolled = await page.frames()[1].evaluate(() => {
    scrollTo(0, 9_999);
    return [scrollY + innerHeight, document.documentElement.scrollHeight];
  });
  assert.ok(Math.abs(scrolled[0] - scrolled[1]) <= 1);
  assert.ok(await page.frames()[1].evaluate(() => innerWidth > document.documentElement.clientWidth || getComputedStyle(document.documentElement).overflow !== "hidden"));
  await page.addStyleTag({ content: "iframe { max-height: none !important }" });
  await page.frameLocator("iframe").locator("label.option").first().click();
  await page.frameLocator("iframe").locator("button[type=submit]").click();
  await page.waitForFunction(() => document.querySelector("iframe").scrolling === "no", undefined, { timeout: 5_000 });
  unknown(noise);
}));

const offered = async (frame) => [await frame.getByRole("button", { name: "Save the picture" }).count(), await frame.getByRole("button", { name: "Print" }).count(), await frame.locator(".services").count()];

/** What can be known of a frame: whether its page runs our script and says so, and whether it has a sandbox. */
const FRAMES = [
  ["with the script around it", () => line(), true, [1, 1, 1]],
  ["in a sandbox that leaves its origin", () => line(`sandbox="allow-scripts allow-same-origin"`), true, [0, 0, 0]],
  ["in a sandbox, without the script around it", () => line(`sandbox="allow-scripts allow-same-origin"`), false, [0, 0, 0]],
  ["on another site, without the script around it", () => line(), false, [0, 0, 0]],
];

for (const [what, html, script, expected] of FRAMES) {
  test(`a frame offers only what is known to work: ${what}`, () => journey(desk, async (page, context, noise) => {
    const loader = script ? `<script type="module" src="${site()}/which-track.js"></script>` : "";
    await elsewhere(page, `<!doctype html><html lang="en"><title>Another site</title><link rel="icon" href="data:,">${loader}<body>${html()}`);
    const frame = page.frameLocator("iframe");
    await frame.locator("which-track .prompt").waitFor();
    await finishInFrame(frame);
    assert.deepEqual(await offered(frame), expected);
    assert.match(await frame.locator("[data-control=link]").inputValue(), /\/r\/pm-vs-sde\//, "the link is there in any case");
    noise.splice(0, noise.length, ...noise.filter((text) => !/web-share|sandbox/.test(text)));
  }));
}

test("in a frame of its own site, the attribute of the frame is looked at", () => journey(desk, async (page, context, noise) => {
  for (const [sandbox, expected] of [["", [1, 1, 1]], [`sandbox="allow-scripts allow-same-origin"`, [0, 0, 0]]]) {
    await blank(page, `<iframe ${sandbox} src="index.html" width="800" height="900"></iframe>`);
    const frame = page.frameLocator("iframe");
    await frame.locator("which-track").scrollIntoViewIfNeeded();
    await page.evaluate(() => localStorage.clear());
    await frame.locator("which-track .prompt").waitFor();
    await finishInFrame(frame);
    assert.deepEqual(await offered(frame), expected);
  }
  noise.splice(0, noise.length, ...noise.filter((text) => !/sandbox/.test(text)));
}));

test("frames that are broken, strange, gone or elsewhere break nothing", () => journey(desk, async (page, context, noise) => {
  await blank(page, `<iframe data-which-track id="broken" src="http://["></iframe><iframe data-which-track id="empty"></iframe><iframe id="strange" src="embed/pm-vs-sde/"></iframe>${line(`id="good"`)}`);
  const good = page.frameLocator("#good");
  await good.locator("which-track .prompt").waitFor();
  await page.waitForFunction(() => document.querySelector("#good").scrolling === "no");
  const heights = await page.evaluate(async () => {
    const resize = { whichTrack: { v: 1, event: "resize", height: 3_000 } };
    for (const name of ["broken", "empty"]) {
      const { contentWindow } = document.getElementById(name);
      const script = contentWindow.document.createElement("script");
      script.textContent = `parent.postMessage(${JSON.stringify(resize)}, "*"); parent.postMessage({ whichTrack: { v: 1, event: "hello" } }, "*")`;
      contentWindow.document.documentElement.append(script);
    }
    await new Promise((later) => setTimeout(later, 200));
    return ["broken", "empty", "strange"].map((name) => document.getElementById(name).style.height);
  });
  assert.deepEqual(heights, ["", "", ""]);
  // It leads elsewhere: nobody keeps that page's height.
  await page.evaluate(() => (document.querySelector("#good").src = "first/nothing.html"));
  await page.waitForFunction(() => document.querySelector("#good").scrolling === "auto");
  await page.evaluate(() => document.querySelector("#good").remove());
  await page.waitForTimeout(100);
  noise.splice(0, noise.length, ...noise.filter((text) => !/404|web-share/.test(text)));
}));

/** Sends five hundred messages of all kinds to a window, always the same ones: most are nearly right. */
function babble(to) {
  let state = 7;
  const below = (bound) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return (state ^ (state >>> 13)) % bound;
  };
  const any = () => [undefined, null, true, "", "hello", "resize", "dark", "fr", "x".repeat(10_000), 0, -1, 1, 500, 1e9, NaN, Infinity, [], {}, [1], { v: 1 }, new Date(0), new Map([[1, 2]])][below(22)];
  const nearly = (right) => (below(3) ? right : any());
  for (let count = 0; count < 500; count += 1) {
    const whichTrack = { v: nearly(1), id: nearly("pm-vs-sde"), event: nearly(["hello", "resize", "step", "ready", "error"][below(5)]), height: any(), theme: any(), lang: any(), open: any() };
    to.postMessage(below(8) ? { whichTrack: nearly(whichTrack) } : any(), "*");
  }
}

test("whatever a page says to a frame, and a frame to its page, breaks neither", () => journey(desk, async (page, context, noise) => {
  await blank(page, line());
  const quiz = page.frameLocator("iframe");
  await quiz.locator("which-track .prompt").waitFor();
  await settled(page);
  await page.evaluate(`(${babble})(document.querySelector("iframe").contentWindow)`);
  await page.frames()[1].evaluate(`(${babble})(parent)`);
  await page.waitForTimeout(300);
  const { height } = await measured(page);
  assert.ok(height >= 100 && height <= 20_000, `${height} px`);
  assert.ok(["auto", "light", "dark"].includes(await quiz.locator("which-track").getAttribute("theme")));
  await page.evaluate(() => document.querySelector("iframe").contentWindow.postMessage({ whichTrack: { v: 1, event: "hello", theme: "dark", lang: "fr" } }, "*"));
  await quiz.locator("which-track [lang=fr] .prompt").waitFor();
  await quiz.locator("label.option").first().click();
  await quiz.locator("[type=submit]").click();
  await quiz.getByText("Question 2 sur").waitFor();
  unknown(noise);
}));

/** The color scheme that a frame has got, and whether what is behind it shows through. */
const dressed = async (page) => {
  const quiz = page.frameLocator("iframe").locator("which-track");
  await quiz.locator(".prompt").waitFor();
  await page.waitForTimeout(300);
  return quiz.evaluate((quiz) => [quiz.getAttribute("theme"), document.documentElement.style.colorScheme]);
};

for (const [what, style, preferred, expected] of [
  ["a page without a word on it is light", "", "dark", "light"],
  ["a dark page is dark", ":root { color-scheme: dark }", "light", "dark"],
  ["a page that follows its reader, who likes it dark", ":root { color-scheme: light dark }", "dark", "dark"],
  ["a page that follows its reader, who likes it light", ":root { color-scheme: light dark }", "light", "light"],
]) {
  test(`a frame has the color scheme of the page around it: ${what}`, () => journey({ ...desk, colorScheme: preferred }, async (page, context, noise) => {
    await elsewhere(page, `<!doctype html><html lang="en"><title>A blog</title><link rel="icon" href="data:,"><style>${style}</style><script type="module" src="${site()}/which-track.js"></script>${line()}`);
    await page.waitForFunction(() => document.querySelector("iframe").style.height !== "");
    assert.deepEqual(await dressed(page), [expected, expected]);
    unknown(noise);
  }));
}

test("a frame follows its page when that turns dark", () => journey({ ...desk, colorScheme: "light" }, async (page, context, noise) => {
  await elsewhere(page, `<!doctype html><html lang="en"><title>A blog</title><link rel="icon" href="data:,"><style>:root { color-scheme: light dark }</style><script type="module" src="${site()}/which-track.js"></script>${line()}`);
  await page.waitForFunction(() => document.querySelector("iframe").style.height !== "");
  assert.deepEqual(await dressed(page), ["light", "light"]);
  await page.emulateMedia({ colorScheme: "dark" });
  assert.deepEqual(await dressed(page), ["dark", "dark"]);
  unknown(noise);
}));

test("without the script, look and language stand in the frame's address", () => journey({ ...desk, colorScheme: "dark" }, async (page, context, noise) => {
  await elsewhere(page, `<!doctype html><html lang="en"><title>A blog</title><link rel="icon" href="data:,">${line().replace("/embed/pm-vs-sde/", "/embed/pm-vs-sde/?theme=light&amp;lang=fr")}`);
  assert.deepEqual(await dressed(page), ["light", "light"]);
  await page.frameLocator("iframe").locator("which-track [lang=fr] .prompt").waitFor();
  unknown(noise);
}));
