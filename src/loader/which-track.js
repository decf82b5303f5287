// The loader: defines <which-track>, which shows the first screen of a quiz and waits for interest in it. One small file in
// the built site; all else comes by loader/quiz.
import { WhichTrack } from "./element.js";
import { more } from "./more.js";
import { keepRoom } from "./root.js";

if (!customElements.get("which-track")) {
  customElements.define("which-track", WhichTrack);
  keepRoom();
  ["online", "pageshow"].forEach((name) => addEventListener(name, WhichTrack.tryAgain));
  document.addEventListener("visibilitychange", () => document.hidden || WhichTrack.tryAgain());
  new MutationObserver(WhichTrack.translated).observe(document, { subtree: true, attributeFilter: ["lang"] });
  // A frame on the page asks for its height.
  addEventListener("message", ({ data }) => data?.whichTrack && more().catch(() => {}));
  if (document.querySelector("iframe[data-which-track]")) more().catch(() => {});
}
