// The configuration of docs/deploying.md in a real nginx: types, caching, compressed files, a site in a folder of
// another one, pages that are cross-origin isolated, and addresses with nothing behind them.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { runInNewContext } from "node:vm";
import { at, desk, journey, phone, ready, start, stop, without } from "./browser.mjs";
import { toResult, toReview } from "./quiz.mjs";

let SITE;

const skip = without("nginx", "-v");

let folder, server, blog;

/** A port that nobody listens on. */
const freePort = () => new Promise((found) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => found(port));
  });
});

before(async () => {
  await start();
  if (skip) return;
  folder = mkdtempSync(join(tmpdir(), "which-track-nginx-"));
  const root = join(folder, "root");
  // Once at the root and once in a folder, as a blog's own server would have it.
  mkdirSync(root);
  execFileSync("chmod", ["755", folder]);
  cpSync("dist", root, { recursive: true });
  cpSync("dist", join(root, "tools/quiz"), { recursive: true });
  const port = await freePort();
  SITE = `http://127.0.0.1:${port}`;
  const told = readFileSync("docs/deploying.md", "utf8").match(/```nginx\n([^]*?)```/)[1];
  writeFileSync(join(folder, "nginx.conf"), `
    include /etc/nginx/modules-enabled/*.conf;
    daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
    events {}
    http {
      access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
      fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
      ${told.replace("listen 80", `listen 127.0.0.1:${port}`).replace("/srv/quiz", root)}
    }`);
  server = spawn("nginx", ["-e", join(folder, "error.log"), "-c", join(folder, "nginx.conf")], { stdio: "inherit" });
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(SITE).then(() => true, () => false)) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error("nginx does not answer");
});

after(async () => {
  server?.kill();
  blog?.closeAllConnections();
  blog?.close();
  await stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const file = (pattern, within = "dist") => readdirSync(within).find((name) => pattern.test(name));

test("types, caching and compression", { skip }, async () => {
  const forever = "public, max-age=31536000, immutable";
  const minutes = "public, max-age=300, stale-while-revalidate=86400";
  for (const [path, type, caching, packed = true] of [
    [file(/_bg\.wasm$/), "application/wasm", forever],
    [file(/^which-track-(?!quiz).*\.js$/), "text/javascript; charset=utf-8", forever],
    [file(/^which-track-quiz-.*\.js$/), "text/javascript; charset=utf-8", forever],
    [file(/^which-track-result-.*\.css$/), "text/css; charset=utf-8", forever],
    [file(/^which-track-result-.*\.wasm$/), "application/wasm", forever],
    [`first/${file(/\.fr-.*\.json$/, "dist/first")}`, "application/json; charset=utf-8", forever],
    ["which-track.js", "text/javascript; charset=utf-8", minutes],
    [`quizzes/${file(/\.en\.quiz\.json$/, "dist/quizzes")}`, "application/json; charset=utf-8", minutes],
    ["q/pm-vs-sde/", "text/html; charset=utf-8", minutes],
    ["r/pm-vs-sde/sde/", "text/html; charset=utf-8", minutes],
    [`r/pm-vs-sde/sde/${file(/\.png$/, "dist/r/pm-vs-sde/sde")}`, "image/png", forever, false],
  ]) {
    for (const [accepts, encoding] of [["br", "br"], ["gzip", "gzip"], ["identity", null]]) {
      for (const base of [SITE, `${SITE}/tools/quiz`]) {
        const { status, headers } = await fetch(`${base}/${path}`, { headers: { "accept-encoding": accepts } });
        const told = ["content-type", "cache-control", "content-encoding", "access-control-allow-origin"].map((name) => headers.get(name));
        assert.deepEqual([status, ...told], [200, type, caching, packed ? encoding : null, "*"], `${base}/${path} as ${accepts}`);
      }
    }
  }
});

test("the quiz in a folder of another site", { skip }, () => journey(phone, async (page) => {
  await at(page, `${SITE}/tools/quiz/index.html`);
  await toReview(page);
  await toResult(page);
}));

/** Where the script of the 404 page leads from an address, or nothing. */
function corrected(url) {
  const { origin, pathname, search, hash } = new URL(`https://quiz.example${url}`);
  let to;
  runInNewContext(readFileSync("crates/cli/src/build/404.js", "utf8"), { URL, location: { origin, pathname, search, hash, replace: (address) => (to = address) } });
  if (to) assert.equal(new URL(to, `https://quiz.example${url}`).origin, origin, `${url} stays on its host`);
  return to?.slice(origin.length);
}

test("damaged share addresses are put right, and no others", () => {
  for (const [damaged, right] of [
    ["/r/tea/black/%23BcdEfGh", "/r/tea/black/#BcdEfGh"],
    ["/r/tea/black/%2523BcdEfGh", "/r/tea/black/#BcdEfGh"],
    ["/sub/r/tea/black/fr/%23BcdEfGh", "/sub/r/tea/black/fr/#BcdEfGh"],
    ["/r/tea/compare/pt-BR/%23BcdEfGh", "/r/tea/compare/pt-BR/#BcdEfGh"],
    ["/r/tea/black%23BcdEfGh", "/r/tea/black/#BcdEfGh"],
    ["/r/tea/black/%23BcdEfGh?fbclid=x", "/r/tea/black/?fbclid=x#BcdEfGh"],
    ["/r%2Ftea%2Fblack%2F%23BcdEfGh", "/r/tea/black/#BcdEfGh"],
    ["/r/tea/black/%23BcdEfGh%E2%80%8B", "/r/tea/black/#BcdEfGh\u200b"],
    ["/caf%C3%A9/r/tea/black/%23BcdEfGh", "/caf%C3%A9/r/tea/black/#BcdEfGh"],
    ["/caf%C3%A9/r/tea/old/", undefined],
    ["/my%20blog/r/tea/old/", undefined],
    ["//evil.example/r/a/b)", "//evil.example/r/a/b/"],
    ["/%2Fevil.example/r/a/b#Bcd", "//evil.example/r/a/b/#Bcd"],
    ["/%5Cevil.example/r/a/b", "//evil.example/r/a/b/"],
    ["/r/tea/black/%23BcdEfGh%FF", "/r/tea/black/#BcdEfGh%FF"],
    ["/r/tea/black/)#BcdEfGh", "/r/tea/black/#BcdEfGh"],
    ["/r/tea/black/)", "/r/tea/black/"],
    ["/r/tea/black", "/r/tea/black/"],
    ["/r/tea/black/", undefined],
    ["/r/tea/black/fr/#BcdEfGh", undefined],
    ["/r/tea/", undefined],
    ["/q/tea/%23x", undefined],
    ["/%23x", undefined],
    ["//evil.example/x", undefined],
  ]) assert.equal(corrected(damaged), right, damaged);
});

test("an address with nothing behind it", { skip }, () => journey(phone, async (page, _context, noise) => {
  for (const base of [SITE, `${SITE}/tools/quiz`]) {
    await page.goto(`${base}/r/pm-vs-sde/sde/%23BcdEfGh`);
    await page.waitForURL(`${base}/r/pm-vs-sde/sde/#BcdEfGh`);
    await ready(page); // leaving it earlier breaks requests off
  }
  const answer = await page.goto(`${SITE}/a/b/c/nothing`);
  assert.equal(answer.status(), 404);
  assert.equal(await page.locator("h1").textContent(), "There is nothing at this address");
  await page.locator("main a").first().click();
  await page.waitForURL(`${SITE}/q/pm-vs-sde/`);
  await ready(page);
  // A page that puts its address right may leave before all of it has come.
  assert.deepEqual(noise.splice(0).filter((line) => !/status of 404|%23BcdEfGh failed$/.test(line)), []);
}));

test("a page that is cross-origin isolated", { skip }, () => journey(desk, async (page) => {
  const isolating = { "content-type": "text/html", "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
  blog = createServer((_request, response) => response.writeHead(200, isolating).end(`<!doctype html><html lang="en"><title>A post</title><link rel="icon" href="data:,">
      <link rel="stylesheet" href="${SITE}/themes/forest.css">
      <script type="module" src="${SITE}/which-track.js"></script>
      <which-track quiz="pm-vs-sde"></which-track>
      <img src="${SITE}/r/pm-vs-sde/sde/${file(/\.png$/, "dist/r/pm-vs-sde/sde")}" alt="">
      <iframe data-which-track src="${SITE}/embed/pm-vs-sde/" title="The quiz" width="600" height="700"></iframe>`));
  await new Promise((ready) => blog.listen(0, "127.0.0.1", ready));
  // Of another name, though of this machine: another site.
  await page.goto(`http://localhost:${blog.address().port}/post`);
  assert.equal(await page.evaluate(() => crossOriginIsolated), true);
  await page.locator("which-track .prompt").first().waitFor();
  const accent = await page.locator("which-track").evaluate((element) => getComputedStyle(element).getPropertyValue("--which-track-accent"));
  assert.notEqual(accent, "", "the theme is there");
  assert.ok(await page.locator("img").evaluate((image) => image.decode().then(() => image.naturalWidth === 1200)));
  await page.frameLocator("iframe").locator("which-track .prompt").first().waitFor();
}));
