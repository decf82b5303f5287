// Ways of sharing that a browser has and does not let be used: refused, thrown, never answered, or a picture that holds
// something else than what was drawn. Nothing is said to have happened, and there is a way on.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible, desk, journey, open, phone, start, stop } from "./browser.mjs";
import { toResult, toReview } from "./quiz.mjs";

before(start);
after(stop);

const SELECTED = "This does not work here. The link is selected, so you can copy it yourself.";
const NO_PICTURE = "This browser won’t let us save the picture.";

/** Takes the quiz to its result in a browser that was changed, and listens for what is shared. */
async function finish(page, change, path = "index.html") {
  await page.addInitScript(change);
  await open(page, path);
  await toReview(page);
  await toResult(page);
  await page.evaluate(() => {
    window.heard = [];
    document.addEventListener("which-track:share", ({ detail }) => window.heard.push(detail.channel));
  });
}

const heard = (page) => page.evaluate(() => window.heard);
const status = (page) => page.locator("which-track [role=status]").innerText();
const selected = (page) => page.evaluate(() => {
  const field = document.querySelector("which-track").shadowRoot.activeElement;
  return field?.value?.slice(field.selectionStart, field.selectionEnd);
});
const link = (page) => page.locator("which-track [data-control=link]").inputValue();

/** What became of it, once the page is quiet. */
async function isSelected(page) {
  await page.getByText(SELECTED).last().waitFor();
  assert.deepEqual([await status(page), await selected(page), await heard(page)], [SELECTED, await link(page), []]);
}

const SHEETS = {
  "not allowed": () => { navigator.share = () => Promise.reject(new DOMException("no", "NotAllowedError")); },
  "open already": () => { navigator.share = () => Promise.reject(new DOMException("open", "InvalidStateError")); },
  "rejected with nothing": () => { navigator.share = () => Promise.reject(undefined); },
  "thrown at once": () => { navigator.share = () => { throw new TypeError("no"); }; },
  "no function": () => { navigator.share = 1; },
};

for (const [what, change] of Object.entries(SHEETS)) {
  test(`a share sheet that does not open: ${what}`, () => journey(phone, async (page) => {
    await page.addInitScript(() => { navigator.canShare = () => true; });
    await finish(page, change);
    await page.getByRole("button", { name: "Send the link" }).click();
    await isSelected(page);
    await page.getByRole("radio", { name: /^The outcome$/ }).check();
    await page.getByRole("button", { name: "Send the picture" }).click();
    await isSelected(page);
    await accessible(page, "a result that could not be sent");
  }));
}

for (const [what, change] of Object.entries({
  "put away": () => { navigator.share = () => Promise.reject(new DOMException("put away", "AbortError")); },
  "never answered": () => { navigator.share = () => new Promise(() => {}); },
})) {
  test(`a share sheet of which nothing is said: ${what}`, () => journey(phone, async (page) => {
    await page.addInitScript(() => { navigator.canShare = () => true; });
    await finish(page, change);
    for (const name of ["Send the link", "Send the picture"]) await page.getByRole("button", { name }).click();
    await page.waitForTimeout(2_500);
    assert.deepEqual([await status(page), await heard(page)], ["", []]);
    await page.getByRole("radio", { name: /^The outcome$/ }).check();
    assert.match(await status(page), /^The link shows/, "and the quiz goes on");
  }));
}

test("a share sheet that took it is told to the page", () => journey(phone, async (page) => {
  await finish(page, () => { navigator.canShare = () => true; navigator.share = () => Promise.resolve(); });
  for (const name of ["Send the link", "Send the picture"]) await page.getByRole("button", { name }).click();
  await page.waitForFunction(() => window.heard.length === 2);
  assert.deepEqual(await heard(page), ["system", "picture"]);
}));

test("a browser that throws when it is asked for files just has no such button", () => journey(phone, async (page) => {
  await finish(page, () => { navigator.share = () => Promise.resolve(); navigator.canShare = () => { throw new TypeError("no"); }; });
  assert.deepEqual([await page.getByRole("button", { name: "Send the link" }).count(), await page.getByRole("button", { name: "Send the picture" }).count()], [1, 0]);
}));

for (const [what, change] of Object.entries({
  "refused": () => { navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError")); },
  "thrown at once": () => { navigator.clipboard.writeText = () => { throw new TypeError("no"); }; },
  "missing": () => { navigator.clipboard.writeText = undefined; },
  "never answered": () => { navigator.clipboard.writeText = () => new Promise(() => {}); },
})) {
  test(`a clipboard that takes nothing: ${what}`, () => journey(phone, async (page) => {
    await finish(page, change);
    await page.getByRole("button", { name: "Copy link" }).click();
    await isSelected(page);
  }));
}

const CANVASES = {
  "white": () => {
    const white = (data) => data.fill(255);
    const read = CanvasRenderingContext2D.prototype.getImageData;
    CanvasRenderingContext2D.prototype.getImageData = function (...args) { const image = read.apply(this, args); white(image.data); return image; };
  },
  "noise": () => {
    const read = CanvasRenderingContext2D.prototype.getImageData;
    CanvasRenderingContext2D.prototype.getImageData = function (...args) { const image = read.apply(this, args); image.data.forEach((_, at) => (image.data[at] = (at * 2_654_435_761) % 251)); return image; };
  },
  "forbidden": () => { CanvasRenderingContext2D.prototype.getImageData = () => { throw new DOMException("no", "SecurityError"); }; },
};

for (const [what, change] of Object.entries(CANVASES)) {
  test(`a picture that cannot be read back is not called saved, and the outcome's own is offered: ${what}`, () => journey(desk, async (page) => {
    const downloads = [];
    page.on("download", (download) => downloads.push(download));
    await page.addInitScript(() => { navigator.canShare = () => true; navigator.share = () => Promise.resolve(); });
    await finish(page, change);
    assert.equal(await page.getByRole("link", { name: "Open the outcome’s own picture" }).count(), 0, "not before it is needed");
    await page.getByRole("button", { name: "Save the picture" }).click();
    await page.getByText(NO_PICTURE).last().waitFor();
    assert.deepEqual([await status(page), await heard(page), downloads], [NO_PICTURE, [], []]);
    const own = page.getByRole("link", { name: "Open the outcome’s own picture" });
    const address = await own.getAttribute("href");
    assert.ok((await link(page)).startsWith(address.replace("picture.png", "")), address);
    const response = await page.request.get(address);
    assert.deepEqual([response.status(), (await response.body()).toString("latin1", 1, 4)], [200, "PNG"]);
    await page.getByRole("button", { name: "Send the picture" }).click();
    await page.waitForTimeout(300);
    assert.deepEqual([await status(page), await heard(page)], [NO_PICTURE, []]);
    await accessible(page, "a result without a picture");
  }));
}

test("slight noise against fingerprinting leaves a picture a picture, and nobody knows whether it was saved", () => journey(desk, async (page) => {
  await finish(page, () => {
    const read = CanvasRenderingContext2D.prototype.getImageData;
    CanvasRenderingContext2D.prototype.getImageData = function (...args) { const image = read.apply(this, args); image.data.forEach((value, at) => (image.data[at] = value ^ (at % 2))); return image; };
  });
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the picture" }).click()]);
  assert.match(download.suggestedFilename(), /\.png$/);
  assert.equal(await status(page), "The picture went to your browser. Look for it in your downloads.");
}));

test("in French", () => journey(phone, async (page) => {
  await finish(page, () => { navigator.share = () => { throw new TypeError("no"); }; }, "fr.html");
  await page.getByRole("button", { name: "Envoyer le lien" }).click();
  await page.getByText("Cela ne marche pas ici.").last().waitFor();
  assert.equal(await selected(page), await link(page));
}));
