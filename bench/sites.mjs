// The same quiz as every peer, from quiz.json: each a folder in target/bench/sites/, as it would be put online.
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { compile } from "svelte/compiler";

// esbuild is there for the build already.
const esbuild = createRequire(new URL("../tests/package.json", import.meta.url))("esbuild");
const here = new URL(".", import.meta.url).pathname;
const top = join(here, "..");
const sites = join(top, "target/bench/sites");
const peer = (name) => join(here, "peers", name);

export const quiz = JSON.parse(readFileSync(join(here, "quiz.json"), "utf8"));

/** Makes all of them with that tool, and gives their folder. */
export async function makeSites(tool) {
  rmSync(sites, { recursive: true, force: true });
  mkdirSync(sites, { recursive: true });
  await page();
  await bundled("preact", "main.jsx");
  await bundled("svelte", "main.js");
  await bundled("surveyjs", "main.js", ["survey-core.min.css"]);
  await bundled("formbricks", "main.js");
  copyFileSync(join(here, "node_modules/survey-core/survey-core.min.css"), join(sites, "surveyjs/survey-core.min.css"));
  whichTrack(tool);
  return sites;
}

/** A script with all that it imports, as a browser gets it. */
async function bundle(entry) {
  const { outputFiles: [script] } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    conditions: ["browser", "production"],
    define: { "process.env.NODE_ENV": '"production"' },
    nodePaths: [join(here, "node_modules")],
    alias: { "quiz.json": join(here, "quiz.json") },
    plugins: [{ name: "svelte", setup: (build) => build.onLoad({ filter: /\.svelte$/ }, ({ path }) => ({
      contents: compile(readFileSync(path, "utf8"), { filename: path, dev: false }).js.code,
    })) }],
  });
  return script.text;
}

async function style() {
  const { code } = await esbuild.transform(readFileSync(join(peer("shared"), "style.css"), "utf8"), { loader: "css", minify: true });
  return code.trim();
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A page with words of the quiz in the place of names in braces, and without what is for its readers here. */
function filled(name, more = {}) {
  const [{ prompt }] = quiz.questions;
  const words = Object.entries({ title: quiz.title, description: quiz.description, count: String(quiz.questions.length), prompt });
  const all = { ...Object.fromEntries(words.map(([name, text]) => [name, escaped(text)])), ...more };
  const html = readFileSync(join(peer(name), "index.html"), "utf8").replace(/<!-- .* -->\n/, "");
  return html.replace(/\{([a-z]+)\}/g, (_, name) => all[name]);
}

/** The hand-written one: a page with its styles and its script beside it; and the same as one file. */
async function page() {
  const option = ({ id, label }) => `<label class="option"><input type="radio" name="choice" value="${id}"><span>${escaped(label)}</span></label>`;
  const script = (await bundle(join(peer("page"), "page.js"))).replaceAll("</script", "<\\/script");
  const options = quiz.questions[0].options.map(option).join("");
  const styles = await style();
  mkdirSync(join(sites, "page"));
  writeFileSync(join(sites, "page/index.html"), filled("page", { styles: `<link rel="stylesheet" href="style.css">`, script: `<script type="module" src="page.js"></script>`, options }));
  writeFileSync(join(sites, "page/style.css"), styles);
  writeFileSync(join(sites, "page/page.js"), script);
  mkdirSync(join(sites, "one-file"));
  // In a block, as names of a classic script are everybody's.
  writeFileSync(join(sites, "one-file/index.html"), filled("page", { styles: `<style>${styles}</style>`, script: `<script>{${script}}</script>`, options }));
}

/** One in a library: the page that all of these have, with the style sheets that it brings before ours. */
async function bundled(name, entry, brought = []) {
  const sheets = [...brought, "style.css"].map((sheet) => `<link rel="stylesheet" href="${sheet}">`).join("\n    ");
  mkdirSync(join(sites, name));
  writeFileSync(join(sites, name, "index.html"), filled("shared", { sheets }));
  writeFileSync(join(sites, name, "main.js"), await bundle(join(peer(name), entry)));
  writeFileSync(join(sites, name, "style.css"), await style());
}

/** How many questions the quizzes have that show whether their number matters. */
export const LENGTHS = [quiz.questions.length, 30, 100];

/** What such a quiz asks: the same again, numbered from the second time on. */
export const lengthened = (count) => Array.from({ length: count }, (_, at) => {
  const question = quiz.questions[at % quiz.questions.length];
  return at < quiz.questions.length ? question : { ...question, id: `${question.id}-${at}`, prompt: `${at + 1}. ${question.prompt}` };
});

/** The widget's site: the quiz, and longer ones. Each has a page where it begins at once, and one has twenty. */
function whichTrack(tool) {
  const folder = join(sites, "which-track");
  const sources = join(top, "target/bench/quizzes");
  mkdirSync(sources, { recursive: true });
  const written = LENGTHS.map((count) => {
    const id = idOf(count);
    const path = join(sources, `${id}.toml`);
    writeFileSync(path, toml({ ...quiz, id, questions: lengthened(count) }));
    return path;
  });
  mkdirSync(folder);
  // What it says of editions and addresses is not for a site that nobody visits.
  execFileSync(tool, ["build", ...written, "--out", folder, "--widget", join(top, "dist")], { stdio: "pipe" });
  writeFileSync(join(folder, "index.html"), filled("which-track"));
  const eager = (attributes) => `<which-track ${attributes} loading="eager"></which-track>`;
  const page = (name, elements) => writeFileSync(join(folder, `${name}.html`), filled("which-track").replace(/<which-track .*<\/which-track>/, elements));
  page("twenty", eager(`quiz="${quiz.id}" storage="none"`).repeat(20));
  LENGTHS.forEach((count) => page(count, eager(`quiz="${idOf(count)}"`)));
}

const idOf = (count) => (count === quiz.questions.length ? quiz.id : `${quiz.id}-${count}`);

/** A quiz as docs/format.md has it. Texts of JSON are texts of TOML. */
function toml({ id, title, description, tracks, questions, outcomes }) {
  const text = JSON.stringify;
  const table = (name, entries) => `\n[[${name}]]\n${Object.entries(entries).map(([key, value]) => `${key} = ${value}\n`).join("")}`;
  const points = (points) => `{ ${Object.entries(points).map(([track, number]) => `${track} = ${number}`).join(", ")} }`;
  const option = (option) => `  { id = ${text(option.id)}, label = ${text(option.label)}, points = ${points(option.points)} },\n`;
  return [
    `id = ${text(id)}\ntitle = ${text(title)}\ndescription = ${text(description)}\nlang = "en"\nmax_marks = 0\n`,
    ...tracks.map(({ id, label }) => table("tracks", { id: text(id), label: text(label) })),
    ...questions.map(({ id, prompt, options }) => table("questions", { id: text(id), kind: text("single"), prompt: text(prompt), options: `[\n${options.map(option).join("")}]` })),
    ...outcomes.map(({ id, title, summary }) => table("outcomes", { id: text(id), title: text(title), summary: text(summary) })),
  ].join("");
}
