// What else a reader does, in every engine: another language, a change of mind, a second page, a frame, a friend's invitation.
import assert from "node:assert/strict";
import { ALL, within } from "./engines.mjs";
import { answer, click, count, goOn, open, prompt, reload, text, texts, there, toResult, toReview, wait } from "./reader.mjs";

const nudge = (page) => text(page, "p.nudge");

/** The button with these words. */
const named = async (page, words) => {
  const nth = (await texts(page, "button")).findIndex((name) => name.trim() === words);
  assert.ok(nth >= 0, `there is a button "${words}"`);
  return click(page, "button", nth);
};

for (const engine of ALL) {
  within(engine, (test) => {
    test("in French, on a phone", async (page, site) => {
      await open(page, `${site.address}/fr.html`);
      assert.match(await text(page, "#progress"), /^Question 1 sur 12/);
      await toReview(page, { nth: (at) => at % 4 });
      await toResult(page);
      assert.equal(await text(page, ".kicker"), "Votre résultat");
      const wide = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(wide[0] <= wide[1], `nothing is wider than the screen: ${wide}`);
    }, { size: "phone" });

    test("Next without an answer says so and stays", async (page, site) => {
      await open(page, `${site.address}/index.html`);
      const first = await prompt(page);
      await click(page, "[type=submit]");
      await wait(page, () => document.querySelector("which-track").shadowRoot.querySelector("p.nudge").innerText !== "");
      assert.equal(await nudge(page), "Choose an answer to go on.");
      assert.equal(await prompt(page), first);
      await answer(page);
      await wait(page, () => document.querySelector("which-track").shadowRoot.querySelector("p.nudge").innerText === "");
    });

    test("an answer that is changed in the review leads back there, and the result is the same after a reload", async (page, site) => {
      await open(page, `${site.address}/index.html`);
      await toReview(page);
      const before = (await texts(page, ".answers .given"))[0];
      await click(page, ".answers .change");
      await there(page, ".question .prompt");
      await answer(page, 2);
      await click(page, "[type=submit]");
      await there(page, ".review");
      assert.notEqual((await texts(page, ".answers .given"))[0], before);
      await toResult(page);
      const verdict = await text(page, ".outcome");
      await reload(page);
      assert.equal(await text(page, ".outcome"), verdict);
    });

    test("starting over forgets everything, and can be taken back", async (page, site) => {
      await open(page, `${site.address}/index.html`);
      const first = await prompt(page);
      await toReview(page);
      await toResult(page);
      const verdict = await text(page, ".outcome");
      await named(page, "Start over");
      await there(page, ".question .prompt");
      assert.equal(await prompt(page), first);
      assert.equal(await page.evaluate(() => localStorage.getItem("which-track:pm-vs-sde")), null);
      await named(page, "Undo");
      await there(page, ".outcome");
      assert.equal(await text(page, ".outcome"), verdict);
    });

    test("a second page goes on where the first one is, and each takes up what the other has written", async (page, site) => {
      await open(page, `${site.address}/index.html`);
      await answer(page, 1);
      await goOn(page);
      const second = await page.another();
      await open(second, `${site.address}/index.html`);
      assert.equal(await prompt(second), await prompt(page));
      await answer(second, 1);
      await goOn(second);
      const third = await prompt(second);
      await wait(page, (third) => document.querySelector("which-track").shadowRoot.querySelector(".prompt").innerText === third, third);
      assert.deepEqual(await second.noise(), []);
    });

    test("a friend who is invited sees both results", async (page, site) => {
      await open(page, `${site.address}/index.html`);
      await toReview(page);
      await toResult(page);
      const invitation = await page.evaluate(() => document.querySelector("which-track").shadowRoot.querySelector("[data-control=invitation]").value);
      await page.evaluate(() => localStorage.clear());
      const friend = await page.another();
      await open(friend, invitation);
      assert.match(await text(friend, ".waiting"), /friend/);
      await toReview(friend, { nth: () => 3 });
      await toResult(friend);
      assert.equal(await count(friend, ".pairs li"), 3, "fit by fit");
      assert.deepEqual(await friend.noise(), []);
    });

    test("a frame gets the height of its quiz", async (page, site) => {
      site.add("/frame", `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,"><script type="module" src="/which-track.js"></script></head>
<body><iframe data-which-track title="A quiz" src="/embed/pm-vs-sde/" width="600" height="150"></iframe></body></html>`);
      await page.open(`${site.address}/frame`);
      const heights = await wait(page, () => {
        const frame = document.querySelector("iframe");
        const body = frame.contentDocument?.querySelector("which-track")?.shadowRoot && frame.contentDocument.body;
        return body && frame.clientHeight > 300 && Math.abs(frame.clientHeight - body.getBoundingClientRect().height) <= 1 && frame.clientHeight;
      });
      assert.ok(heights > 300);
    });
  });
}
