// Firefox, by Puppeteer over WebDriver BiDi, which it speaks without a driver of its own.
import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";

const PROGRAMS = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];
const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };

export const program = () => PROGRAMS.find(existsSync);

/** What stands for a reader's settings. */
const PREFERENCES = {
  dark: { "layout.css.prefers-color-scheme.content-override": 0 },
  forced: { "browser.display.document_color_use": 2 },
  guarded: { "privacy.resistFingerprinting": true },
  uncompiled: { "javascript.options.wasm": false },
};

export async function launch(wishes = {}) {
  const chosen = Object.keys(PREFERENCES).filter((wish) => wishes[wish]);
  const extraPrefsFirefox = Object.assign({}, ...chosen.map((wish) => PREFERENCES[wish]));
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: program(), headless: true, extraPrefsFirefox });
  const page = async (size) => {
    const context = await browser.createBrowserContext();
    return driven(context, await fresh(context, size), size);
  };
  return { page, close: () => browser.close() };
}

async function fresh(context, size) {
  const page = await context.newPage();
  await page.setViewport(SIZES[size]);
  return page;
}

function driven(context, page, size) {
  const noise = [];
  page.on("pageerror", (error) => noise.push(String(error)));
  page.on("console", (message) => ["error", "warn"].includes(message.type()) && noise.push(message.text()));
  return {
    open: (url) => page.goto(url),
    reload: () => page.reload(),
    back: () => page.goBack(),
    evaluate: (run, ...args) => page.evaluate((source, args) => (0, eval)(`(${source})`)(...args), String(run), args),
    press: (x, y) => page.mouse.click(x, y),
    key: (name) => page.keyboard.press(name),
    type: (text) => page.keyboard.type(text),
    screenshot: () => page.screenshot(),
    pdf: () => page.pdf({ width: "21cm", height: "29.7cm" }),
    another: async () => driven(context, await fresh(context, size), size),
    noise: async () => noise,
    close: () => context.close(),
  };
}
