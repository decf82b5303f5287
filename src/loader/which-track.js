// The loader: defines <which-track>, fetches what it needs when it comes near the viewport, and mounts the widget
// into its shadow root. By hand and without a framework, because Rust cannot subclass HTMLElement.

// Filled in by the builder: addresses relative to this script, and the quizzes of the site.
const site = {};

const address = (path) => new URL(path, import.meta.url);

/** One download of the widget and its styles for all elements of a page. */
let loaded;
const load = () => (loaded ??= fetchWidget().catch((error) => {
  loaded = undefined; // a lost network may come back
  throw error;
}));

async function fetchWidget() {
  const [glue, wasm, styles] = await Promise.all([
    import(address(site.glue)),
    get(site.wasm),
    get(site.styles).then((response) => response.text()).then(sheet),
  ]);
  await glue.default({ module_or_path: wasm });
  return { mount: glue.mount, styles };
}

async function get(path) {
  const response = await fetch(address(path));
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response;
}

const sheet = (text) => {
  const styles = new CSSStyleSheet();
  styles.replaceSync(text);
  return styles;
};

class WhichTrack extends HTMLElement {
  static observedAttributes = ["quiz", "lang"];

  #mounted;
  #observer;
  #turn = 0;

  connectedCallback() {
    if (this.#mounted || this.#observer) return;
    if (this.getAttribute("loading") === "eager") return void this.#show();
    this.#observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#show();
    }, { rootMargin: "400px" });
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    // An element that is only moved comes back before this runs.
    queueMicrotask(() => this.isConnected || this.#hide());
  }

  attributeChangedCallback(_name, before, after) {
    if (this.#mounted && before !== after) this.#show();
  }

  #hide() {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#mounted?.unmount();
    this.#mounted = undefined;
  }

  async #show() {
    this.#observer?.disconnect();
    const turn = ++this.#turn;
    try {
      const [{ mount, styles }, quiz] = await Promise.all([load(), this.#quiz()]);
      if (turn !== this.#turn || !this.isConnected) return;
      this.#mounted?.unmount();
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [styles];
      const into = document.createElement("div");
      root.replaceChildren(into);
      this.#mounted = mount(into, this, quiz, Number(this.getAttribute("heading-level") ?? 2), this.getAttribute("storage") !== "none");
      this.#tell("ready");
    } catch (error) {
      this.#tell("error", { code: "load", message: String(error.message ?? error) });
    }
  }

  /** The compiled quiz in the nearest language that the site has. */
  async #quiz() {
    const id = this.getAttribute("quiz") ?? Object.keys(site.quizzes)[0];
    const languages = site.quizzes[id];
    if (!languages) throw new Error(`this site has no quiz "${id}"`);
    const wanted = (this.closest("[lang]")?.lang ?? "").toLowerCase();
    const tag = [wanted, wanted.split("-")[0]].find((tag) => tag in languages) ?? Object.keys(languages)[0];
    return (await get(languages[tag])).json();
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`which-track:${name}`, { bubbles: true, composed: true, detail }));
  }
}

if (!customElements.get("which-track")) customElements.define("which-track", WhichTrack);
