// The packages for npm, as somebody has them who installs them: what is in them, the tool behind its launcher, the types, and
// the widget on a page of another origin, as a CDN serves it.
import assert from "node:assert/strict";
import { execFile, execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { at, holdProgram, journey, phone, start, stop } from "./browser.mjs";
import { outcome, toResult, toReview } from "./quiz.mjs";
import { tool, types } from "./site.mjs";

const VERSION = readFileSync("Cargo.toml", "utf8").match(/^version = "(.*)"/m)[1];

/** What Rust calls the machine that this runs on. */
const PLATFORM = `${process.platform}-${process.arch}`;
const TARGET = {
  "linux-x64": "x86_64-unknown-linux-musl", "linux-arm64": "aarch64-unknown-linux-musl",
  "darwin-x64": "x86_64-apple-darwin", "darwin-arm64": "aarch64-apple-darwin",
}[PLATFORM];

/** What the widget's package has at most, packed, in bytes: most of it is the program. */
const BUDGET = 206_000;

const run = promisify(execFile);
const modules = resolve("tests/node_modules");
const program = (name, ...args) => run(process.execPath, [join(modules, ".bin", name), ...args]);

/** What the blog has, by path. */
const served = {};
let folder, home, packages, blog, cdn, checks;

const installed = (name) => join(home, "node_modules/which-track", name);
const within = (name, ...args) => execFileSync(name, args, { cwd: home, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] });
const launched = (args, options) => spawnSync(process.execPath, [...(options?.node ?? []), installed("bin/which-track.mjs"), ...args], { cwd: home, encoding: "utf8", ...options });

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "which-track-npm-"));
  home = join(folder, "home");
  mkdirSync(home);
  make();
  install();
  checks = check();
  await start();
  const listen = async (files) => {
    const server = createServer((request, response) => {
      const found = files(new URL(request.url, "http://localhost").pathname);
      if (!found) return response.writeHead(404).end();
      response.writeHead(200, found.headers).end(found.body);
    });
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    return { server, address: `http://127.0.0.1:${server.address().port}` };
  };
  cdn = await listen((path) => {
    const file = installed(path.replace(`/npm/which-track@${VERSION}/`, ""));
    if (!existsSync(file) || !statSync(file).isFile()) return undefined;
    return { headers: { "content-type": types[extname(file)], "access-control-allow-origin": "*" }, body: readFileSync(file) };
  });
  blog = await listen((path) => path in served && { headers: { "content-type": types[extname(path)] }, body: served[path] });
});

after(async () => {
  await stop();
  [blog, cdn].forEach((started) => started?.server.close());
  rmSync(folder, { recursive: true, force: true });
});

/** Makes and packs both packages, and keeps what npm tells of them. */
function make() {
  const binary = join(folder, "which-track");
  cpSync(tool(), binary);
  // What is for a debugger is most of a tool that was built for tests.
  spawnSync("strip", [binary]);
  execFileSync(process.execPath, ["packages/npm/make.mjs", "--out", join(folder, "packages"), "--repository", "https://code.example/which-track", "--binary", binary, "--target", TARGET]);
  const pack = ["pack", "--json", "--pack-destination", folder, join(folder, "packages/which-track"), join(folder, `packages/cli-${PLATFORM}`)];
  const told = JSON.parse(execFileSync("npm", pack, { encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] }));
  packages = Object.values(told);
}

/** Installs both, with nothing but their archives. */
function install() {
  writeFileSync(join(home, "package.json"), `{ "private": true }`);
  within("npm", "install", "--offline", "--cache", join(folder, "cache"), "--no-audit", "--no-fund", ...packages.map(({ filename }) => join(folder, filename)));
}

/** What takes long and needs no browser goes on beside it. */
function check() {
  const types = join(home, "types");
  cpSync("tests/types", types, { recursive: true });
  mkdirSync(join(home, "node_modules/@types"));
  ["@types/react", "vue", "custom-elements-manifest"].forEach((name) => symlinkSync(join(modules, name), join(home, "node_modules", name)));
  const manifest = readFileSync(installed("custom-elements.json"), "utf8");
  writeFileSync(join(types, "manifest.ts"), `import type { Package } from "custom-elements-manifest";\nexport const manifest: Package = ${manifest}`);
  const archive = join(folder, packages[0].filename);
  const checks = {
    types: program("vue-tsc", "--project", types),
    publint: program("publint", "run", "--strict", archive),
    attw: program("attw", archive, "--profile", "esm-only", "--format", "json"),
  };
  Object.values(checks).forEach((check) => check.catch(() => {})); // its test tells
  return checks;
}

const names = ({ files }) => files.map(({ path }) => path.replace(/-[0-9a-f]{8,16}(_bg)?\./, "-*$1.")).sort();

test("what is in the package of the widget", (t) => {
  const [widget] = packages;
  assert.deepEqual(names(widget), [
    "LICENSE-APACHE", "LICENSE-MIT", "README.md", "bin/which-track.mjs", "custom-elements.json", "package.json", "react.d.ts", "svelte.d.ts",
    "themes/contrast.css", "themes/forest.css", "themes/paper.css", "vscode.html-custom-data.json", "vue.d.ts", "web-types.json",
    "which-track-*.js", "which-track-*_bg.wasm", "which-track-quiz-*.js", "which-track-result-*.css", "which-track-result-*.wasm",
    "which-track.d.ts", "which-track.js",
  ]);
  t.diagnostic(`${widget.size} bytes packed`);
  assert.ok(widget.size <= BUDGET, `${widget.size} bytes packed`);
});

test("what is in the package of the tool", () => {
  const [, tool] = packages;
  assert.equal(tool.name, `@which-track/cli-${PLATFORM}`);
  assert.deepEqual(names(tool), ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "package.json", "which-track"]);
  const { os, cpu, version } = JSON.parse(readFileSync(join(folder, `packages/cli-${PLATFORM}/package.json`), "utf8"));
  assert.deepEqual({ os, cpu, version }, { os: [process.platform], cpu: [process.arch], version: VERSION });
});

test("a program for this machine that is of another version becomes no package", () => {
  const args = ["packages/npm/make.mjs", "--out", join(folder, "other"), "--binary", process.execPath, "--target", TARGET];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  assert.equal(status, 1);
  assert.ok(stderr.includes(`is "${process.version}", and the package ${VERSION}`), stderr);
});

test("from the package to a site of one's own", () => {
  const npx = (...args) => within("npx", "--offline", "which-track", ...args);
  assert.equal(npx("--version"), `which-track ${VERSION}\n`);
  npx("new", "my-quiz");
  npx("check", "my-quiz.toml");
  npx("build", "my-quiz.toml", "--out", "public/quiz");
  assert.ok(existsSync(join(home, "public/quiz/which-track.js")));
  assert.ok(existsSync(join(home, "public/quiz/q/my-quiz/index.html")));
});

test("the launcher passes on arguments, input, output and how it ended", () => {
  writeFileSync(join(home, "broken.toml"), "id = tea\n");
  const broken = launched(["check", "broken.toml"]);
  assert.equal(broken.status, 1);
  assert.ok(broken.stderr.includes("broken.toml:1:6: error: a text is not in quotes"), broken.stderr);
  assert.equal(launched(["unheard-of"]).status, 2);
  launched(["new", "scored"]);
  const scored = launched(["score", "scored.toml", "--answers", "-", "--jsonl"], { input: "not JSON\n" });
  assert.ok("error" in JSON.parse(scored.stdout), scored.stdout + scored.stderr);
});

test("the launcher passes on signals", async () => {
  launched(["new", "served"]);
  const serving = spawn(process.execPath, [installed("bin/which-track.mjs"), "serve", "served.toml", "--port", "0"], { cwd: home });
  const ended = new Promise((ended) => serving.on("exit", (code, signal) => ended({ code, signal })));
  const [address] = String(await new Promise((told) => serving.stdout.once("data", told))).match(/http:\S+/);
  assert.equal((await fetch(address)).status, 200);
  serving.kill("SIGTERM");
  assert.deepEqual(await ended, { code: 0, signal: null });
  await assert.rejects(fetch(address), "nothing is left behind");
});

test("where there is no tool for this platform, the launcher says so", () => {
  const on = (platform) => launched(["--version"], { node: ["--import", `data:text/javascript,Object.defineProperty(process, "platform", { value: "${platform}" })`] });
  const unknown = on("sunos");
  assert.equal(unknown.status, 1);
  assert.equal(unknown.stderr, `which-track: there is no tool for sunos-${process.arch}, only for linux-x64, linux-arm64, darwin-arm64, darwin-x64, win32-x64. Elsewhere it can be built from its source with Rust. The widget needs no tool.\n`);
  const other = process.platform === "darwin" ? "linux" : "darwin";
  const missing = on(other);
  assert.equal(missing.status, 1);
  assert.equal(missing.stderr, `which-track: @which-track/cli-${other}-${process.arch} is missing, which has the tool for this platform. Install which-track again without leaving out optional dependencies (--omit=optional, or a lock file that was written on another platform).\n`);
});

test("the types in React, Vue, Svelte and the DOM, and the manifest of custom elements by its schema", () => checks.types.catch(({ stdout }) => assert.fail(stdout)));

test("publint finds nothing", () => checks.publint.catch(({ stdout }) => assert.fail(stdout)));

test("all types are found", async () => {
  const { stdout } = await checks.attw.catch((failed) => failed);
  const { analysis, problems } = JSON.parse(stdout);
  const ways = Object.values(analysis.entrypoints).flatMap(({ resolutions }) => [resolutions["node16-esm"], resolutions.bundler]);
  assert.ok(ways.length > 0 && ways.every((way) => way.isWildcard || way.resolution), stdout);
  // The package is for modules only.
  assert.deepEqual(Object.keys(problems).filter((problem) => problem !== "CJSResolvesToESM"), []);
});

test("a bundler, which would move the loader away from its files, is told so", () => {
  writeFileSync(join(home, "app.js"), `import "which-track";`);
  const { status, stderr } = spawnSync(join(modules, ".bin/esbuild"), ["app.js", "--bundle", "--outfile=app.out.js"], { cwd: home, encoding: "utf8" });
  assert.equal(status, 1);
  assert.ok(stderr.includes(`Could not resolve "which-track"`), stderr);
});

/** The page of a blog, with these lines in its head, at an origin that is not the CDN's. */
const page = (head, body) => (served["/post.html"] = `<!doctype html><html lang="en"><title>A post</title><link rel="icon" href="data:,">${head}<body>${body}`);
const post = () => `${blog.address}/post.html`;

/** What the package's own README says to paste. */
const pasted = () => {
  const readme = readFileSync(installed("README.md"), "utf8");
  const [lines] = readme.match(/<script type="module" src="https:\/\/cdn[^]*?<\/which-track>/);
  return lines.replace("https://cdn.example", cdn.address);
};

/** The same with words between the tags. */
const instead = (lines) => lines.replace("></which-track>", ">instead</which-track>");

/** A quiz that the blog has. */
const compile = () => {
  launched(["new", "compiled"]);
  launched(["compile", "compiled.toml", "-o", "compiled.json"]);
  served["/my.quiz.json"] = readFileSync(join(home, "compiled.json"));
};

test("from a CDN to a result, with a strict policy", () => journey(phone, async (tab) => {
  compile();
  const policy = `default-src 'none'; script-src ${cdn.address} 'wasm-unsafe-eval'; connect-src 'self' ${cdn.address}; img-src data:`;
  page(`<meta http-equiv="Content-Security-Policy" content="${policy}">`, pasted());
  const asked = [];
  tab.on("request", (request) => asked.push(request.url().replace(cdn.address, "cdn:").replace(blog.address, "blog:").replace(/-[0-9a-f]{8,16}(_bg)?\./, "-*$1.")));
  await at(tab, post());
  await toReview(tab);
  await toResult(tab);
  assert.ok((await outcome(tab).innerText()).length > 0);
  assert.equal(await tab.locator("which-track [data-control=link]").count(), 0, "no share pages, no links");
  const from = `cdn:/npm/which-track@${VERSION}/`;
  const files = ["which-track.js", "which-track-quiz-*.js", "which-track-*.js", "which-track-*_bg.wasm", "which-track-result-*.wasm", "which-track-result-*.css"];
  assert.deepEqual(asked.filter((url) => !url.startsWith("data:")).sort(), [...files.map((name) => from + name), "blog:/post.html", "blog:/my.quiz.json"].sort());
}));

test("what is said meanwhile is in the language of the page", () => journey(phone, async (tab) => {
  compile();
  page("", pasted().replace("<which-track", `<which-track lang="it"`));
  const release = await holdProgram(tab);
  await tab.goto(post());
  await tab.getByText("Caricamento del quiz…").last().waitFor();
  release();
  await tab.locator("which-track .question").waitFor();
}));

test("a quiz of the site, where there is no site", () => journey(phone, async (tab, context, noise) => {
  page("", instead(pasted()).replace(/ src="my.*?"/, " doctor"));
  await tab.goto(post());
  await tab.getByText("Quizzes of this site: none; `src` takes the address of a compiled one").waitFor();
  assert.ok(await tab.getByText("instead").isVisible());
  noise.splice(0);
}));

const integrity = (name) => `sha384-${createHash("sha384").update(readFileSync(installed(name))).digest("base64")}`;

test("the integrity that the README names is that of the script, and a script that is another one does not run", () => journey(phone, async (tab, context, noise) => {
  compile();
  const ours = integrity("which-track.js");
  assert.ok(pasted().includes(`integrity="${ours}" crossorigin="anonymous"`), pasted());
  page("", instead(pasted().replace(ours, integrity("README.md"))));
  const refused = tab.waitForEvent("console", (message) => message.text().includes("integrity"));
  await tab.goto(post());
  await refused;
  assert.ok(await tab.getByText("instead").isVisible());
  assert.ok(!(await tab.evaluate(() => customElements.get("which-track"))));
  noise.splice(0);
}));

test("an import map holds the scripts that the first one loads to their integrity as well", () => journey(phone, async (tab, context, noise) => {
  compile();
  const scripts = readdirSync(installed("")).filter((name) => /^which-track-.*\.js$/.test(name));
  assert.equal(scripts.length, 2);
  const address = (name) => `${cdn.address}/npm/which-track@${VERSION}/${name}`;
  const map = (of) => `<script type="importmap">${JSON.stringify({ integrity: Object.fromEntries(scripts.map((name) => [address(name), of(name)])) })}</script>`;
  page(map(integrity), pasted());
  await at(tab, post());
  for (const changed of scripts) {
    page(map((name) => integrity(name === changed ? "README.md" : name)), instead(pasted()));
    const failed = tab.waitForEvent("console", (message) => message.text().includes(`which-track: ${address(changed)}`));
    await tab.goto(post());
    await failed;
    assert.ok(await tab.getByText("instead").isVisible());
  }
  noise.splice(0);
}));
