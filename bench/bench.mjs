// How fast the widget is beside the same quiz by hand and in other libraries, on a slow phone: `cargo xtask bench widget`.
// Prints tables in Markdown. Not part of the tests: times are for a person to read, on a machine that does nothing else.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { launch } from "../tests/journeys/browser.mjs";
import { steps, twenty } from "./alone.mjs";
import { peers } from "./peers.mjs";
import { compared, lengths, median, targets } from "./report.mjs";
import { serve } from "./serve.mjs";
import { LENGTHS, makeSites } from "./sites.mjs";
import { visit } from "./visit.mjs";

const WIDGET = "Which Track";

const [tool] = process.argv.slice(2);
assert.ok(tool, "cargo xtask bench widget calls this with the tool that builds the widget's site");
assert.ok(existsSync(new URL("../dist/which-track.js", import.meta.url)), "dist/ is not built: run `cargo xtask dist`");

/** Of how many visits the medians are; fewer while the benchmark itself is worked on. */
const VISITS = Number(process.env.VISITS ?? 7);
const begun = performance.now();
const say = (what) => console.error(`[${Math.round((performance.now() - begun) / 1000)} s] ${what}`);

say("making the sites");
const server = await serve(await makeSites(tool));
const browser = await launch();
try {
  const all = peers.map((peer) => ({ ...peer, visits: [] }));
  for (let round = 0; round < VISITS; round += 1) {
    say(`round ${round + 1} of ${VISITS}`);
    // Each begins with another peer, so that none always follows the same.
    for (let at = 0; at < all.length; at += 1) {
      const peer = all[(at + round) % all.length];
      peer.visits.push(await visit(browser, server, peer));
    }
  }
  const widget = peers.find(({ name }) => name === WIDGET);
  const long = LENGTHS.map((count) => ({ count, runs: [] }));
  const seconds = [];
  for (let round = 0; round < Math.min(3, VISITS); round += 1) {
    say(`the widget alone, ${round + 1}`);
    for (const length of long) length.runs.push(await steps(browser, server, widget, length.count));
    seconds.push(await twenty(browser, server, widget));
  }
  say("done");
  console.log(`Medians of ${VISITS} visits, each beside the hand-written page of the same run; a step's from ${VISITS * 8} steps.\n`);
  console.log(`${compared(all)}\n\n${lengths(long)}\n\nTwenty on a page are ready after ${median(seconds).toFixed(2)} s of processor time.\n`);
  console.log(targets(all, WIDGET, long, median(seconds)));
} finally {
  await browser.close();
  server.close();
}
