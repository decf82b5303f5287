// What is measured of the widget alone: whether the number of questions matters, and twenty of them on a page.
import { phone } from "../tests/journeys/browser.mjs";
import { lengthened } from "./sites.mjs";
import { fresh, open } from "./visit.mjs";

/** How long each step took in a quiz of so many questions, on a slow phone, pressed as fast as it goes. */
export async function steps(browser, server, peer, count) {
  const context = await fresh(browser);
  try {
    await context.addInitScript(noteReady, 1);
    const page = await open(context, `${server.address}${peer.path}${count}.html`, peer, 0, lengthened(count).map(({ prompt }) => prompt));
    await page.evaluate(() => window.ready);
    return await page.evaluate(() => window.robot.through());
  } finally {
    await context.close();
  }
}

/** How much processor time the page's thread took until twenty quizzes were ready, in seconds of this machine. */
export async function twenty(browser, server, peer) {
  const context = await browser.newContext(phone);
  try {
    await context.addInitScript(noteReady, 20);
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    // Time that others had the processor is not counted.
    await client.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(`${server.address}${peer.path}twenty.html`, { waitUntil: "commit" });
    await page.evaluate(() => window.ready);
    const { metrics } = await client.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value;
  } finally {
    await context.close();
  }
}

/** A promise of so many quizzes that can be used in full. */
function noteReady(count) {
  let left = count;
  window.ready = new Promise((resolve) => addEventListener("which-track:ready", () => (left -= 1) || resolve()));
}
