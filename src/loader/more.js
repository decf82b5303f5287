// The rest of the loader, which comes with the first sign of interest. The program is asked for beside it: it is by far the
// largest of what comes, and the rest could ask for it a round trip later only.
import { address, site } from "./site.js";

let attempts = 0;
let coming;
let program; // the one that was asked for: { response, stop }

/** The rest. What did not come is asked for under another address: browsers remember a script that failed. */
export function more() {
  const mine = (coming ??= load().catch((error) => {
    if (coming === mine) giveUpMore();
    throw error;
  }));
  return mine;
}

async function load() {
  if (!attempts) program = ask(address(site.wasm));
  const rest = await import(address(site.more + (attempts++ ? `?${attempts}` : "")));
  if (program) rest.takeOver(program);
  program = undefined;
  return rest;
}

function ask(url) {
  const stop = new AbortController();
  const response = fetch(url, { signal: stop.signal });
  response.catch(() => {}); // whoever takes it over says so
  return { response, stop };
}

/** The next who asks does not wait for what is on its way. */
export function giveUpMore() {
  program?.stop.abort();
  coming = program = undefined;
}
