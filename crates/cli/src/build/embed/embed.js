// The page on which a blogger chooses how the quiz comes to their blog: shows it so, and writes the lines for it.

const quizzes = JSON.parse(document.getElementById("quizzes").textContent);
const form = document.getElementById("choices");
const preview = document.getElementById("preview");
const { elements } = form;
const site = new URL("..", location.href).href.replace(/\/$/, "");

/** The colors that can be chosen, and the properties that they set. */
const COLORS = ["accent", "paper", "ink"];

const quiz = () => quizzes.find(({ id }) => id === elements.quiz.value) ?? quizzes[0];
const language = () => quiz().languages.find(({ lang }) => lang === elements.lang.value);
/** What the frame and the link lead to: the quiz in the language that was chosen, else in its own. */
const shown = () => language() ?? quiz().languages[0];
const chosen = (color) => elements[`own-${color}`].checked && elements[color].value;

function options(select, entries) {
  select.replaceChildren(...entries.map(([value, text]) => new Option(text, value)));
}

/** The name of a language in itself. */
function named(lang) {
  try {
    return new Intl.DisplayNames([lang], { type: "language" }).of(lang);
  } catch {
    return lang;
  }
}

/** How light a color is, from 0 to 1 (WCAG 2.2, relative luminance). */
function luminance(color) {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How well one color can be told from another, from 1 to 21 (WCAG 2.2, contrast ratio). */
function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const onto = (color) => (contrast(color, "#ffffff") >= contrast(color, "#15141d") ? "#ffffff" : "#15141d");

/** The custom properties for the colors that were chosen. */
function properties() {
  const colors = COLORS.filter(chosen).map((color) => [color, chosen(color)]);
  const accent = chosen("accent");
  return [...colors, ...(accent ? [["on-accent", onto(accent)]] : [])].map(([name, color]) => [`--which-track-${name}`, color]);
}

/** What is too close to be read. A color of one's own holds in light and in dark. */
function warned() {
  const [paper, ink, accent] = ["paper", "ink", "accent"].map(chosen);
  const grounds = paper ? [["your ground", paper]] : { light: [["white", "#ffffff"]], dark: [["a dark ground", "#15141d"]] }[elements.theme.value] ?? [["white", "#ffffff"], ["a dark ground", "#15141d"]];
  const texts = [["Your text", ink], ["What is chosen", accent], ...(paper && !ink ? [["The text", elements.theme.value === "dark" ? "#eeedf6" : "#1b1b1f"]] : [])];
  return texts.flatMap(([text, color]) => (color ? grounds : []).map(([ground, behind]) => [text, ground, contrast(color, behind)]))
    .filter(([, , ratio]) => ratio < 4.5)
    .map(([text, ground, ratio]) => `${text} on ${ground} has a contrast of ${(Math.floor(ratio * 10) / 10).toFixed(1)} to 1. Below 4.5 many cannot read it.`);
}

const attribute = (name, value) => (value ? ` ${name}="${value}"` : "");

function draw() {
  const { theme, loading } = elements;
  const own = properties();
  const set = { theme: theme.value === "auto" ? "" : theme.value, lang: language()?.lang };
  preview.setAttribute("quiz", quiz().id);
  preview.setAttribute("theme", theme.value);
  if (set.lang) preview.setAttribute("lang", set.lang);
  else preview.removeAttribute("lang");
  [...COLORS, "on-accent"].forEach((name) => preview.style.removeProperty(`--which-track-${name}`));
  own.forEach(([name, color]) => preview.style.setProperty(name, color));

  const link = `${site}/q/${quiz().id}/${shown().folder}`;
  const rules = ["display: block", "inline-size: 100%", "margin-block: 24px", `min-block-size: ${shown().room}px`, ...own.map((pair) => pair.join(": "))];
  const title = shown().title.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  write("lines", [
    `<style>which-track { ${rules.join("; ")} }</style>`,
    `<script type="module" src="${site}/which-track.js"></script>`,
    `<which-track quiz="${quiz().id}"${attribute("lang", set.lang)}${attribute("theme", set.theme)}${attribute("loading", loading.value === "eager" && "eager")}><a href="${link}">${title}</a></which-track>`,
  ]);
  const address = new URL(`${site}/embed/${quiz().id}/${shown().folder}`);
  if (set.theme) address.searchParams.set("theme", set.theme);
  write("frame", [`<iframe data-which-track src="${address.href}" title="${title}" width="100%" height="1200" loading="lazy" allow="clipboard-write; web-share" style="border: 0; height: 1200px"></iframe>`]);
  write("address", [link]);
  const origin = new URL(site).origin;
  write("policy", [`script-src 'wasm-unsafe-eval' ${origin}; connect-src ${origin}; frame-src ${origin}`]);
  document.getElementById("contrast").textContent = warned().join(" ");
}

function write(id, lines) {
  const field = document.getElementById(id);
  field.value = lines.join("\n");
  field.rows = Math.min(8, lines.length + Math.ceil(field.value.length / 90));
}

function languages() {
  options(elements.lang, [["", "as the page"], ...quiz().languages.map(({ lang }) => [lang, named(lang)])]);
}

async function copy(field) {
  const told = document.getElementById("told");
  try {
    await navigator.clipboard.writeText(field.value);
    told.textContent = "Copied.";
  } catch {
    field.select();
    told.textContent = "Selected: copy it with your keyboard.";
  }
}

options(elements.quiz, quizzes.map(({ id, languages: [{ title }] }) => [id, title]));
languages();
draw();
elements.quiz.addEventListener("change", languages);
form.addEventListener("input", draw);
form.addEventListener("submit", (event) => event.preventDefault());
document.querySelectorAll("[data-copies]").forEach((button) => button.addEventListener("click", () => copy(document.getElementById(button.dataset.copies))));
