// The first screen as the builder rendered it, until the widget takes its place: what is chosen on it is chosen again then.

const NEXT = "[type=submit]";
const SKIP = ".nav > .quiet";

/** A first screen, as the builder wrote it and nobody else: a server may send any page in place of a missing file. By the
    one parser of HTML that every policy on scripts allows. */
export const fetchFirst = (url) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open("GET", url);
  request.responseType = "document";
  request.onload = () => {
    const marked = request.response?.querySelector("body > [data-which-track=first]");
    if (marked) resolve(marked);
    else reject();
  };
  request.onerror = reject;
  request.send();
});

export class FirstScreen {
  placed = new Set(); // what was put into an order, by the names of the buttons
  onward; // the button that leads on and was pressed
  held; // while a finger or a mouse button is down, which is not over before its click
  #answered = false;

  /** `from` is where the screen comes from: another quiz has another one. */
  constructor(marked, from) {
    this.from = from;
    this.words = marked.dataset;
    this.into = document.createElement("div");
    this.into.append(...marked.children);
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
