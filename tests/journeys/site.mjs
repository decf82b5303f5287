// A site of its own for a test, made by the real builder around the compiled widget in dist/, at a known address.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";

export const types = { ".html": "text/html; charset=utf-8", ".png": "image/png", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json" };

/** What the command line prints. */
export const whichTrack = (...args) => execFileSync("cargo", ["run", "--quiet", "--package", "which-track-cli", "--", ...args], { encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] });

/** The tool as a file, built after the widget, which is inside of it then. WHICH_TRACK names one that is there. */
export function tool() {
  if (process.env.WHICH_TRACK) return resolve(process.env.WHICH_TRACK);
  execFileSync("cargo", ["build", "--quiet", "--package", "which-track-cli"], { stdio: "inherit" });
  return resolve(process.env.CARGO_TARGET_DIR ?? "target", "debug/which-track");
}

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
  // The builder fills the loader, so that it must be the one that is not filled yet: as it was before dist/ was built.
  const { sources, program, result } = JSON.parse(readFileSync("dist/.which-track.json", "utf8"));
  Object.entries(sources).forEach(([name, text]) => writeFileSync(join(folder, name), text));
  for (const name of [`${program}.js`, `${program}_bg.wasm`, "page.css", "frame.js"]) copyFileSync(join("dist", name), join(folder, name));
  if (result) copyFileSync(join("dist", result), join(folder, "result.wasm"));
  whichTrack("build", quiz, "--out", folder, "--base-url", address);
}

function close(folder, server) {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
