// Saying something in place of or on a screen, seen and heard.

/** An element with what is in it. */
export function element(tag, attributes = {}, ...inner) {
  const element = document.createElement(tag);
  Object.entries(attributes).forEach((attribute) => element.setAttribute(...attribute));
  element.append(...inner);
  return element;
}

/** Says something on a screen. A button that is there stays: it may have the focus. `again` is the words of one, and what
    it does. */
export function say(into, lang, text, again) {
  const seen = into.querySelector(".nudge");
  const spoken = into.querySelector("[role=status]:not(.nudge)");
  [seen, spoken].forEach((place) => place?.setAttribute("lang", lang));
  if (spoken) spoken.textContent = text;
  const button = seen.querySelector("button") ?? (again && element("button", { type: "button", class: `again ${spoken ? "quiet" : "primary"}` }, again[0]));
  if (again) [, button.onclick] = again;
  const line = element("span", spoken ? { "aria-hidden": true } : {}, text);
  if (button?.isConnected) seen.firstChild.replaceWith(line);
  else seen.replaceChildren(line, " ", button ?? "");
}
