// Which of some languages is nearest to the one that is wanted.

/** RFC 4647, section 3.4 (lookup), and then whichever has the same primary language. `tags` are in small letters. */
export function nearest(wanted, tags) {
  const range = wanted.toLowerCase().replaceAll("_", "-");
  // A single letter goes with what it introduces.
  for (let left = range; left; left = left.replace(/(-.)?-?[^-]*$/, "")) {
    if (tags.includes(left)) return left;
  }
  const primary = (tag) => tag.split("-")[0];
  return tags.find((tag) => primary(tag) === primary(range));
}

/** The language of an element: its own or the nearest one around it, also beyond shadow roots. */
export function languageOf(element) {
  for (let at = element; at; at = at.parentNode ?? at.host) {
    const lang = at.getAttribute?.("lang");
    if (lang) return lang;
  }
  return "";
}
