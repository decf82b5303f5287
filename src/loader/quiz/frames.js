// On the page around frames: answers their hello, and gives each the height that it asks for.

const frames = () => [...document.querySelectorAll("iframe[data-which-track]")];

const preference = matchMedia("(prefers-color-scheme: dark)");

/** The look of a frame: as its attribute says, else as the page around it. */
function theme(frame) {
  const asked = frame.dataset.theme;
  if (asked && asked !== "auto") return asked;
  const { colorScheme } = getComputedStyle(frame);
  const isDark = colorScheme.includes("dark") && (preference.matches || !colorScheme.includes("light"));
  return isDark ? "dark" : "light";
}

/** Greets a frame, which from then on tells its height. */
function greet(frame, origin) {
  const { lang } = frame.closest("[lang]") ?? {};
  const open = window === top && !frame.hasAttribute("sandbox"); // a frame cannot find out by itself
  // One without an origin of its own can be told by nothing else.
  frame.contentWindow.postMessage({ whichTrack: { v: 1, event: "hello", theme: theme(frame), lang, open } }, origin === "null" ? "*" : origin);
}

/** Where a frame should be. Nowhere, where its address is none. */
function home(frame) {
  try {
    return new URL(frame.src).origin;
  } catch {
    return undefined;
  }
}

function listen({ source, origin, data }) {
  const { v, event, height } = data?.whichTrack ?? {};
  const frame = v === 1 && frames().find((frame) => frame.contentWindow === source);
  // A frame that is shut off from its own origin says "null".
  if (!frame || (origin !== "null" && origin !== home(frame))) return;
  if (event === "hello") greet(frame, origin);
  else if (event === "resize" && Number.isFinite(height)) fit(frame, Math.min(Math.max(height, 100), 20000));
}

/** Gives a frame a height, also against the page's styles. Where they do not let it have that, it goes on scrolling. */
function fit(frame, height) {
  const set = (height) => frame.style.setProperty("height", `${height}px`, "important");
  const lacking = () => height - frame.clientHeight;
  set(height);
  if (lacking() > 0) set(height + lacking()); // a border takes some
  const fits = lacking() <= 0;
  if (!fits) set(height);
  frame.scrolling = fits ? "no" : "auto"; // only now that somebody keeps the height
}

/** A frame that has gone elsewhere keeps no height anymore. */
function left({ target }) {
  if (frames().includes(target)) target.scrolling = "auto";
}

export function keepFrames() {
  addEventListener("message", listen);
  document.addEventListener("load", left, true);
  const all = () => frames().forEach((frame) => greet(frame, "*"));
  all(); // those that came before this script, and have greeted nobody
  preference.addEventListener("change", all);
}
