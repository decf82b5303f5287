// What a reader downloads, in bytes after brotli, against a budget. Bytes are exact, so that the budget is tight:
// whoever needs more says so here.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { constants, brotliCompressSync } from "node:zlib";

const BUDGET = [
  // Of this, holding a quiz from anywhere to every limit of the format, and searching what would change a result within a
  // budget, are 8,000; focus below fixed headers, refused ways of sharing, and other tabs 3,500.
  ["WebAssembly", "", /_bg\.wasm$/, 136_400],
  // Of this, typed calls of what a page may have taken away, and events by serde, are 700.
  ["glue", "", /^which-track-.*\.js$/, 6_200],
  ["styles", "", /^which-track-.*\.css$/, 4_500],
  // Of this, waiting, trying again and saying so in words (src/loader/words.js, first.js, load.js) are 1,600.
  ["loader", "", /^which-track\.js$/, 5_450],
  // The words of the interface, in the quiz's language, are 1,600 to 1,900 of each.
  ["quiz in English", "quizzes/", /^pm-vs-sde\..*\.en\.quiz\.json$/, 7_900],
  ["quiz in French", "quizzes/", /^pm-vs-sde\..*\.fr\.quiz\.json$/, 9_800],
  ["quiz in German", "quizzes/", /^pm-vs-sde\..*\.de\.quiz\.json$/, 9_970],
  ["quiz in Spanish", "quizzes/", /^pm-vs-sde\..*\.es\.quiz\.json$/, 9_100],
];

const brotli = (bytes) => brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
}).length;

for (const [what, folder, name, budget] of BUDGET) {
  test(`${what} within ${budget} bytes`, (t) => {
    const found = readdirSync(`dist/${folder}`).filter((file) => name.test(file));
    assert.equal(found.length, 1, `one file ${name} in dist/${folder}`);
    const bytes = readFileSync(`dist/${folder}${found[0]}`);
    t.diagnostic(`${what}: ${bytes.length} bytes, ${brotli(bytes)} after brotli`);
    assert.ok(brotli(bytes) <= budget, `${brotli(bytes)} bytes after brotli`);
  });
}
