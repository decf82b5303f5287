// What runs at the beginning of every page: notes which quizzes are ready, and what nobody caught or what the console was
// told. In the page itself, since one of the drivers hears of neither.

/** As a function, which the server writes into its pages. It leaves no name behind. */
export function note() {
  const noted = { ready: new WeakSet(), noise: [] };
  window[Symbol.for("noted")] = noted;
  addEventListener("which-track:ready", ({ target }) => noted.ready.add(target), true);
  addEventListener("error", ({ message }) => noted.noise.push(message));
  addEventListener("unhandledrejection", ({ reason }) => noted.noise.push(String(reason)));
  for (const how of ["error", "warn"]) {
    const real = console[how];
    console[how] = (...words) => {
      noted.noise.push(words.join(" "));
      real.apply(console, words);
    };
  }
}
