// What is fetched: each file once for all elements of a page, and anew where somebody tries again.
import { despiteLeaving } from "../left.js";
import { sheetOf } from "../sheet.js";
import { Failure, failures } from "./failures.js";
import { address, site } from "./site.js";

let trying = new AbortController();
let ahead = new Map(); // answers to what was asked for already, by addresses

/** The first part of the loader has asked for the program and the quiz. */
export function takeOver({ responses, stop }) {
  ahead = new Map(responses);
  trying = stop;
}

/** A file's contents, by `read`. */
const get = (url, read) => despiteLeaving(async () => {
  const answer = ahead.get(url.href) ?? fetch(url, { signal: trying.signal });
  ahead.delete(url.href); // it can be read once
  const response = await answer;
  const { ok, status } = response;
  if (!ok) throw Object.assign(failures.network(url, `the server answered ${status}`), { status });
  if (/^text\/html/i.test(response.headers.get("content-type"))) throw failures.html(url);
  return read(response);
}).catch((error) => {
  throw error instanceof Failure ? error : failures.network(url, error.message);
});

/** One download for all elements of a page. `again` gives up one that is under way. */
function once(fetch) {
  let fetched;
  let complete;
  const load = () => {
    const mine = (fetched ??= fetch().then((value) => {
      complete = true;
      return value;
    }).catch((error) => {
      if (fetched === mine) fetched = undefined; // a lost network may come back
      throw error;
    }));
    return mine;
  };
  load.again = () => complete || (fetched = undefined);
  return load;
}

let starts = 0;

/** The program, with what only a result needs: another file, which is linked to this one's memory, and its styles. Another
    program takes its place after a crash, or when its download is given up: hence the mark in the glue's address. */
const program = () => once(async () => {
  if (!("adoptedStyleSheets" in Document.prototype)) throw failures.old();
  if (!("WebAssembly" in window)) throw failures.off();
  let glue;
  const start = () => {
    glue = address(`${site.program}.js${starts ? `?${starts}` : ""}`);
    starts += 1;
    return import(glue);
  };
  const url = address(`${site.program}_bg.wasm`);
  const response = () => get(url, (response) => response);
  let [widget, wasm] = await Promise.all([despiteLeaving(start).catch(() => ({})), response()]);
  if (!widget.default) throw failures.script(glue);
  // The glue compiles while streaming, and falls back where the server names another type than application/wasm.
  const exports = await despiteLeaving(async () => {
    const compiled = wasm ?? (await response());
    wasm = undefined; // this one can be read once, too
    return widget.default({ module_or_path: compiled });
  }).catch((error) => {
    if (error instanceof Failure) throw error;
    throw error.name === "TypeError" ? failures.network(url, error.message) : failures.wasm(error.message);
  });
  const loadResult = once(async () => {
    const [sheet] = await Promise.all([loadResultStyles(), site.result && link(exports)]);
    return sheet;
  });
  return { widget, loadResult };
});

/** Links the file of the result to a program: it uses that one's memory, and its functions take their places there. */
async function link(exports) {
  const url = address(site.result);
  const bytes = await get(url, (response) => response.arrayBuffer());
  await WebAssembly.instantiate(bytes, { _: exports }).catch(({ message }) => {
    throw failures.wasm(message);
  });
}

/** The program, which is another one after a crash. */
export let loadProgram = program();

const loadResultStyles = once(async () => sheetOf(await get(address(site.styles), (response) => response.text())));

/** After a crash nothing of the old program may be used. */
export const renewProgram = () => (loadProgram = program());

/** Gives up all downloads that are under way. */
export function giveUp() {
  trying.abort();
  trying = new AbortController();
  ahead.clear();
  loadProgram.again();
  loadResultStyles.again();
}

/** What a JSON file holds. */
export async function fetched(url) {
  const text = await get(url, (response) => {
    tooLarge(response.headers.get("content-length"), url);
    return response.text();
  });
  // Also from a server that names no type.
  if (/^\s*<(!|html)/i.test(text)) throw failures.html(url);
  return parsed(text, url);
}

/** How many bytes a compiled quiz has at most: docs/format.md. */
const LARGEST = 2 * 1024 * 1024;

function tooLarge(size, where) {
  if (size > LARGEST) throw failures.quiz(`${where} is larger than any quiz.`);
}

export function parsed(text, where) {
  tooLarge(text.length, where);
  try {
    return JSON.parse(text);
  } catch {
    throw failures.quiz(`${where} is not JSON.`);
  }
}
