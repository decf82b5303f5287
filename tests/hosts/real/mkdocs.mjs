// A page in MkDocs with the theme Material, which navigates by itself: the lines stand in its Markdown.
import { lines, pip, post, run, write } from "./common.mjs";

export function make({ folder, quiz, blog }) {
  const version = pip(folder, "mkdocs-material");
  write(folder, {
    "mkdocs.yml": `site_name: A blog\nsite_url: ${blog}/\ntheme:\n  name: material\n  features: [navigation.instant]\n`,
    "docs/index.md": "# A blog\n\n[A post](post.md)\n",
    "docs/post.md": `# A post\n\n${post(lines(quiz))}`,
  });
  run(folder, "mkdocs", "build", "--quiet");
  return { version, root: "site", posts: ["/post/"], link: "A post" };
}
