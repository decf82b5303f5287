// Every screen of the quiz, each opened at once from stored answers, and what can be measured on it.
import { at, home, open, site } from "../journeys/browser.mjs";
import { outcome, wholeResult } from "../journeys/quiz.mjs";

const ALL = "goal*=architecture;background=systems;stage=senior;zero-to-one=built;shipped=production,leaner;day=deep;autonomy=-1;interview=debug;strategy=1;place=1;intensity=-2;priorities=technology,product,exits";

/** What is stored in the browser of somebody who sees the screen. */
const STORED = {
  "the first question": "",
  "a single choice": "1;@background;goal*=architecture;background=models",
  "several choices": "1;@shipped;goal=architecture;shipped=production,leaner",
  "a scale": "1;@autonomy;goal=architecture;autonomy=1",
  "a ranking": "1;@priorities;goal=architecture;priorities=technology,pay",
  "the review": `1;@@review;${ALL}`,
  "the result": `1;@@result;${ALL}`,
};

/** Those on which something is asked. */
export const QUESTIONS = Object.keys(STORED).slice(0, 5);

/** Every screen; the last two are opened by a link. */
export const SCREENS = [...Object.keys(STORED), "a friend's result", "a comparison"];

const unfold = (page) => page.evaluate(() => document.querySelector("which-track").shadowRoot.querySelectorAll("details").forEach((details) => (details.open = true)));
const store = (page, stored) => page.evaluate((stored) => {
  localStorage.clear();
  if (stored) localStorage.setItem("which-track:pm-vs-sde", stored);
}, stored);

/** Opens one screen, with all unfolded that can be; with other answers, where these are given. */
export async function show(page, screen, stored = STORED[screen]) {
  if (!page.url().startsWith(site())) {
    await page.route(`${site()}/empty`, (route) => route.fulfill({ contentType: "text/html", body: `<link rel="icon" href="data:,">` }));
    await home(page, "empty"); // where something can be stored
  }
  const linked = !(screen in STORED);
  await store(page, linked ? STORED["the result"] : stored);
  await open(page);
  if (linked || screen === "the result") await wholeResult(page);
  if (linked) {
    await page.getByRole("radio", { name: "Everything, with all my answers" }).check();
    const compared = screen === "a comparison";
    const link = await page.locator(`which-track [data-control=${compared ? "invitation" : "link"}]`).inputValue();
    if (!compared) await store(page, "");
    await page.goto("about:blank");
    await at(page, link);
    await outcome(page).waitFor();
    if (compared) await wholeResult(page);
  }
  await unfold(page);
}

/** Looks at these screens, one after the other. */
export async function each(page, look, screens = SCREENS) {
  for (const screen of screens) {
    await show(page, screen);
    await look(screen);
  }
}

/** Words and controls that are cut off, stand on each other, or leave the paper. */
export const lost = (page) => page.evaluate(() => {
  const paper = document.querySelector("which-track").shadowRoot.querySelector(".quiz");
  const { left, right } = paper.getBoundingClientRect();
  const unseen = (element) => element.closest(".visually-hidden, svg, progress, [type=text]");
  const said = [];
  for (const element of paper.querySelectorAll("*")) {
    if (unseen(element)) continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    const cut = (overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1) || (overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1);
    if (cut) said.push(`<${element.localName} class="${element.className}"> cuts off what is in it`);
  }
  const lines = [];
  const texts = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (!data.trim() || unseen(parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const box = parentElement.closest("button, label.option, summary, .mark, .place")?.getBoundingClientRect();
    for (const line of range.getClientRects()) {
      if (line.width < 1) continue;
      if (line.left < left - 1 || line.right > right + 1) said.push(`"${data.slice(0, 30)}" leaves the paper`);
      if (box && (line.left < box.left - 1 || line.right > box.right + 1 || line.top < box.top - 2 || line.bottom > box.bottom + 2)) said.push(`"${data.slice(0, 30)}" leaves its control`);
      lines.push({ data, line, node: texts.currentNode });
    }
  }
  for (const [nth, one] of lines.entries()) {
    for (const other of lines.slice(nth + 1)) {
      if (one.node === other.node) continue;
      const wide = Math.min(one.line.right, other.line.right) - Math.max(one.line.left, other.line.left);
      const high = Math.min(one.line.bottom, other.line.bottom) - Math.max(one.line.top, other.line.top);
      if (wide > 2 && high > 0.3 * Math.min(one.line.height, other.line.height)) said.push(`"${one.data.slice(0, 30)}" stands on "${other.data.slice(0, 30)}"`);
    }
  }
  return [...new Set(said)];
});

/** Lets a page measure contrast as WCAG has it: `window.contrast(color, element)` is that of a color to what lies behind an
    element. */
export const measureContrast = (page) => page.addInitScript(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const light = (color) => {
    const [red, green, blue] = [...rgba(color)].slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element) => {
    for (let around = element.parentElement; around; around = around.parentElement) {
      const { backgroundColor } = getComputedStyle(around);
      if (rgba(backgroundColor)[3] === 255) return backgroundColor;
    }
    return "#fff";
  };
  window.contrast = (color, element) => {
    const [more, less] = [light(color), light(behind(element))].sort((one, other) => other - one);
    return (more + 0.05) / (less + 0.05);
  };
});
