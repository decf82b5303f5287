// The built site on an origin of its own for each test, so that no browser remembers anything of another test. What a test
// wants otherwise the server does: not every engine's driver can come between.
import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { note } from "./note.mjs";

const dist = new URL("../../dist/", import.meta.url).pathname;
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json", ".png": "image/png" };

/** A page that shows another one in a frame of a phone's width: there are browsers that are never as narrow. */
const PHONE = (inside) => `<!doctype html><html lang="en"><title>A phone</title><body style="margin: 0"><iframe src="${inside}" style="display: block; border: 0; inline-size: 390px; block-size: 100vh"></iframe>`;

/** The style sheets of the site as they are served, those inside the loader too. */
export const sheets = () => ({
  loader: /^\/which-track\.js$/,
  more: /^\/which-track-quiz-\w+\.js$/,
  result: new RegExp(`^/${readdirSync(dist).find((name) => /^which-track-result-\w+\.css$/.test(name))}$`),
});

/** Serves dist/. Gives the `address`; `change(pattern, rewrite)` sends other words in place of those of some files,
    `hold(pattern)` keeps files, or their second half, back until what it gives is called, `asked(pattern)` waits until one
    is asked for, `log` is what was, `add(path, html)` adds a page, `close()` ends it. */
export async function serve() {
  assert.ok(existsSync(join(dist, "which-track.js")), "dist/ is not built: run `cargo xtask dist`");
  const [changes, held, added] = [[], [], new Map()];
  const [log, requests] = [[], new EventEmitter()];
  const found = (path, query) => {
    if (path === "/phone") return [PHONE(decodeURIComponent(query.slice(1))), ".html"];
    if (added.has(path)) return [added.get(path), ".html"];
    let file = join(dist, path);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    return existsSync(file) ? [readFileSync(file), extname(file)] : [];
  };
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url, "http://localhost");
    const path = normalize(decodeURIComponent(pathname));
    const [body, ending] = found(path, search);
    if (body === undefined) return response.writeHead(404).end();
    log.push(path);
    requests.emit("request");
    const applies = ({ pattern }) => pattern.test(path);
    const holds = held.filter(applies);
    const released = Promise.all(holds.map(({ released }) => released));
    if (!holds.every(({ half }) => half)) await released;
    const changed = changes.filter(applies).reduce((text, { rewrite }) => rewrite(String(text)), body);
    const noted = ending === ".html" ? String(changed).replace(/<head>|<title>/, (tag) => `<script>(${note})()</script>${tag}`) : changed;
    response.writeHead(200, { "content-type": types[ending] ?? "application/octet-stream", "access-control-allow-origin": "*" });
    if (holds.length > 0) response.write(noted.slice(0, noted.length / 2));
    await released;
    response.end(noted.slice(holds.length > 0 ? noted.length / 2 : 0));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    change: (pattern, rewrite) => changes.push({ pattern, rewrite }),
    add: (path, html) => added.set(path, html),
    hold(pattern, { half = false } = {}) {
      const hold = { pattern, half };
      hold.released = new Promise((release) => (hold.release = release));
      held.push(hold);
      return hold.release;
    },
    log,
    async asked(pattern) {
      while (!log.some((path) => pattern.test(path))) await once(requests, "request");
    },
    close() {
      held.forEach(({ release }) => release());
      server.closeAllConnections();
      server.close();
    },
  };
}
