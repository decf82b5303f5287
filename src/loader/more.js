// The rest of the loader, which comes with the first sign of interest. The program and the quiz are asked for beside it: the
// rest could ask for them a round trip later only.
import { address, site } from "./site.js";

let attempts = 0;
let coming;
let ahead; // what was asked for beside it, by addresses: { responses, stop }

/** The rest. For an element also the program, and what it wants of the site, { quiz }; frames on the page need nothing of this.
    What did not come is asked for under another address: browsers remember a script that failed. */
export function more(wanted) {
  const mine = (coming ??= load(wanted).catch((error) => {
    if (coming === mine) giveUpMore();
    throw error;
  }));
  return mine;
}

async function load(wanted) {
  if (wanted && !attempts) ahead = ask([`${site.program}_bg.wasm`].concat(wanted.quiz ?? []));
  const rest = await import(address(site.more + (attempts++ ? `?${attempts}` : "")));
  if (ahead) rest.takeOver(ahead);
  ahead = undefined;
  return rest;
}

/** Asks for the glue and for these files, ahead of whoever takes them over and says what did not come. */
function ask(paths) {
  const stop = new AbortController();
  const pass = () => {};
  import(address(`${site.program}.js`)).catch(pass);
  const responses = paths.map((path) => {
    const { href } = address(path);
    const response = fetch(href, { signal: stop.signal });
    response.catch(pass);
    return [href, response];
  });
  return { responses, stop };
}

/** The next who asks does not wait for what is on its way. */
export function giveUpMore() {
  ahead?.stop.abort();
  coming = ahead = undefined;
}
