// The page on which a blogger puts the lines for a quiz together: what is chosen is seen, what is copied works elsewhere.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { accessible, desk, elsewhere, journey, noSidewaysScroll, open, phone, ready, site, start, stop } from "./browser.mjs";

before(start);
after(stop);

const value = (page, id) => page.locator(`#${id}`).inputValue();
/** Opens the page, and waits until the quiz is there to be seen. */
const choosing = async (page) => {
  await open(page, "embed/");
  await page.locator("#preview .prompt").waitFor();
};

test("as it comes: three lines, the frame, the address and the policy", () => journey(desk, async (page) => {
  await choosing(page);
  const title = "Which track fits you: product manager or engineer at a European AI lab?";
  assert.deepEqual((await value(page, "lines")).split("\n"), [
    "<style>which-track { display: block; inline-size: 100%; margin-block: 24px; min-block-size: 1107px }</style>",
    `<script type="module" src="${site()}/which-track.js"></script>`,
    `<which-track quiz="pm-vs-sde"><a href="${site()}/q/pm-vs-sde/">${title}</a></which-track>`,
  ]);
  assert.equal(await value(page, "frame"), `<iframe data-which-track src="${site()}/embed/pm-vs-sde/" title="${title}" width="100%" height="1200" loading="lazy" allow="clipboard-write; web-share" style="border: 0; height: 1200px"></iframe>`);
  assert.equal(await value(page, "address"), `${site()}/q/pm-vs-sde/`);
  assert.equal(await value(page, "policy"), `script-src 'wasm-unsafe-eval' ${site()}; connect-src ${site()}; frame-src ${site()}`);
  // The same as docs/embedding.md has by hand.
  const documented = readFileSync("docs/embedding.md", "utf8");
  assert.ok(documented.includes((await value(page, "lines")).split("\n")[0]), "the line that keeps room");
  await accessible(page, "embed");
}));

test("what is chosen is seen, stands in the lines, and works on a page elsewhere", () => journey(desk, async (page) => {
  await choosing(page);
  await page.getByRole("combobox", { name: "Language" }).selectOption("fr");
  await page.getByRole("combobox", { name: "Look" }).selectOption("dark");
  await page.getByRole("combobox", { name: "Loading" }).selectOption("eager");
  await page.getByLabel("My own color for what is chosen").check();
  await page.locator("input[name=accent]").fill("#ffd400");
  await page.locator("#preview[theme=dark] [lang=fr] .prompt").waitFor();
  const lines = await value(page, "lines");
  assert.ok(lines.includes("--which-track-accent: #ffd400; --which-track-on-accent: #15141d }"), lines);
  assert.ok(lines.includes('<which-track quiz="pm-vs-sde" lang="fr" theme="dark" loading="eager">'), lines);
  assert.match(await value(page, "frame"), /src="[^"]+\/embed\/pm-vs-sde\/fr\/\?theme=dark"/);
  assert.equal(await value(page, "address"), `${site()}/q/pm-vs-sde/fr/`);
  await elsewhere(page, `<!doctype html><html lang="en"><title>A blog</title><link rel="icon" href="data:,">${lines}`);
  await ready(page);
  await page.locator("which-track[theme=dark] [lang=fr] .prompt").waitFor();
  const [accent, ink] = await page.locator("which-track button[type=submit]").evaluate((button) => [getComputedStyle(button).backgroundColor, getComputedStyle(button).color]);
  assert.deepEqual([accent, ink], ["rgb(255, 212, 0)", "rgb(21, 20, 29)"]);
}));

test("a color that cannot be read on its ground is told", () => journey(desk, async (page) => {
  await choosing(page);
  const told = () => page.locator("#contrast").innerText();
  assert.equal(await told(), "");
  await page.getByRole("combobox", { name: "Look" }).selectOption("light");
  await page.getByLabel("My own color for what is chosen").check();
  await page.locator("input[name=accent]").fill("#ffd400");
  assert.equal(await told(), "What is chosen on white has a contrast of 1.4 to 1. Below 4.5 many cannot read it.");
  await page.getByLabel("My own color for the text").check();
  await page.locator("input[name=ink]").fill("#999999");
  assert.equal(await told(), "Your text on white has a contrast of 2.8 to 1. Below 4.5 many cannot read it. What is chosen on white has a contrast of 1.4 to 1. Below 4.5 many cannot read it.");
  await page.locator("input[name=ink]").fill("#333333");
  await page.locator("input[name=accent]").fill("#1d6341");
  assert.equal(await told(), "");
}));

test("the lines are copied, or selected where that is refused", () => journey(desk, async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await choosing(page);
  await page.locator("button[data-copies=lines]").click();
  await page.getByText("Copied.").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await value(page, "lines"));
  await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error("no")); });
  await page.locator("button[data-copies=frame]").click();
  await page.getByText("Selected: copy it with your keyboard.").waitFor();
  assert.equal(await page.evaluate(() => String(getSelection())), await value(page, "frame"));
}));

test("on a phone it fits", () => journey(phone, async (page) => {
  await choosing(page);
  await noSidewaysScroll(page);
  await accessible(page, "embed");
}));
