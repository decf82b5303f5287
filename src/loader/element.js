// The element <which-track>: fetches what it needs when it comes near the viewport, and mounts the widget into its shadow
// root. By hand and without a framework, because Rust cannot subclass HTMLElement.
import { Failure, failures } from "./failures.js";
import { FirstScreen, rendered } from "./first.js";
import { holdKeys } from "./keys.js";
import { languageOf, nearest } from "./language.js";
import { fetched, firstScreen, giveUp, loadProgram, loadStyles, parsed, renewProgram, styles } from "./load.js";
import { address, site } from "./site.js";
import { card, element, say, words } from "./words.js";

/** After so many milliseconds it says that it is loading, and that the network is slow. */
const [LOADING, SLOW] = [1_000, 10_000];

export class WhichTrack extends HTMLElement {
  static observedAttributes = ["quiz", "src", "lang", "heading-level", "storage", "share-base", "open"];
  static #started = new Set(); // those that show something, or want to
  static #left = false; // whether the reader has left the page

  #mounted;
  #first; // the first screen, until the widget takes its place
  #card; // what says something where there is neither
  #entry; // the quiz of the site that is shown or to be shown
  #observer;
  #start = {}; // how the next widget begins: with what is stored, or { carried } from the last one, or { fresh: true }
  #turn = 0; // whatever awaits something gives up when this has moved on
  #late; // timers that tell that it takes long
  #missing; // "slow", or the failure, where something can be tried again
  #coming; // the first screen that is on its way

  /** Where the reader stands: { quiz, edition, outcome, fits, link } at the verdict, null before. */
  get result() {
    return this.#mounted?.result() ?? null;
  }

  /** Forgets all answers and begins again. */
  restart() {
    this.#unmount();
    this.#coming = this.#first = undefined;
    this.#start = { fresh: true };
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
    if (before === after || !WhichTrack.#started.has(this)) return;
    // Several attributes that change together ask for one new start.
    const turn = ++this.#turn;
    queueMicrotask(() => turn === this.#turn && this.#show());
  }

  /** The program has stopped, for all: the element in use says so, and the others go on with a fresh one. */
  static stopped({ error, reason = error }) {
    // A trap in a file that has the name of ours. What a page's own listeners throw is no trap.
    if (!(reason instanceof WebAssembly.RuntimeError && reason.stack.includes(site.program))) return;
    renewProgram();
    const all = [...WhichTrack.#started].filter((element) => element.#mounted);
    const used = all.filter(({ shadowRoot }) => shadowRoot.activeElement);
    for (const element of all) {
      element.#start = {};
      try {
        element.#start = { carried: element.#release().carry() };
      } catch {
        // A program that has stopped may not answer; what is stored is still there.
      }
      if (used[0] && !used.includes(element)) element.#show();
      else element.#stop(reason.message, used[0]);
    }
  }

  /** Another share link in the address of a page that has one already. */
  static followed() {
    document.querySelectorAll("which-track[shared]").forEach((element) => element.#show());
  }

  /** Another tab has written or deleted something, or may have, while this page was kept aside. */
  static storedElsewhere() {
    WhichTrack.#started.forEach((element) => element.#mounted?.refresh());
  }

  /** What did not come may come now: the network is back, or the reader. What is only slow goes on, unless it hangs on a
      network that was lost. */
  static tryAgain({ type } = {}) {
    const all = !type || type === "online";
    const missing = (element) => (all ? element.#missing : element.#missing instanceof Failure);
    if (![...WhichTrack.#started].some(missing)) return;
    giveUp();
    // Those that wait share what was given up.
    WhichTrack.#started.forEach((element) => (element.#missing || element.#late) && element.#show());
  }

  /** The reader leaves the page, or comes back to it. */
  static left({ type }) {
    WhichTrack.#left = type === "pagehide";
  }

  /** A language around an element has changed, perhaps. */
  static translated() {
    for (const element of WhichTrack.#started) {
      if (element.#entry?.quiz !== element.#wanted()?.quiz) element.#show();
    }
  }

  #hide() {
    this.#settle();
    this.#coming = undefined;
    holdKeys(this.shadowRoot, "remove");
    WhichTrack.#started.delete(this);
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#unmount();
  }

  #unmount() {
    if (!this.#mounted) return;
    const mounted = this.#release();
    this.#start = { carried: mounted.carry() };
    mounted.unmount();
  }

  #release() {
    const mounted = this.#mounted;
    this.#mounted = undefined;
    return mounted;
  }

  async #show() {
    this.#observer?.disconnect();
    WhichTrack.#started.add(this);
    let turn = this.#settle();
    this.#entry = this.#wanted();
    if (this.#first?.from !== this.#entry?.first) this.#first = undefined;
    this.#late = [[LOADING, "loading"], [SLOW, "slow"]].map(([after, what]) => setTimeout(() => this.#wait(what), after));
    try {
      if (!this.#mounted && !this.#first) this.#showFirst();
      const from = loadProgram;
      const [widget, quiz, earlier] = await Promise.all([from(), this.#quiz(), this.#earlier(), loadStyles()]);
      if (turn !== this.#turn) return;
      if (from !== loadProgram) return void this.#show(); // the program has stopped meanwhile
      this.#unmount();
      const into = document.createElement("div");
      this.#mounted = this.#mount(widget, into, quiz, earlier);
      await rendered();
      if (turn !== this.#turn) return;
      const root = this.#root();
      turn = this.#settle();
      await this.#first?.released();
      if (turn !== this.#turn) return;
      await this.#take(root, into);
      if (turn === this.#turn) this.#tell("ready");
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  /** Puts the widget in the place of what was there. */
  async #take(root, into) {
    const [first, focused] = [this.#first, root.activeElement];
    this.#first = this.#card = undefined;
    if (first) return first.hand(root, into);
    root.replaceChildren(into);
    if (focused) into.querySelector("[data-control=heading]").focus({ preventScroll: true });
  }

  /** The first screen, where the reader is sure to begin with it. */
  async #showFirst() {
    const [entry, mine] = [this.#entry, (this.#coming = {})];
    if (!entry || this.#start.carried || this.hasAttribute("shared") || this.#stored(entry.id) || (this.getAttribute("heading-level") ?? "2") !== "2") return;
    try {
      const [screen] = await Promise.all([firstScreen(address(entry.first)), loadStyles()]);
      if (this.#coming !== mine || this.#mounted) return;
      this.#first = new FirstScreen(screen, entry.first);
      this.#card = undefined;
      this.#root().replaceChildren(this.#first.into);
      if (this.#missing instanceof Failure) this.#standIn(this.#missing);
      else if (this.#missing) this.#say(this.#missing, true);
    } catch {
      // The widget comes all the same, or says why not.
    }
  }

  /** Says that it is loading, or slow: on the first screen, or beside the children. A widget that is there goes on. */
  #wait(what) {
    if (what === "slow") this.#missing = what;
    try {
      if (!this.#mounted) this.#say(what, this.#missing);
    } catch {
      // A page that forbids shadow roots shows the children meanwhile.
    }
  }

  #say(what, again) {
    const { [what]: text, again: button, tag } = words(this.#entry?.tag ?? languageOf(this));
    const into = this.#first?.into ?? (this.#card ??= card());
    if (into.parentNode !== this.#root()) this.#root().replaceChildren(into, element("slot", ""));
    say(into, tag, text, again && [button, () => this.#again()]);
  }

  /** The reader does not want to wait for what is on its way, or asks again for what did not come. */
  #again() {
    this.#missing ??= "slow";
    WhichTrack.tryAgain();
    this.#say("loading");
  }

  /** What was on its way comes too late from now on, or is there. Gives the new turn. */
  #settle() {
    this.#missing = undefined;
    this.#late?.forEach(clearTimeout);
    this.#late = undefined;
    return ++this.#turn;
  }

  #root() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    holdKeys(root, "add");
    if (styles) root.adoptedStyleSheets = [styles];
    return root;
  }

  /** Whether progress outlasts the page. */
  get #persists() {
    return this.getAttribute("storage") !== "none";
  }

  /** Whether an earlier visit left answers. Storage that is forbidden has none. */
  #stored(id) {
    try {
      return this.#persists && Boolean(localStorage.getItem(`which-track:${id}`));
    } catch {
      return false;
    }
  }

  #mount(widget, into, quiz, earlier) {
    const level = Number(this.getAttribute("heading-level")) || 2;
    const settings = new widget.Settings(level, this.#persists);
    const { carried, fresh } = this.#start;
    if (carried) settings.carries(carried);
    if (fresh) settings.forgets();
    const [entry, page] = [this.#entry, this.getAttribute("shared")];
    const base = this.getAttribute("share-base") ?? (entry && address(".").href);
    if (base) settings.shares(base, entry?.own ?? true);
    if (page && !fresh) settings.opens(page, location.hash.slice(1), earlier);
    try {
      return widget.mount(into, this, quiz, settings);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw failures.quiz(error.message);
      WhichTrack.stopped({ error });
      throw failures.crash(error.message);
    }
  }

  /** The program has stopped: says so, with a button to start it again. */
  #stop(why, focus) {
    this.#settle();
    this.#coming = this.#first = this.#card = undefined;
    this.#say("stopped", true);
    this.#report(failures.crash(why));
    if (focus) this.#card.querySelector("button").focus();
  }

  /** Something is missing. What may still come is waited for, with the answers that the first screen has; beside it, or
      alone, the children stand for the quiz. A widget that is there goes on. Says once what happened. */
  #fail(error) {
    this.#settle();
    const failure = error instanceof Failure ? error : failures.crash(error.message);
    if (failure.passing) this.#missing = failure;
    else this.#unmount();
    // A page that is left gives up what it loads. It may come back.
    if (failure.passing && WhichTrack.#left) return;
    try {
      if (!this.#mounted) this.#standIn(failure);
    } catch {
      // A page that forbids even this shows the children by itself.
    }
    this.#report(failure);
  }

  /** Shows what there is instead, and with `doctor` what to do about it. */
  #standIn({ message, remedy, passing }) {
    if (passing) this.#say("failed", true);
    else this.#coming = this.#first = this.#card = undefined;
    const doctor = this.hasAttribute("doctor") ? [`which-track: ${message}`, remedy] : [];
    if (!this.shadowRoot && !doctor[0]) return; // the children show by themselves
    const [root, stays] = [this.#root(), this.#first?.into ?? this.#card];
    // What has the focus is not moved.
    [...root.children].forEach((child) => child === stays || child.remove());
    root.append(element("slot", ""), ...doctor.map((line) => element("p", line)));
  }

  #report({ code, message, remedy }) {
    console.error(`which-track: ${message} ${remedy}`);
    this.#tell("error", { code, message });
  }

  /** The quiz of the site that is asked for, in the nearest language that it has. */
  #wanted() {
    if (this.hasAttribute("src") || this.#child()) return undefined;
    const id = this.getAttribute("quiz") ?? Object.keys(site.quizzes)[0];
    if (!Object.hasOwn(site.quizzes, id)) return undefined;
    const languages = site.quizzes[id];
    const tags = Object.keys(languages);
    const tag = nearest(languageOf(this), tags) ?? tags[0];
    return { id, tag, own: tag === tags[0], ...languages[tag] };
  }

  #child() {
    return this.querySelector(":scope > script[type='application/json']");
  }

  /** The compiled quiz: a child's, one from elsewhere, or one of the site. */
  async #quiz() {
    const child = this.#child();
    if (child) return parsed(child.textContent, "the quiz inside the element");
    if (this.hasAttribute("src")) return fetched(addressOf(this.getAttribute("src")));
    if (!this.#entry) throw failures.quiz(`This site has no quiz "${this.getAttribute("quiz")}".`);
    return fetched(address(this.#entry.quiz));
  }

  /** The quiz in the edition that the code in the address was made with, where the page says that it has it. */
  async #earlier() {
    const path = parsed(this.getAttribute("editions") ?? "{}", "editions")[stamp()];
    return path && fetched(new URL(path, document.baseURI)).catch((error) => {
      if (error.status !== 404) throw error; // else it is gone
    });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`which-track:${name}`, { bubbles: true, composed: true, detail }));
  }
}

/** The part of the code behind the `#` that tells its edition; what programs put before a code is none of its letters and
    digits. */
function stamp() {
  const hash = location.hash.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(`0x${hex}`));
  return /[0-9a-z](...)/i.exec(hash)?.[1] ?? "";
}

/** An address of a quiz that the page gives. */
function addressOf(src) {
  try {
    return new URL(src, document.baseURI);
  } catch {
    throw failures.quiz(`"${src}" is no address of a quiz.`);
  }
}
