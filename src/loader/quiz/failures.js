// What keeps a quiz from showing, with a code that docs/embedding.md explains and what helps against it.
import { address, site } from "./site.js";

/** Something that the page's error event tells; whatever else is thrown is a crash. */
export class Failure extends Error {
  constructor(code, message, remedy) {
    super(message);
    this.code = code;
    this.remedy = remedy;
  }

  /** Whether it may pass by itself, as a lost network does. */
  get passing() {
    return ["network", "script", "wasm"].includes(this.code);
  }
}

const { origin } = address(".");

export const failures = {
  network: (url, why) => new Failure("network", `${url} could not be loaded: ${why}.`,
    `Allow it in the page's policy: connect-src ${origin}; and let the server send Access-Control-Allow-Origin: *`),
  html: (url) => new Failure("network", `${url} could not be loaded: the server sent an HTML page in its place.`,
    "Many servers do this where a file is missing: see that it is there."),
  script: (url) => new Failure("script", `${url} could not be loaded as a script.`,
    `Allow it in the page's policy: script-src ${origin} 'wasm-unsafe-eval'`),
  wasm: (why) => new Failure("wasm", `WebAssembly could not be started: ${why}`, "Allow it in the page's policy: script-src 'wasm-unsafe-eval'"),
  off: () => new Failure("wasm-off", "WebAssembly is switched off in this browser.",
    "Lockdown Mode and the safer level of Tor Browser do this; their users can make an exception for the site."),
  old: () => new Failure("old-browser", "This browser is too old.", "It needs Chrome 111, Firefox 121, Safari 16.4."),
  quiz: (why) => new Failure("quiz", why, `Quizzes of this site: ${site.ids.join(", ")}`),
  crash: (why) => new Failure("crash", `The quiz stopped: ${why}`, "Please report it."),
};
