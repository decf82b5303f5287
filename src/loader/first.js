// The first screen as the builder rendered it, until the widget takes its place: what is pressed on it is pressed again
// then.

const controls = (within) => [...within.querySelectorAll("input, button:not(.again)")];

const asked = (within) => within.querySelector(".prompt")?.textContent;

/** One turn of the browser, in which the widget renders what it was told. */
export const rendered = () => new Promise((resolve) => setTimeout(resolve));

export class FirstScreen {
  #presses = [];
  #goOn = false;
  #held; // while a finger or a mouse button is down, which is not over before its click
  #asked;

  /** `from` is where the screen comes from: another quiz has another one. */
  constructor(screen, from) {
    this.from = from;
    this.into = document.createElement("div");
    this.into.append(...screen);
    this.#asked = asked(this.into);
    this.into.querySelector("[type=submit]")?.setAttribute("aria-busy", true);
    const on = (name, listener, to = this.into) => to.addEventListener(name, listener);
    on("change", ({ target }) => this.#press(target));
    on("click", (event) => {
      const button = event.target.closest("button");
      if (button?.type === "submit") this.#next(event);
      else if (button) this.#press(button);
    });
    // Where a page takes clicks away from us, this still comes.
    on("submit", (event) => this.#next(event));
    on("pointerdown", () => (this.#held ??= new Promise((over) => {
      const up = () => setTimeout(() => over(this.#held = undefined));
      ["pointerup", "pointercancel"].forEach((name) => addEventListener(name, up, { once: true }));
      setTimeout(up, 2_000); // a page may keep both from us
    })));
  }

  #press(control) {
    const at = controls(this.into).indexOf(control);
    if (at < 0) return;
    // A Next before there was an answer has been in vain: choosing never moves on.
    if (!this.#presses.length) this.#goOn = false;
    this.#presses.push(at);
  }

  #next(event) {
    event.preventDefault();
    this.#goOn = true;
  }

  /** Gives its place in the root to the widget, with the answers that were chosen, the focus, and a Next that was
      pressed. Where the widget shows another screen, as after answers in another tab, nothing is pressed. */
  async hand(root, into) {
    await this.#held;
    const focused = root.activeElement;
    const at = controls(this.into).indexOf(focused);
    const same = asked(into) === this.#asked;
    root.replaceChildren(into);
    if (focused) ((same && controls(into)[at]) || into.querySelector("[data-control=heading]"))?.focus({ preventScroll: true });
    if (!same) return;
    for (const at of this.#presses) {
      controls(into)[at]?.click();
      await rendered();
    }
    if (this.#goOn) into.querySelector("[type=submit]")?.click();
    await rendered();
  }
}
