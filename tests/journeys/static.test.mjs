// Hosts of static files as they are: without the slash at a folder's end, below a path, with one page for whatever is missing,
// without types, without a header for other origins. The quiz works, or the page says what there is instead.
import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { desk, elsewhere, journey, phone, ready, start, stop } from "./browser.mjs";
import { goOn, answer } from "./quiz.mjs";
import { types } from "./site.mjs";

before(start);
after(stop);

const ALL = { "access-control-allow-origin": "*" };

/** Serves dist/ below a path. `missing` is sent in place of what is not there; `headers` come with everything. */
async function host({ below = "", slash = true, missing, type = (ending) => types[ending], headers = ALL }, run) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const path = join("dist", pathname.slice(below.length));
    const isFolder = existsSync(path) && statSync(path).isDirectory();
    const found = [path, ...(isFolder && (slash ? pathname.endsWith("/") : true) ? [join(path, "index.html")] : [])].find((file) => existsSync(file) && statSync(file).isFile());
    const file = pathname.startsWith(below) ? found ?? missing : undefined;
    if (!file) return response.writeHead(404, headers).end();
    const told = type(extname(file));
    response.writeHead(200, { ...headers, ...(told && { "content-type": told }) }).end(readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    await run(`http://127.0.0.1:${server.address().port}${below}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** A page elsewhere with the lines for it. */
const lines = (site) => `<!doctype html><html lang="fr"><title>A blog</title><link rel="icon" href="data:,"><script type="module" src="${site}/which-track.js"></script><which-track quiz="pm-vs-sde" loading="eager"><a href="${site}/q/pm-vs-sde/">Take the quiz</a></which-track>`;

/** A page of the site works: its quiz comes and goes on. */
async function works(page, address) {
  await page.goto(address);
  await ready(page);
  if (await page.locator("which-track .friend").count()) return;
  await answer(page);
  await goOn(page);
}

for (const below of ["", "/blog/quizzes"]) {
  test(`folders without the slash at their end${below && ", below a path"}`, () => host({ below, slash: false }, (site) => journey(phone, async (page, context, noise) => {
    for (const path of ["q/pm-vs-sde", "q/pm-vs-sde/fr", "q/pm-vs-sde/", "q/pm-vs-sde/index.html", "embed/pm-vs-sde", "r/pm-vs-sde/compare"]) {
      await page.goto(`${site}/${path}`);
      await page.evaluate(() => localStorage.clear());
      await works(page, `${site}/${path}`);
      assert.ok(await page.evaluate(() => document.querySelector("link[rel=stylesheet]").sheet.cssRules.length > 0), `${path} has its styles`);
    }
    // Browsers look ahead, and first ask for some files one folder too high.
    noise.splice(0, noise.length, ...noise.filter((line) => !/status of 404/.test(line)));
  })));
}

test("one page for whatever is missing", () => host({ missing: "dist/index.html" }, (site) => journey(phone, async (page) => {
  await works(page, `${site}/q/pm-vs-sde/`);
  await elsewhere(page, lines(site));
  await ready(page);
})));

test("a program without a type compiles once it is there", () => host({ type: (ending) => (ending === ".wasm" ? undefined : types[ending]) }, (site) => journey(phone, async (page, context, noise) => {
  await works(page, `${site}/q/pm-vs-sde/`);
  noise.splice(0); // the browser says so
})));

test("scripts without a type, which no browser runs: the page says what there is", () => host({ type: (ending) => (ending === ".html" ? types[ending] : undefined), headers: { "x-content-type-options": "nosniff" } }, (site) => journey(desk, async (page, context, noise) => {
  await page.goto(`${site}/q/pm-vs-sde/`);
  assert.ok(await page.getByRole("heading", { name: "Which track fits you" }).isVisible());
  assert.ok(await page.getByText("needs JavaScript").isVisible());
  noise.splice(0);
})));

test("no header for other origins: the link between the tags stays", () => host({ headers: {} }, (site) => journey(desk, async (page, context, noise) => {
  await works(page, `${site}/q/pm-vs-sde/`);
  await elsewhere(page, lines(site));
  await page.waitForLoadState("networkidle");
  assert.ok(await page.getByRole("link", { name: "Take the quiz" }).isVisible());
  noise.splice(0);
})));
