// The page around the quizzes: shows what `which-track serve` knows of them, and loads the quiz again when it has changed.
// Every screen is a saved session, put where the quiz keeps its reader's answers.

const byId = (id) => document.getElementById(id);
const [quizzes, languages, frame] = [byId("quiz"), byId("language"), byId("frame")];

let overview = { version: 0, quizzes: [] };

const quiz = () => overview.quizzes[quizzes.selectedIndex] ?? overview.quizzes[0];
const language = () => quiz()?.languages?.[languages.selectedIndex] ?? quiz()?.languages?.[0];

function element(name, text, properties = {}) {
  return Object.assign(document.createElement(name), { textContent: text }, properties);
}

/** Fills a list of choices, and leaves the one that was chosen. */
function choices(select, names) {
  const chosen = select.value;
  select.replaceChildren(...names.map((name) => element("option", name, { value: name })));
  if (names.includes(chosen)) select.value = chosen;
  select.hidden = names.length < 2;
}

/** A button for a screen. One that no answers lead to shows, of an outcome, the page that links to it open. */
function screen({ label, saved, link }, { dir = "ltr", lang = "en" }) {
  const button = element("button", label, { type: "button", dir, lang, disabled: saved == null && !link });
  button.addEventListener("click", () => {
    document.querySelectorAll("[aria-current]").forEach((other) => other.removeAttribute("aria-current"));
    button.setAttribute("aria-current", "true");
    if (saved == null) return load(link);
    answer(saved);
    load(language().page);
  });
  const item = element("li", "");
  item.append(button);
  return item;
}

/** Puts a session where the quiz keeps it. An empty one is none. */
function answer(saved) {
  const key = `which-track:${quiz().id}`;
  if (saved) localStorage.setItem(key, saved);
  else localStorage.removeItem(key);
}

function load(path) {
  const url = new URL(`/${path}`, location.href).href;
  if (frame.contentWindow.location.href === url) frame.contentWindow.location.reload();
  else frame.contentWindow.location.replace(url);
}

function problems() {
  const all = overview.quizzes.flatMap((quiz) => quiz.problems);
  byId("problems").replaceChildren(...all.map((problem) => element("pre", problem)));
  byId("problems").hidden = !all.length;
}

function draw() {
  choices(quizzes, overview.quizzes.map(({ id, file }) => id ?? file));
  choices(languages, (quiz()?.languages ?? []).map(({ lang }) => lang));
  problems();
  const shown = language();
  byId("questions").replaceChildren(...(shown?.questions ?? []).map((question) => screen(question, shown)));
  const after = shown ? [{ label: "All answers", saved: shown.review, own: true }, ...shown.outcomes] : [];
  byId("outcomes").replaceChildren(...after.map((one) => screen(one, one.own ? {} : shown)));
  byId("embed").textContent = quiz()?.embed ?? "";
  byId("local").hidden = overview.published;
  byId("alone").href = shown ? `/${shown.page}` : "/";
}

/** Something has changed: the same page again, with the answers given so far. */
async function renew() {
  const before = language()?.page;
  const now = await (await fetch("/-/overview.json")).json();
  // Answers may overtake each other.
  if (now.version <= overview.version) return;
  overview = now;
  draw();
  const page = language()?.page;
  if (!page) return;
  if (before === page && frame.contentWindow.location.href !== "about:blank") frame.contentWindow.location.reload();
  else load(page);
}

quizzes.addEventListener("change", () => {
  draw();
  if (language()) load(language().page);
});
languages.addEventListener("change", () => {
  draw();
  load(language().page);
});
byId("fresh").addEventListener("click", () => {
  if (!language()) return;
  answer("");
  load(language().page);
});
byId("copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(byId("embed").textContent);
    byId("copied").textContent = "Copied.";
  } catch {
    getSelection().selectAllChildren(byId("embed"));
    byId("copied").textContent = "Selected: copy it with your keyboard.";
  }
});

const changes = new EventSource("/-/changes");
changes.addEventListener("message", ({ data }) => {
  byId("gone").hidden = true;
  // What did not come is asked for once more with the next event.
  if (Number(data) !== overview.version) renew().catch(() => {});
});
changes.addEventListener("error", () => {
  byId("gone").hidden = false;
  // Another one that answers here later counts from the beginning.
  overview.version = 0;
});
