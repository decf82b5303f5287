// Writes the reference pictures of every screen to tests/pictures, for a person to look at: `cargo xtask refs`.
import { mkdir, rm } from "node:fs/promises";
import { desk, journey, open, phone, site, start, stop } from "./browser.mjs";
import { answer, goOn, next, outcome, toResult, toReview } from "./quiz.mjs";

const folder = new URL("../pictures/", import.meta.url).pathname;
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const sizes = { phone, desk };
const languages = { en: "index.html", fr: "fr.html" };

await start();
try {
  for (const [size, options] of Object.entries(sizes)) {
    for (const [language, path] of Object.entries(languages)) {
      // The dark looks the same in every language.
      for (const colorScheme of language === "en" ? ["light", "dark"] : ["light"]) {
        await journey({ ...options, colorScheme, reducedMotion: "reduce" }, (page) => pictures(page, path, `${size}-${colorScheme}-${language}`));
      }
    }
  }
} finally {
  await stop();
}

/** All screens of one way through the quiz, the last one in three parts: its top, all of it, and unfolded. */
async function pictures(page, path, suffix) {
  const picture = (name, options = {}) => page.screenshot({ path: `${folder}${name}-${suffix}.png`, animations: "disabled", ...options });
  const quiz = (name) => page.locator("which-track").screenshot({ path: `${folder}${name}-${suffix}.png`, animations: "disabled" });
  await open(page, path);
  await rebase(page);
  await page.evaluate(() => scrollTo(0, 0));
  await picture("post");
  await quiz("first");
  await next(page).click();
  await page.locator("which-track .nudge:not(:empty)").waitFor();
  await quiz("nudge");
  const seen = new Set();
  for (let at = 0; (await page.locator("which-track .review").count()) === 0; at += 1) {
    const kind = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("which-track");
      return ["ranking", "scale"].find((name) => shadowRoot.querySelector(`.${name}`)) ?? shadowRoot.querySelector(".option input")?.type;
    });
    await answer(page, at % 3);
    if (at === 0) await page.locator("which-track .mark input").check();
    if (!seen.has(kind)) await quiz(kind);
    seen.add(kind);
    await goOn(page);
  }
  await quiz("review");
  await toResult(page);
  await outcome(page).scrollIntoViewIfNeeded();
  await picture("result-top");
  await quiz("result");
  if (suffix === "phone-light-en") await excerpt(page);
  const links = await shared(page);
  if (suffix === "phone-light-en" || suffix === "phone-light-fr") {
    // The longest pictures, once a language.
    for (const summary of await page.locator("which-track summary").all()) await summary.click();
    await quiz("unfolded");
  }
  await page.evaluate(() => localStorage.clear());
  await page.goto(links.damaged);
  await page.locator("which-track fieldset").waitFor();
  await picture("damaged");
  await page.goto(links.link);
  await page.locator("which-track .friend").waitFor();
  await quiz("friend");
  await page.goto(links.invitation);
  await page.locator("which-track .waiting").waitFor();
  await picture("invited");
  await toReview(page, { nth: (at) => (at * 2 + 1) % 3 });
  await toResult(page);
  await page.locator("which-track .compare").screenshot({ path: `${folder}compared-${suffix}.png`, animations: "disabled" });
}

/** Lets the links in the pictures begin with the same address every time. */
async function rebase(page) {
  const ready = page.evaluate(() => new Promise((ready) => document.addEventListener("which-track:ready", ready, { once: true })).then(() => true));
  await page.evaluate(() => document.querySelector("which-track").setAttribute("share-base", "https://quiz.example"));
  await ready;
}

/** The links of a reader who shows everything, on this site. */
async function shared(page) {
  await page.locator("which-track .levels input").nth(2).check();
  const here = async (name) => (await page.locator(`which-track [data-control=${name}]`).inputValue()).replace("https://quiz.example", site());
  const [link, invitation] = [await here("link"), await here("invitation")];
  await page.locator("which-track .levels input").nth(1).check();
  return { link, invitation, damaged: link.slice(0, -2) };
}

/** The README's picture: the upper part of a result. */
async function excerpt(page) {
  const box = await page.locator("which-track").boundingBox();
  const top = box.y + (await page.evaluate(() => scrollY));
  const clip = { x: 0, y: top - 8, width: 390, height: 980 };
  await page.screenshot({ path: new URL("../../docs/result.png", import.meta.url).pathname, fullPage: true, clip, animations: "disabled" });
}
