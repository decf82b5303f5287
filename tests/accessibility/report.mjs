// Writes docs/accessibility.md, for people, and docs/accessibility.openacr.yaml, in the form of OpenACR, from the table in
// criteria.mjs: `node tests/accessibility/report.mjs`.
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import { ADHERENCE, CRITERIA, DATE } from "./criteria.mjs";

const root = new URL("../../", import.meta.url);
const [, VERSION] = readFileSync(new URL("Cargo.toml", root), "utf8").match(/^version = "(.*)"/m);

const SCOPE = "The element <which-track> on every screen (each kind of question, the review, a result with sharing and comparing, a friend's result), and the pages that `which-track build` makes around it: that of a quiz, the one for frames, those that shared links lead to, the gallery, and the one on which a blogger puts the lines together. Not the page of a blog that a quiz stands on, nor what an author writes into a quiz, nor the tool in the terminal.";

const METHODS = [
  "Automated tests of the built quiz, and nothing else: no person with a disability, no screen reader and no auditor from outside had a part in this report.",
  "axe-core looks at every screen in Chromium: on a phone and at a desk, in light, in dark, without motion, in several languages and themes.",
  "What axe-core does not look at is measured in Chromium: sizes, contrasts, the order and the ring of the focus, what the keyboard and a single press reach, what stays whole when text grows or a screen shrinks.",
  "A way through the quiz by keyboard, what the oldest promised browsers show, and scrolling are tried in Chromium, Firefox and WebKit; forced colors in Chromium and Firefox.",
  "What each screen gives to a screen reader (headings, labels, descriptions, states) is compared with reference pages in tests/pages/.",
];

const LIMITS = [
  "A test can tell that a name, a heading or a sentence is there, and not whether it is a good one.",
  "How screen readers, magnifiers, voice control and switches deal with the quiz is not tried with any of them.",
  "“Supports” says that a test holds what the remark says, with the quizzes that the tests take. A quiz of other words, and a page around it with styles of its own, can fall short where the quiz does not.",
];

const level = (wanted) => CRITERIA.filter(({ level }) => level === wanted);

const COUNTED = { supports: "supported", "partially-supports": "partially supported", "does-not-support": "not supported", "not-applicable": "not applicable", "not-evaluated": "not evaluated" };

/** How many criteria there are of each kind. */
function counts() {
  const count = (wanted) => CRITERIA.filter(({ adherence }) => adherence === wanted).length;
  return Object.keys(ADHERENCE).map((adherence) => `${count(adherence)} ${COUNTED[adherence]}`).join(", ");
}

/** Tests as docs/privacy.md names them. */
function named(tests) {
  const files = [...new Set(tests.map(([file]) => file))];
  const inFile = (file) => tests.filter(([one]) => one === file).map(([, name]) => `"${name}"`).join("; ");
  const called = (file) => (file.endsWith(".rs") ? `\`${file}\`` : `${file.includes("/engines/") ? "engines/" : ""}${basename(file, ".mjs")}`);
  return files.map((file) => `${called(file)}: ${inFile(file)}`).join("; ") || "none";
}

/** Where W3C explains a criterion. */
const explained = (name) => `https://www.w3.org/WAI/WCAG22/Understanding/${name.toLowerCase().replace(/[(),]/g, "").replaceAll(" ", "-")}`;

const row = ({ num, name, adherence, remarks, tests }) => `| [${num} ${name}](${explained(name)}) | ${ADHERENCE[adherence]} | ${remarks} | ${named(tests)} |`;

const table = (wanted) => `| criterion | conformance | remarks | tests |
| --- | --- | --- | --- |
${level(wanted).map(row).join("\n")}`;

const list = (lines) => lines.map((line) => `- ${line}`).join("\n");

const markdown = () => `# Accessibility

How the quiz meets WCAG 2.2, criterion by criterion, and which tests hold it. \`node tests/accessibility/report.mjs\` writes this page and [accessibility.openacr.yaml](accessibility.openacr.yaml), the same in the form of [OpenACR](https://github.com/GSA/openacr), from tests/accessibility/criteria.mjs; \`node --test tests/journeys/accessibility.test.mjs\` looks whether both are up to date and the tests exist, and \`cargo xtask test\` and \`cargo xtask test --engines\` run them.

Version ${VERSION}, ${DATE}. ${CRITERIA.length} criteria of level A and AA: ${counts()}. A criterion that no test holds is called not evaluated, unless it does not apply.

Where the quiz keeps you out, please say so: it is a fault, and an issue is enough.

## What was evaluated

${SCOPE.replace("<which-track>", "`<which-track>`")}

${list(METHODS)}

## What tests cannot tell

${list(LIMITS)}

## Level A

${table("A")}

4.1.1 Parsing is no part of WCAG 2.2 anymore.

## Level AA

${table("AA")}
`;

const chapter = (wanted, notes) => ({
  ...(notes && { notes }),
  criteria: level(wanted).map(({ num, adherence, remarks, tests }) => ({
    num,
    components: [{ name: "web", adherence: { level: adherence, notes: `${remarks} Tests: ${named(tests)}.` } }],
  })),
});

const openacr = () => stringify({
  title: "Which Track Accessibility Conformance Report",
  product: { name: "Which Track", version: VERSION, description: "A quiz widget for blogs: a custom element, and the pages around it." },
  author: { name: "The Which Track contributors", email: "none; please open an issue in the repository" },
  vendor: { name: "The Which Track contributors", email: "none; please open an issue in the repository" },
  report_date: DATE,
  last_modified_date: DATE,
  version: 1,
  notes: `${SCOPE} A criterion that no test holds is called not evaluated, unless it does not apply.`,
  evaluation_methods_used: [...METHODS, ...LIMITS].join(" "),
  license: "MIT OR Apache-2.0",
  catalog: "2.5-edition-wcag-2.2-en",
  chapters: {
    success_criteria_level_a: chapter("A", "4.1.1 Parsing is no part of WCAG 2.2 anymore."),
    success_criteria_level_aa: chapter("AA"),
    success_criteria_level_aaa: { notes: "Level AAA was not looked at.", disabled: true },
  },
}, { lineWidth: 120, version: "1.1" }); // so that what looks like a date stays text for every reader of YAML

/** The files, by their paths, with what is to stand in them. */
export const files = () => ({ "docs/accessibility.md": markdown(), "docs/accessibility.openacr.yaml": openacr() });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(files())) writeFileSync(new URL(path, root), text);
}
