// Where a browser gives out another picture than was drawn, so that nobody is recognized by theirs, a picture of stripes is
// not called saved: the outcome's own is offered. In the engine that does it by itself.
import assert from "node:assert/strict";
import { within } from "./engines.mjs";
import { click, open, there, toResult, toReview, wait } from "./reader.mjs";

const saving = async (page, site) => {
  await open(page, `${site.address}/index.html`);
  await toReview(page);
  await toResult(page);
  const nth = await page.evaluate(() => [...document.querySelector("which-track").shadowRoot.querySelectorAll(".second")].findIndex((button) => button.textContent === "Save the picture"));
  await click(page, ".second", nth);
};

const says = (page, words) => wait(page, (words) => document.querySelector("which-track").shadowRoot.querySelector("[role=status]").textContent === words, words);

within("firefox", (test) => test("a guarded canvas: the outcome's own picture", async (page, site) => {
  await saving(page, site);
  await says(page, "This browser won’t let us save the picture.");
  await there(page, "a[href$='/picture.png']");
  const got = await page.evaluate(async () => {
    const { href } = document.querySelector("which-track").shadowRoot.querySelector("a[href$='/picture.png']");
    return (await fetch(href)).headers.get("content-type");
  });
  assert.equal(got, "image/png");
}), { guarded: true });

within("firefox", (test) => test("any other canvas: the picture is saved", async (page, site) => {
  await saving(page, site);
  await says(page, "The picture went to your browser. Look for it in your downloads.");
}));
