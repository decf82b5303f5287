// What a reader downloads, in bytes after brotli, against a budget. Bytes are exact, so that the budget is tight:
// whoever needs more says so here.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { constants, brotliCompressSync } from "node:zlib";

/** The files, by what they are. */
const FILES = {
  loader: ["", /^which-track\.js$/],
  "rest of the loader": ["", /^which-track-quiz-.*\.js$/],
  program: ["", /_bg\.wasm$/],
  glue: ["", /^which-track-(?!quiz).*\.js$/],
  quiz: ["quizzes/", /^pm-vs-sde\..*\.en\.quiz\.json$/],
  "program's part for the result": ["", /^which-track-result-.*\.wasm$/],
  "styles of the result": ["", /^which-track-result-.*\.css$/],
  "quiz's part for the result": ["quizzes/", /^pm-vs-sde\..*\.en\.result\.json$/],
};

const ALL = Object.keys(FILES);

/** What a reader has loaded when, in English. The loader has the styles of questions and the first screen in it. */
const BUDGET = [
  ["before the first sign of interest", ALL.slice(0, 1), 6_330],
  ["until the result", ALL.slice(0, 5), 100_200],
  ["with the result", ALL, 164_300],
];

const brotli = (bytes) => brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
}).length;

const weighed = (part) => {
  const [folder, name] = FILES[part];
  const found = readdirSync(`dist/${folder}`).filter((file) => name.test(file));
  assert.equal(found.length, 1, `one file ${name} in dist/${folder}`);
  return brotli(readFileSync(`dist/${folder}${found[0]}`));
};

for (const [when, parts, budget] of BUDGET) {
  test(`${when} within ${budget} bytes`, (t) => {
    const bytes = parts.map((part) => [part, weighed(part)]);
    const sum = bytes.reduce((sum, [, bytes]) => sum + bytes, 0);
    t.diagnostic(`${when}: ${sum} (${bytes.map((entry) => entry.join(" ")).join(", ")})`);
    assert.ok(sum <= budget, `${sum} bytes after brotli`);
  });
}

test("the quiz in other languages", (t) => {
  for (const [lang, budget] of [["fr", 10_870], ["de", 11_020], ["es", 9_900]]) {
    const parts = readdirSync("dist/quizzes").filter((file) => new RegExp(`^pm-vs-sde\\..*\\.${lang}\\.(quiz|result)\\.json$`).test(file));
    assert.equal(parts.length, 2);
    const sum = parts.reduce((sum, file) => sum + brotli(readFileSync(`dist/quizzes/${file}`)), 0);
    t.diagnostic(`${lang}: ${sum}`);
    assert.ok(sum <= budget, `${lang}: ${sum} bytes after brotli`);
  }
});
