// The widget takes the place of the first screen, with what was done on it.

const inputs = (within) => [...within.querySelectorAll("input")];
const controls = (within) => [...within.querySelectorAll("input, button:not(.again)")];
const asked = (within) => within.querySelector(".prompt")?.textContent;

/** One turn of the browser, in which the widget renders what it was told. */
export const rendered = () => new Promise((resolve) => setTimeout(resolve));

/** Gives the place in the root to the widget, with the answers that were chosen, the focus, and a Next that was pressed.
    Where the widget shows another screen, as after answers in another tab, nothing is pressed. */
export async function take(first, root, into) {
  const focused = root.activeElement;
  const at = controls(first.into).indexOf(focused);
  const prompt = asked(first.into);
  const same = () => asked(into) === prompt;
  const here = same();
  root.replaceChildren(into);
  if (focused) ((here && controls(into)[at]) || into.querySelector("[data-control=heading]"))?.focus({ preventScroll: true });
  const presses = [
    ...inputs(first.into).map(({ checked }, at) => () => checked && !inputs(into)[at]?.checked && inputs(into)[at]),
    ...[...first.placed].map((name) => () => into.querySelector(`[data-control="${name}"]`)),
    () => first.onward && into.querySelector(first.onward),
  ];
  for (const press of presses) {
    const control = same() && press();
    if (!control) continue;
    control.click();
    await rendered();
  }
}
