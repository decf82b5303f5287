// A post in Jekyll: the lines stand in its Markdown.
import { debian, lines, page, post, run, write } from "./common.mjs";

export function make({ folder, quiz }) {
  const version = debian(folder, "jekyll");
  write(folder, {
    "_config.yml": "title: A blog\n",
    "_layouts/post.html": page("{{ page.title }}", "{{ content }}"),
    "post.md": `---\nlayout: post\ntitle: A post\n---\n${post(lines(quiz))}`,
  });
  run(folder, "jekyll", "build", "--quiet");
  return { version, root: "_site", posts: ["/post"] };
}
