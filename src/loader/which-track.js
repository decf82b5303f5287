// The loader: defines <which-track>, fetches what it needs when it comes near the viewport, and mounts the widget
// into its shadow root. By hand and without a framework, because Rust cannot subclass HTMLElement.

// The builder puts the site in: addresses relative to this script, and the quizzes with their languages.
const site = SITE;

const address = (path) => new URL(path, import.meta.url);

/** What keeps a quiz from showing, with a code that docs/embedding.md explains. */
const failure = (code, message, remedy) => Object.assign(Error(message), { code, remedy });

const { origin } = address(".");
const failures = {
  network: (url, why) => failure("network", `${url} could not be loaded: ${why}.`,
    `Allow it in the page's policy: connect-src ${origin}; and let the server send Access-Control-Allow-Origin: *`),
  script: (url) => failure("script", `${url} could not be loaded as a script.`,
    `Allow it in the page's policy: script-src ${origin} 'wasm-unsafe-eval'`),
  wasm: (why) => failure("wasm", `WebAssembly could not be started: ${why}`, "Allow it in the page's policy: script-src 'wasm-unsafe-eval'"),
  old: () => failure("old-browser", "This browser is too old.", "It needs Chrome 96, Firefox 101, Safari 16.4."),
  quiz: (why) => failure("quiz", why, `Quizzes of this site: ${Object.keys(site.quizzes).join(", ")}`),
  crash: (why) => failure("crash", `The quiz stopped: ${why}`, "Please report it."),
};

async function get(url) {
  let response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw failures.network(url, error.message);
  }
  const { ok, status } = response;
  if (!ok) throw Object.assign(failures.network(url, `the server answered ${status}`), { status });
  return response;
}

/** One download for all elements of a page. */
function once(fetch) {
  let fetched;
  return () => (fetched ??= fetch().catch((error) => {
    fetched = undefined; // a lost network may come back
    throw error;
  }));
}

let starts = 0;

/** The program, for all elements. After a crash another one takes its place: hence the mark in the glue's address. */
const program = () => once(async () => {
  if (!("adoptedStyleSheets" in Document.prototype && "WebAssembly" in window)) throw failures.old();
  const glue = address(`${site.program}.js${starts ? `?${starts}` : ""}`);
  starts += 1;
  const [widget, wasm] = await Promise.all([import(glue).catch(() => { throw failures.script(glue); }), get(address(`${site.program}_bg.wasm`))]);
  // The glue compiles while streaming, and falls back where the server names another type than application/wasm.
  await widget.default({ module_or_path: wasm }).catch((error) => { throw failures.wasm(error.message); });
  return widget;
});
let load = program();

const loadStyles = once(async () => {
  const response = await get(address(site.styles));
  const styles = new CSSStyleSheet();
  styles.replaceSync(await response.text());
  return styles;
});

/** A page's elements. By the one parser of HTML that every policy on scripts allows. */
const elements = (url) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open("GET", url);
  request.responseType = "document";
  request.onload = () => (request.response ? resolve([...request.response.body.children]) : reject(request.status));
  request.onerror = reject;
  request.send();
});

const controls = (within) => [...within.querySelectorAll("input, button")];

/** One turn of the browser, in which the widget renders what it was told. */
const rendered = () => new Promise((resolve) => setTimeout(resolve));

/** Keys that a control of ours uses are no shortcuts of the page, which cannot see that it is a control. */
function hold(event) {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  const used = target.type === "text" ? !/^(Esc|Tab|F\d)/.test(key) : target.matches("input, button, summary, a") && /^( |Enter|Arrow.+)$/.test(key);
  if (used && !ctrlKey && !metaKey && !altKey) event.stopPropagation();
}

/** The first screen as the builder rendered it. What is pressed before the widget is there is pressed again then. */
class Preview {
  #presses = [];

  /** `first` is where the screen comes from: another quiz has another one. */
  constructor(screen, first) {
    this.first = first;
    this.into = document.createElement("div");
    this.into.append(...screen);
    this.into.addEventListener("click", (event) => {
      const control = event.target.closest("input, button");
      if (!control) return;
      if (control.type === "submit") event.preventDefault();
      this.#presses.push(controls(this.into).indexOf(control));
    });
  }

  /** Gives its place in the root to the widget, with the answer that was chosen, the focus, and a Next that was pressed. */
  async hand(root, into) {
    const focused = controls(this.into).indexOf(root.activeElement);
    root.replaceChildren(into);
    controls(into)[focused]?.focus({ preventScroll: true });
    for (const at of this.#presses) {
      controls(into)[at]?.click();
      await rendered();
    }
  }
}

class WhichTrack extends HTMLElement {
  static observedAttributes = ["quiz", "src", "lang", "heading-level", "storage", "share-base", "open"];
  static #alive = new Set(); // those with a widget

  #mounted;
  #preview;
  #observer;
  #sorry; // what to show when the program stops
  #carried; // what the last widget here left for the next one; "" where that is to forget everything
  #started = false;
  #turn = 0; // whatever awaits something gives up when this has moved on

  /** Where the reader stands: { quiz, edition, outcome, fits, link } at the verdict, null before. */
  get result() {
    return this.#mounted?.result() ?? null;
  }

  /** Forgets all answers and begins again. */
  restart() {
    this.#unmount();
    this.#carried = "";
    this.#show();
  }

  connectedCallback() {
    if (this.#mounted || this.#observer) return;
    if (this.getAttribute("loading") === "eager") return void this.#show();
    this.#observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#show();
    }, { rootMargin: "400px" });
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    // An element that is only moved is back before this runs.
    queueMicrotask(() => this.isConnected || this.#hide());
  }

  attributeChangedCallback(_name, before, after) {
    if (before === after || !this.#started) return;
    // Several attributes that change together ask for one new start.
    const turn = ++this.#turn;
    queueMicrotask(() => turn === this.#turn && this.#show());
  }

  #hide() {
    this.#turn += 1;
    this.#keys("remove");
    this.#started = false;
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#unmount();
  }

  #unmount() {
    if (!this.#mounted) return;
    const mounted = this.#release();
    this.#sorry = undefined;
    this.#carried = mounted.carry();
    mounted.unmount();
  }

  #release() {
    const mounted = this.#mounted;
    this.#mounted = undefined;
    WhichTrack.#alive.delete(this);
    return mounted;
  }

  /** The program has stopped, for all: the element in use says so, and the others go on with a fresh one. */
  static stopped({ error, reason = error }) {
    // A trap in a file that has the name of ours. What a page's own listeners throw is no trap.
    if (!(reason instanceof WebAssembly.RuntimeError && reason.stack.includes(site.program))) return;
    load = program();
    const all = [...WhichTrack.#alive];
    const used = all.filter(({ shadowRoot }) => shadowRoot.activeElement);
    for (const element of all) {
      element.#carried = undefined;
      try {
        element.#carried = element.#release().carry();
      } catch {
        // A program that has stopped may not answer; what is stored is still there.
      }
      if (used[0] && !used.includes(element)) element.#show();
      else {
        const button = element.#sorry.querySelector("button");
        button.onclick = () => element.#show();
        element.#fail(failures.crash(reason.message), element.#sorry);
        if (used[0]) button.focus();
      }
    }
  }

  /** Another share link in the address of a page that has one already. */
  static followed() {
    document.querySelectorAll("which-track[shared]").forEach((element) => element.#show());
  }

  async #show() {
    this.#observer?.disconnect();
    this.#started = true;
    const turn = ++this.#turn;
    if (this.#preview?.first !== this.#entry()?.first) this.#preview = undefined;
    try {
      if (!this.#mounted) this.#showFirst(turn);
      const from = load;
      const [widget, styles, quiz, earlier] = await Promise.all([from(), loadStyles(), this.#quiz(), this.#earlier()]);
      if (turn !== this.#turn) return;
      if (from !== load) return void this.#show(); // the program has stopped meanwhile
      this.#unmount();
      const into = document.createElement("div");
      this.#mounted = this.#mount(widget, into, quiz, earlier);
      this.#sorry = this.#mounted.sorry();
      WhichTrack.#alive.add(this);
      await rendered();
      if (turn !== this.#turn) return;
      const root = this.#root(styles);
      const focused = root.activeElement;
      if (this.#preview) await this.#preview.hand(root, into);
      else {
        root.replaceChildren(into);
        if (focused) into.querySelector("[data-control=heading]").focus({ preventScroll: true });
      }
      if (turn !== this.#turn) return;
      this.#preview = undefined;
      this.#tell("ready");
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  /** The first screen, where the reader is sure to begin with it. */
  async #showFirst(turn) {
    const entry = this.#entry();
    if (!entry || this.#carried || this.hasAttribute("shared") || this.#stored(entry.id) || (this.getAttribute("heading-level") ?? "2") !== "2") return;
    try {
      const [screen, styles] = await Promise.all([elements(address(entry.first)), loadStyles()]);
      if (turn !== this.#turn || this.#mounted) return;
      this.#preview = new Preview(screen, entry.first);
      this.#root(styles).replaceChildren(this.#preview.into);
    } catch {
      // The widget comes all the same, or says why not.
    }
  }

  #root(styles) {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.#keys("add");
    if (styles) root.adoptedStyleSheets = [styles];
    return root;
  }

  #keys(how) {
    ["keydown", "keypress", "keyup"].forEach((name) => this.shadowRoot?.[`${how}EventListener`](name, hold));
  }

  /** Whether progress outlasts the page. */
  get #keeps() {
    return this.getAttribute("storage") !== "none";
  }

  /** Whether an earlier visit left answers. Storage that is forbidden has none. */
  #stored(id) {
    try {
      return this.#keeps && localStorage.getItem(`which-track:${id}`) !== null;
    } catch {
      return false;
    }
  }

  #mount(widget, into, quiz, earlier) {
    const level = Number(this.getAttribute("heading-level")) || 2;
    const settings = new widget.Settings(level, this.#keeps, this.#carried);
    const [entry, page] = [this.#entry(), this.getAttribute("shared")];
    const base = this.getAttribute("share-base") ?? (entry && address(".").href);
    if (base) settings.shares(base, entry?.own ?? true);
    if (page && this.#carried !== "") settings.opens(page, location.hash.slice(1), earlier);
    try {
      return widget.mount(into, this, quiz, settings);
    } catch (error) {
      throw error instanceof WebAssembly.RuntimeError ? failures.crash(error.message) : failures.quiz(error.message);
    }
  }

  /** Shows the children again, or what stands for them; says once what happened, and with `doctor` what to do about it. */
  #fail(error, card) {
    this.#turn += 1; // a first screen that is still on its way comes too late
    this.#preview = undefined;
    const { code = "crash", message, remedy = "" } = error;
    if (this.shadowRoot || this.hasAttribute("doctor")) {
      const parts = this.hasAttribute("doctor") ? [said("p", `which-track: ${message}`), said("p", remedy)] : [];
      this.#root().replaceChildren(card ?? said("slot", ""), ...parts);
    }
    console.error(`which-track: ${message} ${remedy}`);
    this.#tell("error", { code, message });
  }

  /** The quiz of the site that is asked for, in the nearest language that it has. */
  #entry() {
    if (this.hasAttribute("src") || this.#child()) return undefined;
    const id = this.getAttribute("quiz") ?? Object.keys(site.quizzes)[0];
    if (!Object.hasOwn(site.quizzes, id)) return undefined;
    const languages = site.quizzes[id];
    const wanted = (this.closest("[lang]")?.lang ?? "").toLowerCase();
    const [own] = Object.keys(languages);
    const tag = [wanted, wanted.split("-")[0]].find((tag) => Object.hasOwn(languages, tag)) ?? own;
    return { id, own: tag === own, ...languages[tag] };
  }

  #child() {
    return this.querySelector(":scope > script[type='application/json']");
  }

  /** The compiled quiz: a child's, one from elsewhere, or one of the site. */
  async #quiz() {
    const child = this.#child();
    if (child) return parsed(child.textContent, "the quiz inside the element");
    if (this.hasAttribute("src")) return fetched(new URL(this.getAttribute("src"), document.baseURI));
    const entry = this.#entry();
    if (!entry) throw failures.quiz(`This site has no quiz "${this.getAttribute("quiz")}".`);
    return fetched(address(entry.quiz));
  }

  /** The quiz in the edition that the code in the address was made with, where the page says that it has it. */
  async #earlier() {
    const path = parsed(this.getAttribute("editions") ?? "{}", "editions")[location.hash.slice(2, 5)];
    return path && fetched(new URL(path, document.baseURI)).catch((error) => {
      if (error.status !== 404) throw error; // else it is gone
    });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`which-track:${name}`, { bubbles: true, composed: true, detail }));
  }
}

const fetched = async (url) => parsed(await (await get(url)).text(), url);

function parsed(text, where) {
  try {
    return JSON.parse(text);
  } catch {
    throw failures.quiz(`${where} is not JSON.`);
  }
}

function said(tag, text) {
  const element = document.createElement(tag);
  element.append(text);
  return element;
}

const frames = () => [...document.querySelectorAll("iframe[data-which-track]")];

/** Greets a frame, which from then on tells its height. */
function greet(frame, origin) {
  const { lang } = frame.closest("[lang]") ?? {};
  const open = window === top && !frame.hasAttribute("sandbox"); // a frame cannot find out by itself
  // One without an origin of its own can be told by nothing else.
  frame.contentWindow.postMessage({ whichTrack: { v: 1, event: "hello", theme: frame.dataset.theme, lang, open } }, origin === "null" ? "*" : origin);
}

/** Where a frame should be. Nowhere, where its address is none. */
function home(frame) {
  try {
    return new URL(frame.src).origin;
  } catch {}
}

/** On the page around frames: answers their hello, and gives each the height that it asks for. */
function listen({ source, origin, data }) {
  const { v, event, height } = data?.whichTrack ?? {};
  const frame = v === 1 && frames().find((frame) => frame.contentWindow === source);
  // A frame that is shut off from its own origin says "null".
  if (!frame || (origin !== "null" && origin !== home(frame))) return;
  if (event === "hello") greet(frame, origin);
  else if (event === "resize" && Number.isFinite(height)) fit(frame, Math.min(Math.max(height, 100), 20000));
}

/** Gives a frame a height, also against the page's styles. Where they do not let it have that, it goes on scrolling. */
function fit(frame, height) {
  const set = (height) => frame.style.setProperty("height", `${height}px`, "important");
  const lacking = () => height - frame.clientHeight;
  set(height);
  if (lacking() > 0) set(height + lacking()); // a border takes some
  const fits = lacking() <= 0;
  if (!fits) set(height);
  frame.scrolling = fits ? "no" : "auto"; // only now that somebody keeps the height
}

/** A frame that has gone elsewhere keeps no height anymore. */
function left({ target }) {
  if (frames().includes(target)) target.scrolling = "auto";
}

if (!customElements.get("which-track")) {
  customElements.define("which-track", WhichTrack);
  addEventListener("message", listen);
  document.addEventListener("load", left, true);
  frames().forEach((frame) => greet(frame, "*")); // those that came before this script, and have greeted nobody
  addEventListener("hashchange", WhichTrack.followed);
  ["error", "unhandledrejection"].forEach((name) => addEventListener(name, WhichTrack.stopped));
}
