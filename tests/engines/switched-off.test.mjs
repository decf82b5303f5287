// WebAssembly that is switched off, as by Lockdown Mode or the safer level of Tor Browser: it is said what it is, the children
// stand for the quiz, and nothing of ours throws at what goes wrong in the page itself.
import assert from "node:assert/strict";
import { ALL, within } from "./engines.mjs";
import { show, wait } from "./reader.mjs";

/** Firefox can be told by its settings; elsewhere the page takes it away first. */
const PAGE = `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,"><script>delete window.WebAssembly</script><script type="module" src="/which-track.js"></script></head>
<body><which-track doctor><p>Instead of the quiz.</p></which-track></body></html>`;

for (const engine of ALL) {
  within(engine, (test) => test("no program: said as what it is", async (page, site, expected) => {
    expected.push(/^which-track: WebAssembly is switched off in this browser\./, /the page's own/);
    site.add("/page", PAGE);
    await page.open(`${site.address}/page`);
    await page.evaluate(() => {
      window.told = [];
      addEventListener("which-track:error", ({ detail }) => window.told.push(detail));
    });
    await show(page);
    await wait(page, () => {
      document.querySelector("which-track").dispatchEvent(new PointerEvent("pointerover"));
      return window.told.length > 0;
    });
    assert.deepEqual(await page.evaluate(() => window.told), [{ code: "wasm-off", message: "WebAssembly is switched off in this browser." }]);
    const seen = await page.evaluate(() => {
      const quiz = document.querySelector("which-track");
      return [quiz.querySelector("p").checkVisibility(), quiz.shadowRoot.textContent.includes("Lockdown Mode")];
    });
    assert.deepEqual(seen, [true, true]);
    const thrown = await page.evaluate(async () => {
      const heard = [];
      addEventListener("error", ({ message }) => heard.push(message));
      dispatchEvent(new ErrorEvent("error", { message: "the page's own", error: new Error("the page's own") }));
      dispatchEvent(new PromiseRejectionEvent("unhandledrejection", { promise: Promise.resolve(), reason: "the page's own" }));
      dispatchEvent(new ErrorEvent("error", { message: "the page's own, without an error" }));
      await new Promise((later) => setTimeout(later));
      return heard;
    });
    assert.deepEqual(thrown, ["the page's own", "the page's own, without an error"]);
  }), { uncompiled: true });
}
