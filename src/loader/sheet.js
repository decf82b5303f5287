// Style sheets of shadow roots.

/** A style sheet with these styles. */
export function sheetOf(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
