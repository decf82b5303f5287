// A post of a site with htmx, whose boosted links put pages in place of each other: the lines stand in the page.
import { lines, npm, page, write } from "./common.mjs";

const HTMX = `<script src="/node_modules/htmx.org/dist/htmx.min.js"></script>`;
const boosted = (html) => html.replace("<body>", `<body hx-boost:inherited="true">`);

export function make({ folder, quiz }) {
  const version = npm(folder, "htmx.org");
  write(folder, {
    "index.html": boosted(page("A blog", `<a href="/post">A post</a>`, HTMX)),
    "post.html": boosted(page("A post", `<p>Before the quiz.</p>\n${lines(quiz)}\n<p>After the quiz.</p>`, HTMX)),
  });
  return { version, root: ".", posts: ["/post"], link: "A post" };
}
