// Runs in every page before all else: sees what a reader sees, and when. `peer` says where to look, `prompts` what is asked.
// A time is that of the page, in milliseconds since it was asked for.

/** Nothing takes as long, in milliseconds. */
const LIMIT = 30_000;

/** What a reader would call there: in the page, and of a size. */
function visible(element) {
  if (!element?.checkVisibility()) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
}

/** Begins to look for screen number `at` at once. */
function startRobot({ peer, prompts, title, at }) {
  const root = () => (peer.root ? document.querySelector(peer.root)?.shadowRoot : document);
  const all = (what) => [...(root()?.querySelectorAll(peer[what]) ?? [])].filter(visible);

  /** What comes one after the other: the questions, what looks over the answers where there is such a screen, the verdict. */
  const screens = [...prompts.map((text) => ["prompt", text]), ...(peer.review ? [["review", ""]] : []), ["verdict", title]];

  /** Whether screen number `at` is there. */
  function there(at) {
    const [what, text] = screens[at];
    // Text first: looking at places makes the browser lay the page out.
    return [...(root()?.querySelectorAll(peer[what]) ?? [])].some((found) => found.textContent.trim().startsWith(text) && visible(found));
  }

  /** When something is painted: at the beginning of the frame after the one that had it. */
  const painted = (there) => new Promise((resolve, late) => {
    setTimeout(() => late(new Error(`what was waited for is not there after ${LIMIT} ms: ${root()?.textContent}`)), LIMIT);
    const look = () => (there() ? requestAnimationFrame(() => resolve(performance.now())) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  });

  const place = (element) => {
    element.scrollIntoView({ block: "nearest", behavior: "instant" });
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };

  /** Where to press. From that press on, it is measured how long it takes until something is painted. */
  function aim(element, there) {
    const pressed = new Promise((resolve) => addEventListener("click", ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true }));
    window.robot.measured = Promise.all([pressed, painted(there)]).then(([from, to]) => ({ from, to }));
    return place(element);
  }

  /** Option number `option`, until it shows as chosen. */
  const choose = (option) => aim(all("option")[option], () => {
    const line = all("option")[option];
    return (line?.querySelector("input") ?? line?.control)?.checked;
  });

  /** The button that leads on, until screen number `at` is there. */
  const next = (at) => aim(all("next")[0], () => there(at));

  /** The same without a finger, as fast as the page goes: answers all but the last, and gives how long each step took. */
  async function through() {
    const steps = [];
    for (let now = 0; now < prompts.length - 1; now += 1) {
      all("option")[now % 3].click();
      await painted(() => true);
      const from = performance.now();
      all("next")[0].click();
      steps.push((await painted(() => there(now + 1))) - from);
    }
    return steps;
  }

  window.robot = { first: painted(() => there(at)), choose, next, through };
}
