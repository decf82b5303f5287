// A post in Ghost, whose HTML card has the lines. Ghost is made for MySQL; a MariaDB stands in for it.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { answers, lines, mariadb, npm, run, started, write } from "./common.mjs";

/** Nobody has to look into their mail for a code. */
const config = (socket, blog) => ({
  url: blog,
  server: { host: "127.0.0.1", port: new URL(blog).port },
  database: { client: "mysql", connection: { socketPath: socket, user: "root", password: "", database: "ghost" } },
  logging: { transports: ["file"] },
  mail: { transport: "Direct" },
  security: { staffDeviceVerification: false },
});

/** Asks the Admin API as the editor in the browser does. */
async function ask(blog, path, body, cookie = "") {
  const headers = { "content-type": "application/json", origin: blog, cookie };
  const response = await fetch(`${blog}/ghost/api/admin/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  assert.ok(response.ok, `${path}: ${response.status}`);
  return response;
}

const user = { name: "Admin", email: "admin@blog.example", password: "a long secret 42" };

async function publish(blog, html) {
  await ask(blog, "authentication/setup/", { setup: [{ ...user, blogTitle: "A blog" }] });
  const session = await ask(blog, "session/", { username: user.email, password: user.password });
  const paragraph = (text) => ({ type: "paragraph", version: 1, children: [{ type: "text", version: 1, text }] });
  const children = [paragraph("Before the quiz."), { type: "html", version: 1, html }, paragraph("After the quiz.")];
  const post = { title: "A post", status: "published", lexical: JSON.stringify({ root: { type: "root", version: 1, children } }) };
  await ask(blog, "posts/", { posts: [post] }, session.headers.get("set-cookie").split(";")[0]);
}

/** npm cannot install what Ghost has packed inside of itself: it is unpacked first, as Ghost's own installer does. */
function install(folder) {
  npm(folder, "node@22");
  run(folder, "npm", "pack", "--silent", "ghost@6");
  run(folder, "tar", "xzf", readdirSync(folder).find((name) => name.endsWith(".tgz")));
  const ghost = join(folder, "package");
  run(ghost, "npm", "pkg", "delete", "devDependencies");
  run(ghost, "npm", "install", "--no-fund", "--no-audit", "--legacy-peer-deps", "--ignore-scripts");
  return ghost;
}

export async function make({ folder, quiz, blog }) {
  const ghost = install(folder);
  const socket = await mariadb(folder, "ghost");
  write(ghost, { "config.production.json": JSON.stringify(config(socket, blog)) });
  await started(ghost, () => answers(blog), join(folder, "node_modules/.bin/node"), "index.js");
  await publish(blog, lines(quiz));
  const { version } = JSON.parse(readFileSync(join(ghost, "package.json"), "utf8"));
  return { version, posts: ["/a-post/"] };
}
