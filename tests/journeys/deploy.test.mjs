// The configuration of docs/deploying.md in a real nginx: types, caching, compressed files, and a site in a folder of
// another one.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { at, journey, phone, start, stop, without } from "./browser.mjs";
import { toResult, toReview } from "./quiz.mjs";

const PORT = 18_471;
const SITE = `http://127.0.0.1:${PORT}`;

const skip = without("nginx", "-v");

let folder, server;

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
  const told = readFileSync("docs/deploying.md", "utf8").match(/```nginx\n([^]*?)```/)[1];
  writeFileSync(join(folder, "nginx.conf"), `
    include /etc/nginx/modules-enabled/*.conf;
    daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
    events {}
    http {
      access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
      fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
      ${told.replace("listen 80", `listen 127.0.0.1:${PORT}`).replace("/srv/quiz", root)}
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
  await stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const file = (pattern, within = "dist") => readdirSync(within).find((name) => pattern.test(name));

test("types, caching and compression", { skip }, async () => {
  const forever = "public, max-age=31536000, immutable";
  const minutes = "public, max-age=300, stale-while-revalidate=86400";
  for (const [path, type, caching, packed = true] of [
    [file(/_bg\.wasm$/), "application/wasm", forever],
    [file(/^which-track-.*\.js$/), "text/javascript; charset=utf-8", forever],
    [file(/^which-track-.*\.css$/), "text/css; charset=utf-8", forever],
    [`first/${file(/\.en-.*\.html$/, "dist/first")}`, "text/html; charset=utf-8", forever],
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
