// WebKit: MiniBrowser on a screen of its own (Xvfb), driven by plain WebDriver calls. It hears nothing of the console and
// prints nothing; a page of a phone's width is in a frame.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";

const LIBRARIES = "/usr/lib";

/** MiniBrowser is no program for users, and so on nobody's PATH. */
export function program() {
  const machines = existsSync(LIBRARIES) ? readdirSync(LIBRARIES).filter((name) => name.endsWith("-linux-gnu")) : [];
  const browsers = machines.map((machine) => `${LIBRARIES}/${machine}/webkit2gtk-4.1/MiniBrowser`);
  return ["/usr/bin/WebKitWebDriver", "/usr/bin/Xvfb"].every(existsSync) ? browsers.find(existsSync) : undefined;
}

/** The screen is wide and its pointer stands in the middle. Nobody manages its windows: what is under the pointer has the
    focus, so that every window lies there. */
const SCREEN = { width: 1280, height: 1024 };

/** The window for each size; none is narrower than 447 pixels. */
const SIZES = { phone: { width: 460, height: 920 }, desk: { width: 1280, height: 900 } };

/** Letters of the keys without one: WebDriver, section 15.4.2. */
const KEYS = { Tab: "\uE004", Enter: "\uE006", Escape: "\uE00C", ArrowUp: "\uE013", ArrowDown: "\uE015" };

async function startScreen() {
  const started = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", `${SCREEN.width}x${SCREEN.height}x24`, "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await once(started.stdio[3], "data");
  return { display: `:${String(number).trim()}`, stop: () => started.kill() };
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function startDriver(display) {
  const port = await freePort();
  const started = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], { stdio: "ignore", env: { ...process.env, DISPLAY: display, NO_AT_BRIDGE: "1" } });
  const call = async (method, path, body, limit = 40_000) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(limit) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const late = Date.now() + 10_000;
  while (!(await call("GET", "/status").catch(() => false))) assert.ok(Date.now() < late, "WebKitWebDriver does not start");
  return { call, stop: () => started.kill() };
}

/** It knows nothing of a reader's settings. */
export async function launch() {
  const screen = await startScreen();
  const driver = await startDriver(screen.display);
  const options = { binary: program(), args: ["--automation"] };
  const { sessionId } = await driver.call("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } });
  const call = (method, path, ...rest) => driver.call(method, `/session/${sessionId}${path}`, ...rest);
  const first = await call("GET", "/window"); // it stays: a session ends with its last window
  let current = first;
  const turnTo = async (handle) => {
    await call("POST", "/window", { handle });
    current = handle;
  };
  const page = async (size) => {
    const { handle } = await call("POST", "/window/new", { type: "window" });
    await turnTo(handle);
    const { width, height } = SIZES[size];
    await call("POST", "/window/rect", { x: (SCREEN.width - width) / 2, y: (SCREEN.height - height) / 2, width, height });
    const toFront = async () => {
      if (current === handle) return false;
      await turnTo(handle);
      return true;
    };
    const close = async () => {
      await turnTo(handle);
      await call("DELETE", "/window");
      await turnTo(first);
    };
    return driven({ call, toFront, close, another: () => page(size) }, size);
  };
  const close = async () => {
    await call("DELETE", "").catch(() => {}); // one that hangs is ended with its screen
    driver.stop();
    screen.stop();
  };
  return { page, close };
}

/** A page in a window. Another one may have been turned to meanwhile, which leaves the frame too. */
function driven({ call: raw, toFront, close, another }, size) {
  const framed = size === "phone";
  const call = async (...request) => {
    if (await toFront()) await enter();
    return raw(...request);
  };
  const execute = (run, ...args) => call("POST", "/execute/async", {
    script: `const [args, done] = arguments; Promise.resolve().then(() => (${run})(...args)).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
    args: [args],
  });
  const evaluate = async (run, ...args) => {
    const { value, error } = await execute(run, ...args);
    if (error) throw new Error(error);
    return value;
  };
  const enter = async () => {
    if (!framed) return;
    await raw("POST", "/frame", { id: null });
    await raw("POST", "/frame", { id: await raw("POST", "/element", { using: "css selector", value: "iframe" }) });
  };
  const open = async (url) => {
    await call("POST", "/url", { url: framed ? `${new URL(url).origin}/phone?${encodeURIComponent(url)}` : url });
    await enter();
  };
  const go = (how) => async () => {
    await call("POST", how, {});
    await enter();
  };
  const typed = (letters) => call("POST", "/actions", { actions: [{
    type: "key", id: "keys",
    actions: [...letters].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]),
  }] });
  return {
    open,
    reload: go("/refresh"),
    back: go("/back"),
    evaluate,
    press: (x, y) => call("POST", "/actions", { actions: [{
      type: "pointer", id: "mouse", parameters: { pointerType: "mouse" },
      actions: [{ type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0 }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }],
    }] }),
    key: (name) => typed([KEYS[name] ?? name]),
    type: typed,
    // It hangs now and then.
    screenshot: async () => Buffer.from(await call("GET", "/screenshot", undefined, 5_000), "base64"),
    another,
    noise: () => evaluate(() => window[Symbol.for("noted")].noise),
    close,
  };
}
