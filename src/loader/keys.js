// The keys of the quiz's own controls, which the page around must not take for its shortcuts.

/** Keeps a key that a control of ours uses inside the shadow root: from outside nobody sees that it is a control. */
function hold(event) {
  const { key, target, currentTarget, ctrlKey, metaKey, altKey } = event;
  // What the page has put between the tags is its own.
  if (target.getRootNode() !== currentTarget) return;
  const used = target.type === "text" ? !/^(Esc|Tab|F\d)/.test(key) : target.matches("input, button, summary, a") && /^( |Enter|Arrow.+)$/.test(key);
  if (used && !ctrlKey && !metaKey && !altKey) event.stopPropagation();
}

/** Begins with it or ends it; `how` is "add" or "remove". */
export const holdKeys = (root, how) => ["keydown", "keypress", "keyup"].forEach((name) => root?.[`${how}EventListener`](name, hold));
