// Saying something in place of or on a screen, seen and heard.

export function element(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  element.append(text);
  Object.entries(attributes).forEach((attribute) => element.setAttribute(...attribute));
  return element;
}

/** Says something on a screen. A button that is there stays: it may have the focus. `again` is the words of one, and what
    it does. */
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
