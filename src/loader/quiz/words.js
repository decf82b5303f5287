// What is said before the widget is there: that it is loading, that the network is slow, that it did not come.
import { nearest } from "../language.js";
import { element } from "../say.js";
import { site } from "./site.js";

/** The words in the language that is nearest to this one, or else in that of the site's first quiz, and that language:
    { loading, slow, failed, stopped, again, tag }. */
export function words(lang) {
  const tags = Object.keys(site.words);
  const tag = nearest(lang, tags) ?? tags[0];
  return { tag, ...site.words[tag] };
}

/** A card that says it, where there is no screen to say it on. */
export function card() {
  const into = document.createElement("div");
  const quiz = element("div", { class: "quiz failure" }, element("p", { role: "status", class: "nudge" }));
  into.append(quiz);
  return into;
}
