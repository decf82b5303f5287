// Chromium, by Playwright.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PROGRAMS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };

export const program = () => PROGRAMS.find(existsSync) ?? process.env.CHROMIUM;

export async function launch({ dark, forced } = {}) {
  const browser = await chromium.launch({ executablePath: program(), args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
  const page = async (size) => {
    const context = await browser.newContext({ viewport: SIZES[size], colorScheme: dark ? "dark" : "light", forcedColors: forced ? "active" : "none" });
    return driven(context, await context.newPage());
  };
  return { page, close: () => browser.close() };
}

function driven(context, page) {
  const noise = [];
  page.on("pageerror", (error) => noise.push(String(error)));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && noise.push(message.text()));
  return {
    open: (url) => page.goto(url),
    reload: () => page.reload(),
    back: () => page.goBack(),
    evaluate: (run, ...args) => page.evaluate(([source, args]) => (0, eval)(`(${source})`)(...args), [String(run), args]),
    press: (x, y) => page.mouse.click(x, y),
    key: (name) => page.keyboard.press(name),
    type: (text) => page.keyboard.type(text),
    screenshot: () => page.screenshot(),
    pdf: () => page.pdf({ width: "21cm", height: "29.7cm" }),
    another: async () => driven(context, await context.newPage()),
    noise: async () => noise,
    close: () => context.close(),
  };
}
