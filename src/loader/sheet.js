// Style sheets made of text, for shadow roots and for the page.

/** A style sheet with these styles. */
export function sheetOf(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
