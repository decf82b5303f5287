// Tries the quiz on real hosts: `node tests/hosts/real/run.mjs [--pictures FOLDER] [HOST…]` installs each, makes a site with
// a post as docs/embedding.md says, and lets a reader take the quiz there. A line per host says how that went. It installs
// from npm, PyPI and, as root, from Debian, and takes minutes: no part of the suite.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { site, start, stop } from "../../journeys/browser.mjs";
import { end, freeAddress, read, serve, wander } from "./common.mjs";

const here = new URL("./", import.meta.url);
const all = readdirSync(here).map((name) => name.replace(".mjs", "")).filter((name) => !["common", "run"].includes(name));

const { values, positionals } = parseArgs({ allowPositionals: true, options: { pictures: { type: "string" } } });
const hosts = positionals.length > 0 ? positionals : all;
const pictures = values.pictures ?? mkdtempSync(join(tmpdir(), "which-track-pictures-"));
mkdirSync(pictures, { recursive: true });

/** Makes the host's site in a folder and reads it. Gives the version of the host. */
async function attempt(name, folder) {
  const [{ make }, blog] = [await import(new URL(`${name}.mjs`, here)), await freeAddress()];
  const { version, root, posts, link, quiz } = { quiz: site(), ...(await make({ folder, quiz: site(), blog })) };
  if (root) await serve(join(folder, root), blog);
  const shot = (post) => (screen) => join(pictures, `${[name, ...post.match(/\w+/g), screen].join("-")}.png`);
  for (const post of posts) await read(blog + post, quiz, shot(post));
  if (link) await wander(blog, link);
  return version;
}

await start();
for (const name of hosts) {
  const folder = mkdtempSync(join(tmpdir(), `which-track-${name}-`));
  const began = Date.now();
  const say = (how) => console.log(`${name}: ${how}, ${Math.round((Date.now() - began) / 1000)} s`);
  try {
    say(`passed, ${await attempt(name, folder)}`);
  } catch ({ message }) {
    say(`failed, ${message}`);
    process.exitCode = 1;
  } finally {
    await end();
    rmSync(folder, { recursive: true, force: true });
  }
}
await stop();
console.log(`Pictures: ${pictures}`);
