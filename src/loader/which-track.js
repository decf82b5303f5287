// The loader: defines <which-track>, fetches what it needs when it comes near the viewport, and mounts the widget
// into its shadow root. By hand and without a framework, because Rust cannot subclass HTMLElement.

// Filled in by the builder: addresses relative to this script, and the quizzes of the site.
const site = {};

const address = (path) => new URL(path, import.meta.url);

/** What keeps a quiz from showing, with a code that docs/embedding.md explains. */
class Failure extends Error {
  constructor(code, message, remedy) {
    super(message);
    Object.assign(this, { code, remedy });
  }
}

const { origin } = address(".");
const failures = {
  network: (url, why) => new Failure("network", `${url} could not be loaded: ${why}.`,
    `If the file is there, the page's policy must allow it: connect-src ${origin}; and the server must send it with Access-Control-Allow-Origin: *`),
  script: (url) => new Failure("script", `${url} could not be loaded as a script.`,
    `The page's policy must allow it: script-src ${origin} 'wasm-unsafe-eval'`),
  wasm: (why) => new Failure("wasm", `WebAssembly could not be started: ${why}`, "The page's policy must allow it: script-src 'wasm-unsafe-eval'"),
  old: () => new Failure("old-browser", "This browser lacks what the quiz needs.", "Chrome 96, Firefox 101 and Safari 16.4 and newer have it."),
  quiz: (why) => new Failure("quiz", why, `Quizzes of this site: ${Object.keys(site.quizzes).join(", ")}`),
  crash: (why) => new Failure("crash", `The quiz stopped: ${why}`, "Please report it, with the line above."),
};

async function get(url) {
  let response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw failures.network(url, error.message);
  }
  if (!response.ok) throw failures.network(url, `the server answered ${response.status}`);
  return response;
}

/** One download of the widget and its styles for all elements of a page. */
let loaded;
const load = () => (loaded ??= fetchWidget().catch((error) => {
  loaded = undefined; // a lost network may come back
  throw error;
}));

async function fetchWidget() {
  if (!("adoptedStyleSheets" in Document.prototype && "WebAssembly" in window)) throw failures.old();
  const glue = address(site.glue);
  const [widget, wasm, styles] = await Promise.all([
    import(glue).catch(() => { throw failures.script(glue); }),
    get(address(site.wasm)),
    get(address(site.styles)).then((response) => response.text()).then(sheet),
  ]);
  // The glue compiles while streaming, and falls back where the server names another type than application/wasm.
  await widget.default({ module_or_path: wasm }).catch((error) => { throw failures.wasm(error.message); });
  return { mount: widget.mount, styles };
}

const sheet = (text) => {
  const styles = new CSSStyleSheet();
  styles.replaceSync(text);
  return styles;
};

class WhichTrack extends HTMLElement {
  static observedAttributes = ["quiz", "src", "lang", "heading-level", "storage"];

  #mounted;
  #observer;
  #progress; // what the last widget here left for the next one
  #started = false;
  #turn = 0; // whatever awaits something gives up when this has moved on

  /** Where the reader stands: { quiz, edition, outcome, fits } at the verdict, null before. */
  get result() {
    return this.#mounted?.result() ?? null;
  }

  /** Forgets all answers and begins again. */
  restart() {
    this.#mounted?.forget();
    this.#unmount();
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
    this.#started = false;
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#unmount();
  }

  #unmount() {
    if (this.#mounted) this.#progress = this.#mounted.unmount();
    this.#mounted = undefined;
  }

  async #show() {
    this.#observer?.disconnect();
    this.#started = true;
    const turn = ++this.#turn;
    try {
      const [{ mount, styles }, quiz] = await Promise.all([load(), this.#quiz()]);
      if (turn !== this.#turn) return;
      this.#unmount();
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [styles];
      const into = document.createElement("div");
      root.replaceChildren(into);
      this.#mounted = this.#mount(mount, into, quiz);
      this.#tell("ready");
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  #mount(mount, into, quiz) {
    const level = Number(this.getAttribute("heading-level")) || 2;
    try {
      return mount(into, this, quiz, level, this.getAttribute("storage") !== "none", this.#progress);
    } catch (error) {
      throw error instanceof WebAssembly.RuntimeError ? failures.crash(error.message) : failures.quiz(error.message);
    }
  }

  /** Shows the children again, says once what happened, and with `doctor` what to do about it. */
  #fail(error) {
    const { code = "crash", message, remedy = "" } = error;
    if (this.shadowRoot || this.hasAttribute("doctor")) {
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      const parts = this.hasAttribute("doctor") ? [paragraph(`which-track: ${message}`), paragraph(remedy)] : [];
      root.replaceChildren(document.createElement("slot"), ...parts);
    }
    console.error(`which-track: ${message} ${remedy}`);
    this.#tell("error", { code, message });
  }

  /** The compiled quiz: a child's, one from elsewhere, or one of the site in the nearest language that it has. */
  async #quiz() {
    const child = this.querySelector(":scope > script[type='application/json']");
    if (child) return parsed(child.textContent, "the quiz inside the element");
    if (this.hasAttribute("src")) return fetched(new URL(this.getAttribute("src"), document.baseURI));
    const id = this.getAttribute("quiz") ?? Object.keys(site.quizzes)[0];
    const languages = Object.hasOwn(site.quizzes, id) ? site.quizzes[id] : undefined;
    if (!languages) throw failures.quiz(`This site has no quiz "${id}".`);
    const wanted = (this.closest("[lang]")?.lang ?? "").toLowerCase();
    const tag = [wanted, wanted.split("-")[0]].find((tag) => tag in languages) ?? Object.keys(languages)[0];
    return fetched(address(languages[tag]));
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

function paragraph(text) {
  const paragraph = document.createElement("p");
  paragraph.textContent = text;
  return paragraph;
}

if (!customElements.get("which-track")) customElements.define("which-track", WhichTrack);
