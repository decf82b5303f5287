// What Lighthouse says of the post, the quiz's own page and a share page on its slow phone: `cargo xtask bench lighthouse`.
// Prints a table in Markdown, three runs of each. Times are noisy: on a machine that does nothing else.
import { fileURLToPath } from "node:url";
import lighthouse from "lighthouse";
import { launch } from "../tests/journeys/browser.mjs";
import { table } from "./report.mjs";
import { serve } from "./serve.mjs";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const PAGES = [["post", "/"], ["quiz page", "/q/pm-vs-sde/"], ["share page", "/r/pm-vs-sde/sde/"]];
const RUNS = Number(process.env.VISITS ?? 3);

/** What is scored, and what each must reach. */
const CATEGORIES = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };

/** What the time goes into, for a person to read. */
const TIMES = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"];

/** What lowers a score. */
const lowered = ({ audits, categories }, category) => categories[category].auditRefs
  .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
  .map(({ id }) => id);

const server = await serve(dist);
const port = 9_333;
const browser = await launch(`--remote-debugging-port=${port}`);
try {
  const rows = [];
  let met = true;
  for (const [name, path] of PAGES) {
    for (let run = 0; run < RUNS; run += 1) {
      const { lhr } = await lighthouse(`${server.address}${path}`, { port, output: "json", logLevel: "error", onlyCategories: Object.keys(CATEGORIES) });
      const scores = Object.keys(CATEGORIES).map((category) => Math.round(lhr.categories[category].score * 100));
      met &&= scores.every((score, at) => score >= Object.values(CATEGORIES)[at]);
      const why = Object.keys(CATEGORIES).filter((category) => category !== "performance").flatMap((category) => lowered(lhr, category));
      rows.push([name, ...scores, ...TIMES.map((time) => lhr.audits[time].displayValue), why.join(", ")]);
    }
  }
  console.log(table(["page", ...Object.keys(CATEGORIES), ...TIMES, "what lowers a score"], rows));
  console.log(met ? "\nAll are met." : "\nNot all are met.");
} finally {
  await browser.close();
  server.close();
}
