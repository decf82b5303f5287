// What a reader has answered and where they are, kept in the browser.

const KEY = "free-day";

/** { at, answers } as an earlier visit left it. Storage that is forbidden has nothing. */
export function restored() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? { at: 0, answers: {} };
  } catch {
    return { at: 0, answers: {} };
  }
}

export function keep(progress) {
  try {
    localStorage.setItem(KEY, JSON.stringify(progress));
  } catch {
    // The quiz goes on without.
  }
}
