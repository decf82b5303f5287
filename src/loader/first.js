// The first screen as the builder rendered it, until the widget takes its place: what was chosen on it is chosen again then.

const inputs = (within) => [...within.querySelectorAll("input")];
const controls = (within) => [...within.querySelectorAll("input, button:not(.again)")];

const asked = (within) => within.querySelector(".prompt")?.textContent;

/** One turn of the browser, in which the widget renders what it was told. */
export const rendered = () => new Promise((resolve) => setTimeout(resolve));

const NEXT = "[type=submit]";
const SKIP = ".nav > .quiet";

export class FirstScreen {
  #placed = new Set(); // what was put into an order, by the names of the buttons
  #answered = false;
  #onward; // the button that leads on and was pressed
  #held; // while a finger or a mouse button is down, which is not over before its click
  #asked;

  /** `from` is where the screen comes from: another quiz has another one. */
  constructor(screen, from) {
    this.from = from;
    this.into = document.createElement("div");
    this.into.append(...screen);
    this.#asked = asked(this.into);
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
    on("pointerdown", () => (this.#held ??= new Promise((over) => {
      const up = () => setTimeout(() => over(this.#held = undefined));
      ["pointerup", "pointercancel"].forEach((name) => addEventListener(name, up, { once: true }));
      setTimeout(up, 2_000); // a page may keep both from us
    })));
  }

  #choose(placed) {
    // A Next before there was an answer has been in vain, since choosing never moves on; a Skip is taken back.
    if (this.#onward !== NEXT || !this.#answered) this.#onward = undefined;
    this.#answered = true;
    if (placed) this.#placed.add(placed);
  }

  #go(onward, event) {
    event.preventDefault();
    this.#onward = onward;
  }

  /** Once no press is under way. */
  async released() {
    await this.#held;
  }

  /** Gives its place in the root to the widget, with the answers that were chosen, the focus, and a Next that was pressed.
      Where the widget shows another screen, as after answers in another tab, nothing is pressed. */
  async hand(root, into) {
    const focused = root.activeElement;
    const at = controls(this.into).indexOf(focused);
    const same = () => asked(into) === this.#asked;
    const here = same();
    root.replaceChildren(into);
    if (focused) ((here && controls(into)[at]) || into.querySelector("[data-control=heading]"))?.focus({ preventScroll: true });
    const chosen = inputs(this.into).map((input) => input.checked);
    const presses = [
      ...chosen.map((chosen, at) => () => chosen && !inputs(into)[at]?.checked && inputs(into)[at]),
      ...[...this.#placed].map((name) => () => into.querySelector(`[data-control="${name}"]`)),
      () => this.#onward && into.querySelector(this.#onward),
    ];
    for (const press of presses) {
      const control = same() && press();
      if (!control) continue;
      control.click();
      await rendered();
    }
  }
}
