// A site of its own for a test, made by the real builder around the compiled widget in dist/, at a known address.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

const types = { ".html": "text/html; charset=utf-8", ".png": "image/png", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json" };

/** What the command line prints. */
export const whichTrack = (...args) => execFileSync("cargo", ["run", "--quiet", "--package", "which-track-cli", "--", ...args], { encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] });

/** Serves an empty folder, which `build` fills: as any static host would, folders by their index.html, and with a slash
    at their end only. */
export async function makeSite() {
  const folder = mkdtempSync(join(tmpdir(), "which-track-site-"));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = join(folder, pathname, pathname.endsWith("/") ? "index.html" : "");
    if (!existsSync(file)) return response.writeHead(404).end();
    if (statSync(file).isDirectory()) return response.writeHead(301, { location: `${pathname}/` }).end();
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const address = `http://127.0.0.1:${server.address().port}`;
  return { folder, address, build: (quiz) => build(folder, address, quiz), close: () => close(folder, server) };
}

function build(folder, address, quiz) {
  assert.ok(existsSync("dist/which-track.js"), "dist/ is not built: run `cargo xtask dist`");
  for (const name of readdirSync("dist").filter((name) => /^which-track-.*\.(js|wasm|css)$/.test(name))) {
    copyFileSync(join("dist", name), join(folder, name.endsWith(".css") ? "which-track.css" : name));
  }
  copyFileSync("style/page.css", join(folder, "page.css"));
  // The builder fills the loader, so that it must be the one that is not filled yet.
  copyFileSync("src/loader/frame.js", join(folder, "frame.js"));
  execFileSync("tests/node_modules/.bin/esbuild", ["src/loader/which-track.js", "--bundle", "--format=esm", "--log-level=warning", `--outfile=${join(folder, "which-track.js")}`]);
  whichTrack("build", quiz, "--out", folder, "--base-url", address);
}

function close(folder, server) {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
