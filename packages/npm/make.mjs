// Makes the npm packages in target/npm/: `which-track` around the compiled widget in target/widget, and, for each
// `--binary FILE --target TRIPLE`, the package with the tool for that platform.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { declarations } from "./declarations.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));
// What the build takes from npm is in tests/.
const { parse } = await import(pathToFileURL(createRequire(join(root, "tests/package.json")).resolve("smol-toml")));

/** The platforms that there is a tool for, by what Rust calls them. The tool for Linux is linked statically and runs whatever C
    library there is, so that its packages ask for none (`libc`). */
const PLATFORMS = {
  "x86_64-unknown-linux-musl": ["linux", "x64"],
  "aarch64-unknown-linux-musl": ["linux", "arm64"],
  "aarch64-apple-darwin": ["darwin", "arm64"],
  "x86_64-apple-darwin": ["darwin", "x64"],
  "x86_64-pc-windows-msvc": ["win32", "x64"],
};

const { values: options } = parseArgs({ options: {
  binary: { type: "string", multiple: true, default: [] },
  target: { type: "string", multiple: true, default: [] },
  out: { type: "string", default: join(root, "target/npm") },
  repository: { type: "string" },
} });

const { package: { version, license } } = parse(readFileSync(join(root, "Cargo.toml"), "utf8")).workspace;
const LICENSES = ["LICENSE-APACHE", "LICENSE-MIT"];

/** What all packages have in common. `repository` is where they are published from, which their provenance is held against. */
const common = {
  version,
  license,
  ...(options.repository && { repository: { type: "git", url: `git+${options.repository}.git` }, homepage: `${options.repository}#readme` }),
};

/** A fresh folder for a package. */
function folder(name) {
  const folder = join(options.out, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  LICENSES.forEach((license) => copyFileSync(join(root, license), join(folder, license)));
  return folder;
}

const write = (folder, name, contents) => writeFileSync(join(folder, name), contents);
const writeManifest = (folder, manifest) => write(folder, "package.json", `${JSON.stringify(manifest, null, 2)}\n`);

/** A name that tells contents apart, as on a site. */
function named(name, contents) {
  const [, stem, ending] = /^(.*)(\..*)$/.exec(name);
  return `${stem}-${createHash("sha256").update(contents).digest("hex").slice(0, 8)}${ending}`;
}

/** What a browser compares a file with. */
const integrity = (contents) => `sha384-${createHash("sha384").update(contents).digest("base64")}`;

/** What the loader says before the widget is there, in every language of the interface: a quiz from `src` may have any. */
function words() {
  const files = readdirSync(join(root, "languages")).filter((name) => name.endsWith(".toml"));
  const languages = files.map((name) => parse(readFileSync(join(root, "languages", name), "utf8")));
  // The first is for languages that the interface does not speak.
  languages.sort((one, other) => (other.lang === "en") - (one.lang === "en"));
  return Object.fromEntries(languages.map(({ lang, words: { loading, slow, not_loaded: failed, stopped, again } }) => [lang.toLowerCase(), { loading, slow, failed, stopped, again }]));
}

/** Puts values into the one place that there is for each. */
function filled(text, places) {
  return Object.entries(places).reduce((text, [place, value]) => {
    const parts = text.split(place);
    if (parts.length !== 2) throw new Error(`there are ${parts.length - 1} places "${place}" in the loader`);
    return parts.join(JSON.stringify(value));
  }, text);
}

/** Copies the widget as a site without quizzes has it, and gives the names of its files. */
function copyWidget(to) {
  const from = join(root, "target/widget");
  const read = (name, encoding) => readFileSync(join(from, name), encoding);
  const texts = (...names) => names.map((name) => read(name, "utf8")).join("");
  const program = readdirSync(from).find((name) => /^which-track-.*_bg\.wasm$/.test(name)).replace("_bg.wasm", "");
  const add = (name, contents) => {
    write(to, name, contents);
    return name;
  };
  const hashed = (name, contents) => add(named(name, contents), contents);
  const result = hashed("which-track-result.wasm", read("result.wasm"));
  const styles = hashed("which-track-result.css", read("result.css"));
  // Read aloud by `doctor` where an element asks for a quiz of the site.
  const ids = ["none; `src` takes the address of a compiled one"];
  const rest = { SITE: { program, result, styles, ids, words: words() }, STYLES: texts("rank.css", "later.css") };
  const more = hashed("which-track-quiz.js", filled(texts("quiz.js"), rest));
  const loader = filled(texts("which-track.js"), { SITE: { more, program, quizzes: {} }, STYLES: texts("questions.css"), ROOMS: "" });
  cpSync(join(from, "themes"), join(to, "themes"), { recursive: true });
  const files = [add("which-track.js", loader), more, add(`${program}.js`, read(`${program}.js`)), add(`${program}_bg.wasm`, read(`${program}_bg.wasm`)), result, styles];
  return files;
}

/** The package with the tool for a platform. */
function makeTool(binary, target) {
  const [os, cpu] = PLATFORMS[target] ?? fail(`no package for ${target}; there are ${Object.keys(PLATFORMS).join(", ")}`);
  const to = folder(`cli-${os}-${cpu}`);
  const program = os === "win32" ? "which-track.exe" : "which-track";
  copyFileSync(binary, join(to, program));
  chmodSync(join(to, program), 0o755);
  if (os === process.platform && cpu === process.arch) {
    const told = execFileSync(join(to, program), ["--version"], { encoding: "utf8" }).trim();
    if (told !== `which-track ${version}`) fail(`${binary} is "${told}", and the package ${version}`);
  }
  const name = `@which-track/cli-${os}-${cpu}`;
  write(to, "README.md", `# ${name}\n\nThe tool of \`which-track\` for this platform. Install \`which-track\`, which brings the right one.\n`);
  writeManifest(to, {
    name,
    description: `The tool of which-track for ${os} on ${cpu}.`,
    ...common,
    os: [os],
    cpu: [cpu],
    // Yarn keeps packages in archives, from where no program runs.
    preferUnplugged: true,
    files: [program, ...LICENSES],
  });
}

/** The package of the widget and the launcher of the tool. */
function makeWidget() {
  const to = folder("which-track");
  const files = copyWidget(to);
  const types = declarations(version);
  Object.entries(types).forEach(([name, text]) => write(to, name, text));
  mkdirSync(join(to, "bin"));
  copyFileSync(join(here, "launcher.mjs"), join(to, "bin/which-track.mjs"));
  chmodSync(join(to, "bin/which-track.mjs"), 0o755);
  const readme = readFileSync(join(here, "README.md"), "utf8");
  write(to, "README.md", readme.replaceAll("{version}", version).replaceAll("{integrity}", integrity(readFileSync(join(to, "which-track.js")))));
  const onlyTypes = (name) => ({ types: `./${name}.d.ts` });
  const data = Object.keys(types).filter((name) => name.endsWith(".json"));
  writeManifest(to, {
    name: "which-track",
    description: "A quiz widget for blogs, as a custom element, and the tool that checks, balances and publishes its quizzes.",
    keywords: ["quiz", "personality-quiz", "web-component", "custom-element", "webassembly", "widget", "privacy"],
    ...common,
    type: "module",
    bin: { "which-track": "bin/which-track.mjs" },
    // Types alone: a bundler would move the loader away from the files that it loads, and is told so while it builds, not
    // the reader later. The files are for pages to load, by their paths.
    exports: {
      ".": onlyTypes("which-track"),
      "./react": onlyTypes("react"),
      "./vue": onlyTypes("vue"),
      "./svelte": onlyTypes("svelte"),
      "./themes/*.css": "./themes/*.css",
      ...Object.fromEntries([...data, "package.json"].map((name) => [`./${name}`, `./${name}`])),
    },
    types: "./which-track.d.ts",
    sideEffects: ["./which-track.js", "./themes/*.css"],
    customElements: "custom-elements.json",
    "web-types": "web-types.json",
    files: [...files, ...Object.keys(types), "bin", "themes", ...LICENSES],
    engines: { node: ">=18" },
    optionalDependencies: Object.fromEntries(Object.values(PLATFORMS).map(([os, cpu]) => [`@which-track/cli-${os}-${cpu}`, version])),
  });
}

function fail(why) {
  throw new Error(why);
}

if (options.binary.length !== options.target.length) fail("each --binary needs its --target");
makeWidget();
options.binary.forEach((binary, at) => makeTool(binary, options.target[at]));
