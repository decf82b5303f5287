#!/usr/bin/env node
// Runs the tool `which-track`, a native program that comes with the package for this platform.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { constants } from "node:os";

const { optionalDependencies } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const [platform, scope] = [`${process.platform}-${process.arch}`, "@which-track/cli-"];
const name = scope + platform;

/** Where the program is; ends with a sentence where it is not. */
function program() {
  try {
    return createRequire(import.meta.url).resolve(`${name}/which-track${process.platform === "win32" ? ".exe" : ""}`);
  } catch {
    const platforms = Object.keys(optionalDependencies).map((name) => name.slice(scope.length));
    give(name in optionalDependencies
      ? `${name} is missing, which has the tool for this platform. Install which-track again without leaving out optional dependencies (--omit=optional, or a lock file that was written on another platform).`
      : `there is no tool for ${platform}, only for ${platforms.join(", ")}. Elsewhere it can be built from its source with Rust. The widget needs no tool.`);
  }
}

function give(why) {
  console.error(`which-track: ${why}`);
  process.exit(1);
}

const child = spawn(program(), process.argv.slice(2), { stdio: "inherit" });
// Whoever ends this one means the program, which decides what comes of it.
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
SIGNALS.forEach((signal) => process.on(signal, () => child.kill(signal)));
child.on("error", ({ message }) => give(`the tool could not be started: ${message}`));
child.on("exit", (code, signal) => {
  if (!signal) process.exit(code);
  SIGNALS.forEach((signal) => process.removeAllListeners(signal));
  process.kill(process.pid, signal);
  // Where a signal does not end this one, what a shell would say.
  setTimeout(() => process.exit(128 + constants.signals[signal]), 1_000);
});
