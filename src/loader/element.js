// The element <which-track>. Near the viewport it shows the first screen and fetches nothing else: the program and the quiz
// come with the first sign of interest. By hand and without a framework, because Rust cannot subclass HTMLElement.
import { FirstScreen, written } from "./first.js";
import { holdKeys } from "./keys.js";
import { despiteLeaving } from "./left.js";
import { giveUpMore, more } from "./more.js";
import { rootOf } from "./root.js";
import { element, say } from "./say.js";
import { address, site } from "./site.js";
import { WAITS } from "./waits.js";
import { levelOf, persists, stored, wanted } from "./wanted.js";

/** What shows interest. */
const INTEREST = ["pointerover", "pointerdown", "focusin", "keydown"];

/** So many milliseconds after the last scrolling, the reader rests at what is there. */
const REST = 300;

export class WhichTrack extends HTMLElement {
  static observedAttributes = ["quiz", "src", "lang", "heading-level", "storage", "share-base", "open"];
  static #near = new Set(); // those that have come near the viewport

  #quiz; // what the rest of the loader makes of this element, once there was interest
  #observer;
  #wanted; // the quiz of the site that it asks for
  #first; // the first screen, until the widget takes its place
  #coming; // the first screen that is on its way
  #interested; // ends waiting for interest, or nothing where it is not waited for
  #asked = false; // whether the rest of the loader was asked for
  #changes = 0; // attributes that change together ask for one new start
  #turn = 0; // whatever awaits something gives up when this has moved on
  #late = []; // timers that tell that it takes long
  #missing; // "slow" or "failed", where something can be tried again
  #fresh = false; // whether all answers are to be forgotten

  /** Where the reader stands: { quiz, edition, outcome, fits, link } at the verdict, null before. */
  get result() {
    return this.#quiz?.result ?? null;
  }

  /** Forgets all answers and begins again. */
  restart() {
    if (this.#quiz) return this.#quiz.restart();
    this.#fresh = true;
    this.#observer?.disconnect();
    WhichTrack.#near.add(this);
    this.#begin();
  }

  connectedCallback() {
    if (WhichTrack.#near.has(this) || this.#observer) return;
    if (this.getAttribute("loading") === "eager") return void this.#come();
    this.#observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#come();
    }, { rootMargin: "400px" });
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    // An element that is only moved is back before this runs.
    queueMicrotask(() => this.isConnected || this.#leave());
  }

  attributeChangedCallback(_name, before, after) {
    if (before === after || !WhichTrack.#near.has(this)) return;
    const change = ++this.#changes;
    queueMicrotask(() => change === this.#changes && this.#changed());
  }

  /** What did not come may come now: the network is back, or the reader. */
  static tryAgain() {
    WhichTrack.#near.forEach((quiz) => quiz.#missing === "failed" && quiz.#begin());
  }

  /** A language around an element has changed, perhaps. */
  static translated() {
    for (const quiz of WhichTrack.#near) {
      if (quiz.#wanted !== wanted(quiz)?.quiz) quiz.#changed();
    }
  }

  #changed() {
    this.#wanted = wanted(this)?.quiz;
    if (this.#quiz) this.#quiz.show();
    else this.#come();
  }

  #leave() {
    this.#settle();
    this.#observer?.disconnect();
    this.#interested?.();
    this.#quiz?.hide();
    holdKeys(this.shadowRoot, "remove");
    WhichTrack.#near.delete(this);
    this.#observer = this.#coming = undefined;
  }

  /** It has come near, or what it depends on has changed: shows the first screen and waits for interest. */
  #come() {
    this.#observer?.disconnect();
    WhichTrack.#near.add(this);
    this.#wanted = wanted(this)?.quiz;
    const shows = !this.#quiz && this.#showFirst();
    if (this.#asked || !shows || this.getAttribute("loading") === "eager") this.#begin();
    else this.#awaitInterest();
  }

  /** Shows the first screen where the reader is sure to begin with it, and says whether they are. */
  #showFirst() {
    const entry = wanted(this);
    const begins = entry && !this.hasAttribute("shared") && !stored(this, entry.id);
    if (begins) this.#show({ from: entry.first, level: levelOf(this) });
    return begins;
  }

  /** The first screen from there. Without it the quiz comes all the same, or the rest of the loader says why not. */
  async #show(asked) {
    if ([this.#first, this.#coming].some((screen) => screen?.from === asked.from && screen.level === asked.level)) return;
    const mine = (this.#coming = asked);
    try {
      const first = await despiteLeaving(() => written(asked.from));
      if (this.#coming !== mine) return;
      const root = rootOf(this);
      this.#first = new FirstScreen(first, asked);
      this.#coming = undefined;
      root.replaceChildren(this.#first.into);
      if (this.#missing) this.#say(this.#missing);
      this.#quiz?.shown();
    } catch {
      if (this.#coming === mine && !this.#asked) this.#begin();
    }
  }

  #awaitInterest() {
    if (this.#interested) return;
    let resting;
    const begin = () => this.#begin();
    const rest = () => {
      clearTimeout(resting);
      resting = setTimeout(() => {
        const { top, bottom } = this.getBoundingClientRect();
        if (top < innerHeight && bottom > 0) begin();
      }, REST);
    };
    INTEREST.forEach((name) => this.addEventListener(name, begin));
    addEventListener("scroll", rest, { capture: true, passive: true });
    this.#interested = () => {
      clearTimeout(resting);
      INTEREST.forEach((name) => this.removeEventListener(name, begin));
      removeEventListener("scroll", rest, { capture: true });
      this.#interested = undefined;
    };
  }

  /** There is interest. */
  async #begin() {
    this.#interested?.();
    this.#asked = true;
    const turn = this.#settle();
    this.#late = WAITS.map(([after, what]) => setTimeout(() => this.#say(what), after));
    try {
      const { Quiz } = await despiteLeaving(() => more({ ...wanted(this) }));
      if (turn !== this.#turn) return;
      this.#settle();
      this.#quiz ??= new Quiz(this, this.#companion(), this.#fresh);
      this.#quiz.show();
    } catch {
      if (turn === this.#turn) this.#fail();
    }
  }

  /** What the rest of the loader asks of this one. */
  #companion() {
    return {
      rootOf,
      say,
      wanted: () => wanted(this),
      level: () => levelOf(this),
      persists: () => persists(this),
      stored: (id) => stored(this, id),
      first: () => this.#first,
      show: () => this.#showFirst(),
      /** The first screen has gone, or is not wanted anymore. */
      forget: () => (this.#first = this.#coming = undefined),
    };
  }

  /** What was on its way comes too late from now on, or is there. Gives the new turn. */
  #settle() {
    this.#late.forEach(clearTimeout);
    this.#missing = undefined;
    return ++this.#turn;
  }

  /** Says on the first screen that it is loading, or slow, or that it did not come. */
  #say(what) {
    if (what !== "loading") this.#missing = what;
    const { [what]: text, again, lang } = this.#first?.words ?? {};
    if (!text) return;
    say(this.#first.into, lang, text, this.#missing && [again, () => this.#again()]);
    // The children stand for what is missing.
    if (what === "failed") this.shadowRoot.append(element("slot"));
  }

  #again() {
    giveUpMore();
    this.#begin();
    this.#say("loading");
  }

  /** The rest of the loader did not come. The first screen stays, with a way on. */
  #fail() {
    this.#settle();
    this.#missing = "failed";
    this.#say("failed");
    const message = `${address(site.more)} could not be loaded as a script.`;
    console.error(`which-track: ${message} Allow it in the page's policy: script-src ${address(".").origin} 'wasm-unsafe-eval'`);
    this.dispatchEvent(new CustomEvent("which-track:error", { bubbles: true, composed: true, detail: { code: "script", message } }));
  }
}
