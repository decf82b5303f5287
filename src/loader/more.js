// The rest of the loader, which comes with the first sign of interest.
import { address, site } from "./site.js";

let attempts = 0;
let coming;

/** The rest. What did not come is asked for under another address: browsers remember a script that failed. */
export function more() {
  const mine = (coming ??= import(address(site.more + (attempts++ ? `?${attempts}` : ""))).catch((error) => {
    if (coming === mine) coming = undefined;
    throw error;
  }));
  return mine;
}

/** The next who asks does not wait for what is on its way. */
export const giveUpMore = () => (coming = undefined);
