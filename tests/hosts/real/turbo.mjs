// A post of a site with Turbo, which puts pages in place of each other: the lines stand in the page.
import { lines, npm, page, write } from "./common.mjs";

const TURBO = `<script type="module" src="/node_modules/@hotwired/turbo/dist/turbo.es2017-esm.js"></script>`;

export function make({ folder, quiz }) {
  const version = npm(folder, "@hotwired/turbo");
  write(folder, {
    "index.html": page("A blog", `<a href="/post">A post</a>`, TURBO),
    "post.html": page("A post", `<p>Before the quiz.</p>\n${lines(quiz)}\n<p>After the quiz.</p>`, TURBO),
  });
  return { version, root: ".", posts: ["/post"], link: "A post" };
}
