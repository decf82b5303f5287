// How long a reader waits, on a slow phone and network (4x CPU, 1.6 Mbit/s, 150 ms), and twenty quizzes on a page:
// `node tests/journeys/times.mjs` after `cargo xtask dist`. Times are noisy, so nothing is asserted here.
import { host, journey, phone, slow, start, stop } from "./browser.mjs";

const since = (page, what) => page.evaluate((what) => new Promise((resolve) => {
  const seen = () => ({
    question: () => document.querySelector("which-track").shadowRoot?.querySelector(".prompt"),
    program: () => performance.getEntriesByType("resource").find(({ name, responseEnd }) => name.endsWith(".wasm") && responseEnd > 0),
    ready: () => window.ready >= document.querySelectorAll("which-track").length,
  })[what]();
  const look = () => (seen() ? resolve(Math.round(performance.now())) : requestAnimationFrame(look));
  look();
}), what);

await start();
try {
  for (const name of ["reserved", "twenty"]) {
    await journey(phone, async (page) => {
      await page.addInitScript(() => {
        window.ready = 0;
        addEventListener("which-track:ready", () => (window.ready += 1));
      });
      if (name === "reserved") await slow(page);
      await host(page, name, "commit");
      await page.waitForSelector("which-track", { state: "attached" });
      const [question, program, ready] = await Promise.all(["question", "program", "ready"].map((what) => since(page, what)));
      console.log(`${name}: first question ${question} ms, WebAssembly loaded ${program} ms, all ready ${ready} ms`);
    });
  }
} finally {
  await stop();
}
