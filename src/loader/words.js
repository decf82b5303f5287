// What the loader says before the widget is there: that it is loading, that the network is slow, that it did not come.
import { nearest } from "./language.js";
import { site } from "./site.js";

/** The loader's words in the language that is nearest to this one, or else in that of the site's first quiz, and that
    language: { loading, slow, failed, stopped, again, tag }. */
export function words(lang) {
  const tags = Object.keys(site.words);
  const tag = nearest(lang, tags) ?? tags[0];
  return { tag, ...site.words[tag] };
}

export function element(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  element.append(text);
  Object.entries(attributes).forEach((attribute) => element.setAttribute(...attribute));
  return element;
}

/** Says something in place, seen and heard. A button that is there stays: it may have the focus. `again` is the words of
    one, and what it does. */
export function say(into, lang, text, again) {
  const seen = into.querySelector(".nudge");
  const spoken = into.querySelector("[role=status]:not(.nudge)");
  [seen, spoken].forEach((place) => place?.setAttribute("lang", lang));
  if (spoken) spoken.textContent = text;
  const button = seen.querySelector("button") ?? (again && element("button", again[0], { type: "button", class: `again ${spoken ? "quiet" : "primary"}` }));
  if (again) [, button.onclick] = again;
  const line = element("span", text, spoken ? { "aria-hidden": true } : {});
  if (button?.isConnected) seen.firstChild.replaceWith(line);
  else seen.replaceChildren(line, " ", button ?? "");
}

/** A card that says it, where there is no screen to say it on. */
export function card() {
  const into = document.createElement("div");
  const quiz = element("div", element("p", "", { role: "status", class: "nudge" }), { class: "quiz failure" });
  into.append(quiz);
  return into;
}
