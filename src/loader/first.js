// The first screen as the builder rendered it, until the widget takes its place: what is chosen on it is chosen again then.
import { element } from "./say.js";
import { address } from "./site.js";

const NEXT = "[type=submit]";
const SKIP = ".nav > .quiet";

/** The level of the uppermost heading as the builder wrote it. */
const UPPERMOST = 2;

/** What the builder wrote of a first screen, { screen, lang, loading, slow, failed, again }: in this script, or in a file. In
    place of a missing file a server may send anything. */
export async function written(first) {
  const found = first.screen ? first : await (await fetch(address(first))).json();
  if (!found.screen) throw found;
  return found;
}

/** An element from [tag, attributes, ...inner], since a page's policy may let no script parse HTML; headings so many levels
    further down. */
const built = (part, down) => {
  if (!Array.isArray(part)) return part;
  const [tag, attributes, ...inner] = part;
  const name = /^h\d/.test(tag) ? `h${Math.min(+tag[1] + down, 6)}` : tag;
  return element(name, attributes, ...inner.map((part) => built(part, down)));
};

export class FirstScreen {
  placed = new Set(); // what was put into an order, by the names of the buttons
  onward; // the button that leads on and was pressed
  held; // while a finger or a mouse button is down, which is not over before its click
  #answered = false;

  /** `from` is the quiz that it belongs to, and `level` that of its uppermost heading. */
  constructor({ screen, ...words }, { from, level }) {
    Object.assign(this, { from, level, words });
    this.into = element("div", {}, built(screen, level - UPPERMOST));
    this.into.querySelector(NEXT)?.setAttribute("aria-busy", true);
    const on = (name, listener) => this.into.addEventListener(name, listener);
    on("change", () => this.#choose());
    on("click", (event) => {
      const button = event.target.closest("button");
      if (button?.matches(NEXT)) this.#go(NEXT, event);
      else if (button?.matches(SKIP)) this.#go(SKIP, event);
      else if (button?.dataset.control) this.#choose(button.dataset.control);
    });
    // Where a page takes clicks away from us, this still comes.
    on("submit", (event) => this.#go(NEXT, event));
    on("pointerdown", () => (this.held ??= new Promise((over) => {
      const up = () => setTimeout(() => over(this.held = undefined));
      ["pointerup", "pointercancel"].forEach((name) => addEventListener(name, up, { once: true }));
      setTimeout(up, 2_000); // a page may keep both from us
    })));
  }

  #choose(placed) {
    // A Next before there was an answer has been in vain, since choosing never moves on; a Skip is taken back.
    if (this.onward !== NEXT || !this.#answered) this.onward = undefined;
    this.#answered = true;
    if (placed) this.placed.add(placed);
  }

  #go(onward, event) {
    event.preventDefault();
    this.onward = onward;
  }
}
