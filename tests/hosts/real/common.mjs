// What all hosts have in common: the words of docs/embedding.md, what installs a host and serves its site, and a reader
// who takes the quiz there.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join } from "node:path";
import { journey, noSidewaysScroll, phone, ready } from "../../journeys/browser.mjs";
import { goOn, answer, finishInFrame, prompt, toResult, toReview } from "../../journeys/quiz.mjs";
import { types } from "../../journeys/site.mjs";

const docs = readFileSync(new URL("../../../docs/embedding.md", import.meta.url), "utf8");
const blocks = (text, quiz) => [...text.matchAll(/^```\w+\n([^]*?)\n```$/gm)].map(([, code]) => code.replaceAll("https://quiz.example", quiz));

/** The lines from the top of the docs, for the quiz at this address. */
export const lines = (quiz) => blocks(docs, quiz)[0];

/** What the docs' recipe for a host says to write: its blocks of code. */
export function recipe(host, quiz) {
  const [found] = docs.split(/^(?=\*\*|## )/m).filter((part) => part.startsWith(`**${host}`));
  assert.ok(found, `docs/embedding.md has a recipe for ${host}`);
  return blocks(found, quiz);
}

/** The text of a post, in Markdown and in HTML. */
export const post = (quiz) => `Before the quiz.\n\n${quiz}\n\nAfter the quiz.\n`;
export const page = (title, body, head = "") => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>${head}</head>
<body><h1>${title}</h1>${body}</body></html>`;

/** Writes files, named by their paths in the folder. */
export function write(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The environment in which what was installed into a folder is found first. No host tells anybody that it runs. */
const env = (folder) => ({
  ...process.env,
  PATH: [join(folder, "node_modules/.bin"), join(folder, "venv/bin"), process.env.PATH].join(":"),
  ASTRO_TELEMETRY_DISABLED: "1",
  NODE_ENV: "production",
});

/** Runs a program in a folder, and gives what it prints; what went wrong is in the error. */
export function run(folder, program, ...args) {
  mkdirSync(folder, { recursive: true });
  try {
    return execFileSync("nice", ["-n", "15", program, ...args], { cwd: folder, env: env(folder), encoding: "utf8", stdio: "pipe", maxBuffer: 1 << 28 });
  } catch ({ message, stdout, stderr }) {
    throw new Error([message.split("\n")[0], stdout, stderr].join("\n").trim().slice(-2_000));
  }
}

/** Whether somebody answers at an address, and not that they are still starting. */
export const answers = (address) => fetch(address, { redirect: "manual" }).then(({ status }) => status < 500, () => false);

const running = [];

/** Ends whatever runs for a host, the last one first, and waits until it has. */
export async function end() {
  for (const end of running.splice(0).reverse()) await end();
}

/** Starts a server that belongs to a host, and waits until `answers` holds. */
export async function started(folder, answers, program, ...args) {
  const server = spawn(program, args, { cwd: folder, env: env(folder), stdio: "ignore" });
  const gone = once(server, "exit").catch(() => {}); // one that did not even start
  running.push(() => (server.kill(), gone));
  for (const late = Date.now() + 120_000; !(await answers()); await new Promise((later) => setTimeout(later, 250))) {
    assert.ok(Date.now() < late && server.exitCode === null, `${program} does not answer`);
  }
}

/** Installs packages from npm, and gives the version of the first one. */
export function npm(folder, name, ...others) {
  write(folder, { "package.json": `{ "private": true }` });
  run(folder, "npm", "install", "--no-fund", "--no-audit", name, ...others);
  return JSON.parse(readFileSync(join(folder, "node_modules", name.replace(/(.)@.*/, "$1"), "package.json"), "utf8")).version;
}

/** Installs a package from PyPI, and gives its version. */
export function pip(folder, name) {
  run(folder, "python3", "-m", "venv", "venv");
  run(folder, "pip", "install", "--quiet", name);
  return run(folder, "pip", "show", name).match(/^Version: (.*)$/m)[1];
}

/** Installs packages of Debian, where the first one is missing, and gives its version. */
export function debian(folder, ...names) {
  const version = () => run(folder, "dpkg-query", "--show", "--showformat=${Version}", names[0]);
  try {
    return version();
  } catch {
    run(folder, "apt-get", "install", "--yes", "--no-install-recommends", ...names);
    return version();
  }
}

/** A database of its own in a MariaDB of its own, at a socket in the folder, whose only user is root. Gives the socket. */
export async function mariadb(folder, name) {
  debian(folder, "mariadb-server-core", "mariadb-client-core");
  const [data, socket] = [join(folder, "data"), join(folder, "socket")];
  run(folder, "mariadb-install-db", "--no-defaults", `--datadir=${data}`, "--user=root", "--auth-root-authentication-method=normal");
  await started(folder, () => existsSync(socket), "mariadbd", "--no-defaults", "--user=root", `--datadir=${data}`, `--socket=${socket}`, "--skip-networking");
  run(folder, "mariadb", "--no-defaults", `--socket=${socket}`, "--user=root", `--execute=create database ${name}`);
  return socket;
}

/** An address that nobody listens at. */
export const freeAddress = () => new Promise((found) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => found(`http://127.0.0.1:${port}`));
  });
});

/** Serves a folder at an address as any static host would, to every origin. */
export async function serve(folder, address) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname === "/favicon.ico") return response.writeHead(204).end();
    const path = join(folder, decodeURIComponent(pathname));
    const file = [path, join(path, "index.html"), `${path}.html`].find((file) => existsSync(file) && statSync(file).isFile());
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream", "access-control-allow-origin": "*" });
    createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(new URL(address).port, "127.0.0.1", ready));
  running.push(() => (server.closeAllConnections(), server.close()));
}

/** Where everything outside the quiz is and how it looks. */
const surroundings = (page) => page.evaluate(() => {
  const outside = [...document.querySelectorAll("body *")].filter((element) => element.checkVisibility() && !element.closest("which-track, script, style"));
  return outside.map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { color, backgroundColor, font } = getComputedStyle(element);
    return [element.localName, ...[x + scrollX, y + scrollY, width, height].map(Math.round), color, backgroundColor, font].join(" ");
  });
});

/** A page on a telephone. What its host takes from elsewhere, as fonts, comes empty: nobody is asked. */
const reader = (run) => journey(phone, async (page, context, noise) => {
  const empty = { headers: { "access-control-allow-origin": "*" }, body: "" };
  await context.route(({ hostname }) => hostname !== "127.0.0.1", (route) => route.fulfill(empty));
  await run(page, noise);
});

/** Opens the post without the quiz and with it: nothing else on the page is another. Then takes the quiz to its result. */
export const read = (address, quiz, shot) => reader(async (page, noise) => {
  await page.route(`${quiz}/**`, (route) => route.abort());
  await page.goto(address, { waitUntil: "networkidle" });
  const without = await surroundings(page);
  await page.unrouteAll();
  noise.splice(0);
  await page.goto(address, { waitUntil: "networkidle" });
  const framed = (await page.locator("which-track").count()) === 0;
  const within = framed ? page.frameLocator("iframe") : page;
  await ready(within);
  assert.deepEqual(await surroundings(page), without, "nothing else on the page changes");
  await page.screenshot({ path: shot("question"), fullPage: true });
  if (framed) await finishInFrame(within);
  else {
    await toReview(page, { screen: (question) => noSidewaysScroll(page, question) });
    await toResult(page);
  }
  for (const frame of page.frames()) await noSidewaysScroll(frame, "the result");
  await page.screenshot({ path: shot("result") });
});

/** Goes to the post by its link, away, and back, on a site that does so without loading pages: the quiz goes on where the
    reader was. */
export const wander = (home, link) => reader(async (page) => {
  const follow = async (name) => {
    await page.getByRole("link", { name, exact: true }).first().evaluate((link) => link.click());
    await page.waitForFunction((there) => !!document.querySelector("which-track") === there, name === link);
  };
  await page.goto(home, { waitUntil: "networkidle" });
  await page.evaluate(() => { window[Symbol.for("same page")] = true; });
  await follow(link);
  await ready(page);
  await answer(page);
  await goOn(page);
  const second = await prompt(page);
  const gone = () => page.locator("which-track").waitFor({ state: "detached" });
  await page.goBack();
  await gone();
  await follow(link);
  await ready(page);
  assert.equal(await prompt(page), second, "the quiz goes on where the reader was");
  await page.goBack();
  await gone();
  await page.goForward();
  await ready(page);
  await toReview(page, { screen: (question) => noSidewaysScroll(page, question) });
  await toResult(page);
  assert.ok(await page.evaluate(() => window[Symbol.for("same page")]), "the page was never loaded anew");
});
