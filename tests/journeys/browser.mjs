// A real Chromium on the built site: serves dist/, opens pages, and fails a journey that leaves anything in the console.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const dist = new URL("../../dist/", import.meta.url).pathname;
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json" };

/** The words of the interface in English, as the two parts of a compiled quiz have them last: those of questions, and those
    of a result. */
function words(part) {
  const name = readdirSync(join(dist, "quizzes")).find((name) => name.endsWith(`.en.${part}.json`));
  const [, , asked, rest] = JSON.parse(readFileSync(join(dist, "quizzes", name), "utf8"));
  return JSON.stringify((asked ?? rest).at(-1));
}

/** Base styles that many blogs have, from npm. */
const sheets = { "/bootstrap.css": "bootstrap/dist/css/bootstrap.min.css", "/tailwind.css": "tailwindcss/preflight.css" };

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const desk = { viewport: { width: 1280, height: 800 } };

let browser, server, hosts, origin, made;

const PROGRAMS = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

/** Where Chromium is: without windows if it is there so, which takes half the time. The tests of all engines take the whole. */
const program = () => PROGRAMS.map((name) => `/usr/bin/${name}`).find(existsSync) ?? process.env.CHROMIUM;

/** A Chromium that asks nobody for anything. */
export function launch(...more) {
  return chromium.launch({
    executablePath: program(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", ...more],
  });
}

/** Starts the server and the browser; once for all journeys of a file. */
export async function start() {
  assert.ok(existsSync(join(dist, "which-track.js")), "dist/ is not built: run `cargo xtask dist`");
  server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    let file = join(dist, path);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream", "access-control-allow-origin": "*" });
    createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  origin = `http://127.0.0.1:${server.address().port}`;
  hosts = createServer((request, response) => {
    if (request.url === "/made") return response.writeHead(200, { "content-type": "text/html" }).end(made);
    if (request.url in sheets) return response.writeHead(200, { "content-type": "text/css" }).end(readFileSync(require.resolve(sheets[request.url])));
    const html = readFileSync(new URL(`../hosts${request.url}.html`, import.meta.url), "utf8");
    response.writeHead(200, { "content-type": "text/html" }).end(html.replaceAll("{quiz}", origin).replace("{words}", () => words("quiz")).replace("{texts}", () => words("result")));
  });
  await new Promise((ready) => hosts.listen(0, "127.0.0.1", ready));
  browser = await launch();
}

export async function stop() {
  await browser?.close();
  server?.close();
  hosts?.close();
}

/** Why tests of a program are skipped: it is missing, on a user's machine. In CI they fail. */
export function without(program, ...args) {
  try {
    execFileSync(program, args, { stdio: "ignore" });
    return false;
  } catch {
    return !process.env.CI && `${program} is not installed`;
  }
}

/** Holds back the WebAssembly file until what this gives is called. */
export async function holdProgram(page) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** A slow phone on a slow network: 4x CPU, 1.6 Mbit/s, 150 ms. */
export async function slow(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 100_000 });
  await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
}

/** Runs a journey on a fresh page, and fails it where the console has a warning or an error, or a request fails. A
    journey that expects some takes them out of its third argument. */
export async function journey(options, run) {
  const context = await browser.newContext(options);
  await context.addInitScript(noteReady);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const noise = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && noise.push(message.text()));
  page.on("pageerror", (error) => noise.push(String(error)));
  // Whoever leaves a page ends what is on its way.
  page.on("requestfailed", (request) => request.failure()?.errorText === "net::ERR_ABORTED" || noise.push(`${request.url()} failed`));
  try {
    await run(page, context, noise);
    assert.deepEqual(noise, [], "the console stays empty");
  } finally {
    await context.close();
  }
}

/** In every page and frame: notes which elements have told that they are ready, without leaving a name behind. */
function noteReady() {
  const ready = new WeakSet();
  window[Symbol.for("ready")] = ready;
  addEventListener("which-track:ready", ({ target }) => ready.add(target), true);
}

/** Shows interest in every quiz of a page or frame, and waits for the program in it. What the first screen shows before it
    is about to go, and no test may hold on to it. */
export async function ready(within, which = "which-track") {
  await within.locator(which).first().waitFor({ state: "attached" });
  await within.locator(which).evaluateAll((quizzes) => {
    // A quiz hears of interest once it has come near.
    const show = () => quizzes.forEach((quiz) => window[Symbol.for("ready")].has(quiz) || quiz.dispatchEvent(new PointerEvent("pointerover")));
    const showing = setInterval(show, 50);
    return Promise.race([
    Promise.all(quizzes.map((quiz) => window[Symbol.for("ready")].has(quiz) || new Promise((ready) => quiz.addEventListener("which-track:ready", ready, { once: true })))),
    new Promise((_, late) => setTimeout(() => late(new Error("a quiz is not ready after 20 s")), 20_000)),
    ]).then(() => {}).finally(() => clearInterval(showing));
  });
}

/** Does something that starts quizzes anew, and waits until one of them is ready again. */
export async function anew(page, act) {
  const ready = page.evaluate(() => new Promise((ready, late) => {
    document.addEventListener("which-track:ready", () => ready(), { once: true });
    setTimeout(() => late(new Error("no quiz is ready after 20 s")), 20_000);
  }));
  ready.catch(() => {}); // `act` may fail first
  await act();
  await ready;
}

/** Opens a page of the site and waits for the quiz in it. */
export const open = (page, path = "index.html") => at(page, `${origin}/${path}`);

/** Opens an address and waits for the quiz there. */
export async function at(page, url) {
  await page.goto(url, { waitUntil: "load" });
  await page.locator("which-track").scrollIntoViewIfNeeded();
  await ready(page);
}

/** Opens a page of the site as it is. */
export const home = (page, path) => page.goto(`${origin}/${path}`);

/** Opens a page of tests/hosts/, which has an origin of its own. */
export const host = (page, name, waitUntil = "load") => page.goto(`http://127.0.0.1:${hosts.address().port}/${name}`, { waitUntil });

/** The site's address. */
export const site = () => origin;

/** Opens a page that another program made, on the hosts' origin. */
export async function hosted(page, html) {
  made = html;
  await at(page, `http://127.0.0.1:${hosts.address().port}/made`);
}

/** Opens a page on the hosts' origin as it is. */
export async function elsewhere(page, html) {
  made = html;
  await page.goto(`http://127.0.0.1:${hosts.address().port}/made`);
}

/** Opens a page of the site's origin that holds nothing but the loader and this. */
export async function blank(page, body) {
  await page.route(`${origin}/blank`, (route) => route.fulfill({
    contentType: "text/html",
    body: `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,"><script type="module" src="which-track.js"></script><body>${body}</body></html>`,
  }));
  await page.goto(`${origin}/blank`);
}

/** Accessibility problems that axe-core finds in the quiz, none of which may be left. */
export async function accessible(page, screen) {
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(await readFile(require.resolve("axe-core/axe.min.js"), "utf8"));
  }
  const violations = await page.evaluate(async () => (await window.axe.run(document)).violations.map(
    ({ id, nodes }) => ({ id, nodes: nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary}`) }),
  ));
  assert.deepEqual(violations, [], `axe finds nothing on ${screen}`);
}

/** The page may be scrolled down, never sideways. */
export async function noSidewaysScroll(page, screen) {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(wide <= room, `${screen} is ${wide} px wide where there are ${room}`);
}

/** Chromium on a desk does not know the permission that telephones need, and says so. */
export const unknown = (noise) => noise.splice(0, noise.length, ...noise.filter((line) => line !== "Unrecognized feature: 'web-share'."));

/** A page that breaks the browser's own functions makes the program panic the next time that it draws. */
export const breakNext = (page) => page.evaluate(() => {
  const real = Node.prototype.insertBefore;
  Node.prototype.insertBefore = () => {
    Node.prototype.insertBefore = real;
    throw new Error("no more elements");
  };
});
