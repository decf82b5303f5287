// The loader: defines <which-track>, and keeps the frames of the page. One file in the built site.
import { WhichTrack } from "./element.js";
import { keepFrames } from "./frames.js";

if (!customElements.get("which-track")) {
  customElements.define("which-track", WhichTrack);
  keepFrames();
  addEventListener("hashchange", WhichTrack.followed);
  ["error", "unhandledrejection"].forEach((name) => addEventListener(name, WhichTrack.stopped));
  ["storage", "pageshow"].forEach((name) => addEventListener(name, WhichTrack.storedElsewhere));
  ["pagehide", "pageshow"].forEach((name) => addEventListener(name, WhichTrack.left));
  ["online", "pageshow"].forEach((name) => addEventListener(name, WhichTrack.tryAgain));
  document.addEventListener("visibilitychange", (event) => document.hidden || WhichTrack.tryAgain(event));
  new MutationObserver(WhichTrack.translated).observe(document, { subtree: true, attributeFilter: ["lang"] });
}
