// On the page around frames: answers their hello, and gives each the height that it asks for.

const frames = () => [...document.querySelectorAll("iframe[data-which-track]")];

/** Greets a frame, which from then on tells its height. */
function greet(frame, origin) {
  const { lang } = frame.closest("[lang]") ?? {};
  // One without an origin of its own can be told by nothing else.
  frame.contentWindow.postMessage({ whichTrack: { v: 1, event: "hello", theme: frame.dataset.theme, lang } }, origin === "null" ? "*" : origin);
}

function listen({ source, origin, data }) {
  const { v, event, height } = data?.whichTrack ?? {};
  const frame = v === 1 && frames().find((frame) => frame.contentWindow === source);
  // A frame that is shut off from its own origin says "null".
  if (!frame || (origin !== "null" && origin !== new URL(frame.src, document.baseURI).origin)) return;
  if (event === "hello") greet(frame, origin);
  else if (event === "resize" && Number.isFinite(height)) {
    frame.style.height = `${Math.min(Math.max(height, 100), 20000)}px`;
    frame.scrolling = "no"; // only now that somebody keeps the height
  }
}

export function keepFrames() {
  addEventListener("message", listen);
  frames().forEach((frame) => greet(frame, "*")); // those that came before this script, and have greeted nobody
}
