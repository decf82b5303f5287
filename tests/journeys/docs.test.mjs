// docs/embedding.md against the code: every attribute, event, error code, property and part, and no other; and against the table
// from which editors and type checkers are told of them.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import * as element from "../../packages/npm/element.mjs";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const docs = read("docs/embedding.md");
const all = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, found]) => found))].sort();
const section = (title) => docs.split(/^## /m).find((part) => part.startsWith(title));
const folder = (path, ending) => readdirSync(new URL(`../../${path}/`, import.meta.url), { recursive: true }).filter((name) => name.endsWith(ending)).map((name) => read(`${path}/${name}`)).join("\n");

const loader = folder("src/loader", ".js");

test("attributes", () => {
  const used = all(loader + read("src/browser/host.rs"), /(?:(?:this|element)\.(?:get|has)Attribute|element\.has_attribute)\("([a-z-]+)"\)/g);
  const styled = all(folder("style", ".css"), /:host\(\[([a-z]+)=/g);
  // `lang` is read through the nearest element that has it; two are the builder's own.
  const builders = all(section("Attributes").match(/Two more .*/)[0], /`([a-z]{3,})` (?:holds|says)/g);
  assert.deepEqual([...all(section("Attributes"), /^\| `([a-z-]+)` \|/gm), ...builders].sort(), [...new Set([...used, ...styled, "lang"])].sort());
});

test("attributes that react live", () => {
  const observed = all(loader.match(/observedAttributes = \[(.*)\]/)[1], /"([a-z-]+)"/g);
  assert.deepEqual(all(section("Attributes"), /^\| `([a-z-]+)` \|.*reacts live/gm), [...observed, "theme"].sort());
});

test("events and error codes", () => {
  const { events, codes } = { events: all(docs, /^\| `which-track:([a-z]+)`/gm), codes: all(section("Methods"), /^\| `([a-z-]+)` \|/gm) };
  assert.deepEqual(events, ["error", "ready", "result", "share", "start", "step"]);
  const told = [...all(read("src/host.rs"), /Self::[A-Z][a-z]+(?: \{ \.\. \})? => "([a-z]+)"/g), ...all(loader, /#tell\("([a-z]+)"/g)];
  assert.deepEqual(told.sort(), events);
  // A frame hands on what the element in it tells.
  assert.deepEqual(all(read("src/loader/frame.js").match(/EVENTS = \[(.*)\]/)[1], /"([a-z]+)"/g), events);
  assert.deepEqual(all(loader, /Failure\("([a-z-]+)"/g), codes);
});

test("properties and parts", () => {
  assert.deepEqual(all(docs, /(--which-track-[a-z-]+)/g), all(folder("style", ".css").replace(/\/\*[^]*?\*\//g, ""), /var\((--which-track-[a-z-]+)/g));
  const parts = all(section("Colors").match(/Parts for.*/)[0], /`([a-z]+)`/g);
  assert.deepEqual(parts, all(folder("src/widget", ".rs"), /part="([a-z]+)"/g));
});

test("channels of sharing", () => {
  const [row] = docs.match(/^\| `which-track:share`.*/m);
  const used = all(folder("src/widget", ".rs"), /(?:service\(|reported\(host, act, |elsewhere\(props, |Event::Share \{ channel: )"([a-z]+)"/gm);
  assert.deepEqual(all(row, /`([a-z]+)`/g).filter((name) => name !== "channel"), [...new Set(used)].sort());
});

test("languages of the interface", () => {
  const [line] = read("docs/languages.md").match(/^The interface speaks .*/m);
  const files = readdirSync(new URL("../../languages/", import.meta.url)).filter((name) => name.endsWith(".toml"));
  assert.deepEqual(all(line, /\(`([A-Za-z-]+)`\)/g), files.map((name) => name.slice(0, -".toml".length)).sort());
});

test("every promise names a test that there is", () => {
  for (const page of ["docs/privacy.md", "SECURITY.md"]) {
    const rows = read(page).split("\n").filter((line) => line.startsWith("| ") && !/^\| (---|promise|\| test)/.test(line));
    for (const row of rows) {
      const named = row.split(" | ").at(-1);
      for (const [, file, names] of named.matchAll(/([a-z]+)\.test((?:[:;] ?"[^"]+")*)/g)) {
        const tests = read(`tests/journeys/${file}.test.mjs`);
        for (const [, name] of names.matchAll(/"([^"]+)"/g)) assert.ok(tests.includes(`test("${name}"`), `${page}: ${file}.test has no "${name}"`);
      }
      const files = [...named.matchAll(/`([\w/.]+\.rs)`/g)].map(([, file]) => file);
      files.forEach((file) => read(file));
      assert.ok(files.length || /\.test/.test(named), `${page}: no test is named in ${row}`);
    }
  }
});

test("what editors and type checkers are told", () => {
  const names = (list) => list.map(({ name }) => name).sort();
  const rows = (text, pattern) => [...text.matchAll(pattern)].map(([, ...cells]) => cells);
  const attributes = rows(section("Attributes"), /^\| `([a-z-]+)` \| (.*?) \| (.*) \|$/gm);
  assert.deepEqual(names(element.ATTRIBUTES), attributes.map(([name]) => name).sort());
  for (const { name, values, present, live } of element.ATTRIBUTES) {
    const [, told, meaning] = attributes.find(([found]) => found === name);
    assert.equal(Boolean(live), meaning.includes("reacts live"), name);
    assert.equal(Boolean(present), told === "absent, present", name);
    const range = name === "heading-level" ? ["2", "6"] : values;
    if (values) assert.deepEqual([...told.matchAll(/`(.*?)`/g)].map(([, value]) => value), range, name);
  }
  const events = rows(docs, /^\| `which-track:([a-z]+)` \| (?:(.+?) )?\| (.*) \|$/gm);
  assert.deepEqual(names(element.EVENTS), events.map(([name]) => name).sort());
  const quoted = (type) => all(type, /"([a-z-]+)"/g);
  for (const { name, detail } of element.EVENTS) {
    const [, told, when] = events.find(([found]) => found === name);
    assert.equal(told, detail ? `\`{ ${Object.keys(detail).join(", ")} }\`` : undefined, name);
    if (name === "share") assert.deepEqual(quoted(detail.channel), all(when, /`([a-z]+)`/g));
    if (name === "error") assert.deepEqual(quoted(detail.code), all(section("Methods"), /^\| `([a-z-]+)` \|/gm));
  }
  const result = Object.keys(element.RESULT).map((name) => name.replace("?", "")).join(", ").replace("fits", "fits: [{ track, percent }]");
  assert.ok(docs.includes(`\`{ ${result} }\``), result);
  assert.deepEqual(names(element.METHODS).map((name) => `${name}()`), all(section("Methods"), /^`([a-z]+\(\))` forgets/gm));
  assert.deepEqual(names(element.STYLES), all(docs, /(--which-track-[a-z-]+)/g));
  assert.deepEqual(element.SLOTS.map(({ name }) => name), ["", ...all(docs, /^What has `slot="([a-z-]+)"`/gm)]);
  assert.deepEqual([...element.PARTS].sort(), all(section("Colors").match(/Parts for.*/)[0], /`([a-z]+)`/g));
});
