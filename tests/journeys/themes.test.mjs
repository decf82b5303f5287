// The themes in style/themes/: they hold nothing but the documented properties, and every word can be read with them.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { accessible, blank, journey, phone, ready, start, stop } from "./browser.mjs";
import { toResult, toReview } from "./quiz.mjs";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const themes = readdirSync(new URL("../../style/themes/", import.meta.url));
const documented = new Set(read("docs/embedding.md").match(/--which-track-[a-z-]+/g));

/** A theme's properties with their values. */
function properties(theme) {
  const css = read(`style/themes/${theme}`).replace(/\/\*[^]*?\*\//g, "").trim();
  const [, inside] = css.match(/^@supports \(color: light-dark\(red, red\)\) \{\s*which-track \{([^{}]*)\}\s*\}$/) ?? assert.fail(`${theme} holds more than properties of which-track`);
  return new Map(inside.split(";").map((line) => line.trim()).filter(Boolean).map((line) => line.split(/:\s*/)));
}

/** The contrast of two colors as WCAG has it. */
function contrast(one, other) {
  const light = (color) => {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [more, less] = [light(one), light(other)].sort((one, other) => other - one);
  return (more + 0.05) / (less + 0.05);
}

for (const theme of themes) {
  test(`${theme} holds documented properties and nothing else`, () => {
    for (const name of properties(theme).keys()) assert.ok(documented.has(name), `${name} is not documented`);
  });

  test(`${theme} has the contrast that docs/embedding.md asks for`, () => {
    const words = theme === "contrast.css" ? 7 : 4.5;
    const pairs = [["ink", "paper", words], ["muted", "paper", words], ["note", "paper", words], ["accent", "paper", words], ["on-accent", "accent", words], ["border", "paper", 3]];
    for (const [mode, scheme] of ["light", "dark"].entries()) {
      const color = (name) => properties(theme).get(`--which-track-${name}`).match(/#[0-9a-f]{6}/g)[mode];
      for (const [one, other, least] of pairs) {
        const found = contrast(color(one), color(other));
        assert.ok(found >= least, `${scheme}: ${one} on ${other} has ${found.toFixed(2)}:1`);
      }
    }
  });
}

before(start);
after(stop);

for (const theme of themes) {
  for (const colorScheme of ["light", "dark"]) {
    test(`${theme}, ${colorScheme}: nothing to see for axe`, () => journey({ ...phone, colorScheme, reducedMotion: "reduce" }, async (page) => {
      await blank(page, `
        <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
        <link rel="stylesheet" href="themes/${theme}">
        <main><h1>A post</h1><which-track quiz="pm-vs-sde" loading="eager"></which-track></main>`);
      const quiz = page.locator("which-track .quiz");
      await ready(page);
      const paper = properties(theme).get("--which-track-paper").match(/#[0-9a-f]{6}/g)[colorScheme === "dark" ? 1 : 0];
      const rgb = [1, 3, 5].map((at) => parseInt(paper.slice(at, at + 2), 16)).join(", ");
      assert.equal(await quiz.evaluate((quiz) => getComputedStyle(quiz).backgroundColor), `rgb(${rgb})`, "the theme is in use");
      await accessible(page, "the first question");
      await toReview(page);
      await toResult(page);
      await accessible(page, "the result");
    }));
  }
}
