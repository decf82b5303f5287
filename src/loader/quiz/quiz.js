// What comes with the first sign of interest: the program, the quiz and the widget of one element, and what to do where
// something of it does not come.
import { languageOf } from "../language.js";
import { element } from "../say.js";
import { WAITS } from "../waits.js";
import { Failure, failures } from "./failures.js";
import { earlier, quizOf } from "./file.js";
import { fetched, giveUp, loadProgram, renewProgram } from "./load.js";
import { address, site } from "./site.js";
import { adopt, adoptLater } from "./styles.js";
import { rendered, take } from "./take.js";
import { card, words } from "./words.js";

/** Whether a program has stopped. Where there is no WebAssembly, none has. */
const isTrap = (error) => "WebAssembly" in window && error instanceof WebAssembly.RuntimeError;

export class Quiz {
  static #started = new Set(); // those that show something, or want to

  #element;
  #screens; // the element's side: its root, its first screen, and how to say something
  #mounted;
  #card; // what says something where there is no screen
  #entry; // the quiz of the site that is shown or to be shown
  #start; // how the next widget begins: with what is stored, or { carried } from the last one, or { fresh: true }
  #turn = 0; // whatever awaits something gives up when this has moved on
  #result; // what only a result needs, on its way
  #late; // timers that tell that it takes long
  #missing; // "slow", or the failure, where something can be tried again

  constructor(element, screens, fresh) {
    this.#element = element;
    this.#screens = screens;
    this.#start = { fresh };
  }

  get result() {
    return this.#mounted?.result() ?? null;
  }

  restart() {
    this.#unmount();
    this.#screens.forget();
    this.#start = { fresh: true };
    this.show();
  }

  /** The program has stopped, for all: the element in use says so, and the others go on with a fresh one. */
  static stopped({ error, reason = error }) {
    // A trap in a file that has the name of ours. What a page's own listeners throw is no trap.
    if (!isTrap(reason) || !reason.stack.includes(site.program)) return;
    renewProgram();
    const all = [...Quiz.#started].filter((quiz) => quiz.#mounted);
    const used = all.filter((quiz) => quiz.#element.shadowRoot.activeElement);
    for (const quiz of all) {
      quiz.#start = {};
      try {
        quiz.#start = { carried: quiz.#release().carry() };
      } catch {
        // A program that has stopped may not answer; what is stored is still there.
      }
      if (used[0] && !used.includes(quiz)) quiz.show();
      else quiz.#stop(reason.message, used[0]);
    }
  }

  /** Another share link in the address of a page that has one already. */
  static followed() {
    Quiz.#started.forEach((quiz) => quiz.#element.hasAttribute("shared") && quiz.show());
  }

  /** Another tab has written or deleted something, or may have, while this page was kept aside. */
  static storedElsewhere() {
    Quiz.#started.forEach((quiz) => quiz.#mounted?.refresh());
  }

  /** What did not come may come now: the network is back, or the reader. What is only slow goes on, unless it hangs on a
      network that was lost. */
  static tryAgain({ type } = {}) {
    const all = !type || type === "online";
    const missing = (quiz) => (all ? quiz.#missing : quiz.#missing instanceof Failure);
    if (![...Quiz.#started].some(missing)) return;
    giveUp();
    // Those that wait share what was given up.
    Quiz.#started.forEach((quiz) => (quiz.#missing || quiz.#late) && quiz.show());
  }

  /** The element has gone from the page. */
  hide() {
    this.#settle();
    this.#screens.forget();
    Quiz.#started.delete(this);
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

  async show() {
    Quiz.#started.add(this);
    let turn = this.#settle();
    this.#entry = this.#screens.wanted();
    if (this.#screens.first()?.from !== this.#entry?.first) this.#screens.forget();
    this.#late = WAITS.map(([after, what]) => setTimeout(() => this.#wait(what), after));
    try {
      if (!this.#mounted && !this.#start.carried) this.#screens.show();
      const from = loadProgram;
      const [program, quiz, edition] = await Promise.all([from(), quizOf(this.#element, this.#entry), earlier(this.#element)]);
      if (turn !== this.#turn) return;
      const rest = this.#needsResult() ? [await this.#bring(program)] : [];
      if (turn !== this.#turn) return;
      if (from !== loadProgram) return void this.show(); // the program has stopped meanwhile
      this.#unmount();
      const into = document.createElement("div");
      this.#mounted = this.#mount(program, into, quiz, edition, rest);
      await rendered();
      if (turn !== this.#turn) return;
      const root = this.#root();
      turn = this.#settle();
      await this.#screens.first()?.held; // no press is under way
      if (turn !== this.#turn) return;
      await this.#take(root, into);
      if (turn === this.#turn) this.#tell("ready");
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  /** Puts the widget in the place of what was there. */
  async #take(root, into) {
    const [first, focused] = [this.#screens.first(), root.activeElement];
    this.#card = undefined;
    this.#screens.forget();
    if (first) return take(first, root, into);
    root.replaceChildren(into);
    if (focused) into.querySelector("[data-control=heading]").focus({ preventScroll: true });
  }

  /** The first screen has come meanwhile. */
  shown() {
    this.#card = undefined;
    if (this.#missing instanceof Failure) this.#standIn(this.#missing);
    else if (this.#missing) this.#say(this.#missing, true);
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
    const { [what]: text, again: button, tag } = words(this.#entry?.tag ?? languageOf(this.#element));
    const into = this.#screens.first()?.into ?? (this.#card ??= card());
    if (into.parentNode !== this.#root()) this.#root().replaceChildren(into, element("slot"));
    this.#screens.say(into, tag, text, again && [button, () => this.#again()]);
  }

  /** The reader does not want to wait for what is on its way, or asks again for what did not come. */
  #again() {
    this.#missing ??= "slow";
    Quiz.tryAgain();
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
    const root = this.#screens.rootOf(this.#element);
    adoptLater(root);
    return root;
  }

  /** Whether the widget may begin with a result: a friend's, or the reader's own from an earlier visit. */
  #needsResult() {
    return this.#element.hasAttribute("shared") || this.#screens.stored(this.#entry?.id)?.includes("@@result") || this.#start.carried;
  }

  /** What only a result needs: its part of the program, its styles, and the rest of the quiz, which it gives where that is a
      file of its own. Whoever asks meanwhile waits for the same. */
  #bring(program) {
    this.#result ??= this.#load(program).catch((failure) => {
      this.#report(failure);
      throw failure;
    }).finally(() => (this.#result = undefined));
    return this.#result;
  }

  async #load(program) {
    const rest = this.#entry && fetched(address(this.#entry.rest));
    const [sheet, quiz] = await Promise.all([program.loadResult(), rest]);
    adopt(this.#root(), sheet);
    return quiz;
  }

  #mount(program, into, quiz, edition, rest) {
    const { widget } = program;
    const element = this.#element;
    const settings = new widget.Settings(this.#screens.level(), this.#screens.persists());
    const { carried, fresh } = this.#start;
    if (carried) settings.carries(carried);
    if (fresh) settings.forgets();
    const page = element.getAttribute("shared");
    const base = element.getAttribute("share-base") ?? (this.#entry && address(".").href);
    if (base) settings.shares(base, this.#entry?.own ?? true);
    if (page && !fresh) settings.opens(page, location.hash.slice(1), edition);
    settings.brings(() => this.#bring(program));
    rest.forEach((rest) => settings.has_result(rest));
    try {
      return widget.mount(into, element, quiz, settings);
    } catch (error) {
      if (!isTrap(error)) throw failures.quiz(error.message);
      Quiz.stopped({ error });
      throw failures.crash(error.message);
    }
  }

  /** The program has stopped: says so, with a button to start it again. */
  #stop(why, focus) {
    this.#settle();
    this.#card = undefined;
    this.#screens.forget();
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
    else {
      this.#card = undefined;
      this.#screens.forget();
    }
    const doctor = this.#element.hasAttribute("doctor") ? [`which-track: ${message}`, remedy] : [];
    if (!this.#element.shadowRoot && !doctor[0]) return; // the children show by themselves
    const [root, stays] = [this.#root(), this.#screens.first()?.into ?? this.#card];
    // What has the focus is not moved.
    [...root.children].forEach((child) => child === stays || child.remove());
    root.append(element("slot"), ...doctor.map((line) => element("p", {}, line)));
  }

  #report({ code, message, remedy }) {
    console.error(`which-track: ${message} ${remedy}`);
    this.#tell("error", { code, message });
  }

  #tell(name, detail) {
    this.#element.dispatchEvent(new CustomEvent(`which-track:${name}`, { bubbles: true, composed: true, detail }));
  }
}
