// A post in Eleventy: the lines stand in its Markdown.
import { lines, npm, page, post, run, write } from "./common.mjs";

export function make({ folder, quiz }) {
  const version = npm(folder, "@11ty/eleventy");
  write(folder, {
    "_includes/post.html": page("{{ title }}", "{{ content }}"),
    "post.md": `---\nlayout: post.html\ntitle: A post\n---\n${post(lines(quiz))}`,
  });
  run(folder, "eleventy", "--quiet");
  return { version, root: "_site", posts: ["/post/"] };
}
