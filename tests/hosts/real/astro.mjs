// Posts in Astro, in Markdown, in MDX and as a component, on a site with client-side routing.
import { lines, npm, post, recipe, run, write } from "./common.mjs";

const LAYOUT = `---
import { ClientRouter } from "astro:transitions";
const { title } = Astro.props.frontmatter ?? Astro.props;
---
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title><ClientRouter /></head>
<body><h1>{title}</h1><slot /></body></html>
`;

export function make({ folder, quiz }) {
  const version = npm(folder, "astro@latest", "@astrojs/mdx@latest", "node@22");
  const [style] = recipe("Astro", quiz);
  const mdx = lines(quiz).replace(/^<style>.*/, () => style);
  write(folder, {
    "astro.config.mjs": `import mdx from "@astrojs/mdx";\nexport default { integrations: [mdx()] };\n`,
    "src/layouts/Post.astro": LAYOUT,
    "src/pages/index.md": "---\nlayout: ../layouts/Post.astro\ntitle: A blog\n---\n[A post](/post/) [Another post](/component/)\n",
    "src/pages/post.md": `---\nlayout: ../layouts/Post.astro\ntitle: A post\n---\n${post(lines(quiz))}`,
    "src/pages/mdx.mdx": `---\nlayout: ../layouts/Post.astro\ntitle: A post in MDX\n---\n${post(mdx)}`,
    "src/pages/component.astro": `---\nimport Post from "../layouts/Post.astro";\n---\n<Post title="Another post">\n<p>Before the quiz.</p>\n${lines(quiz)}\n<p>After the quiz.</p>\n</Post>\n`,
  });
  run(folder, "astro", "build");
  return { version, root: "dist", posts: ["/post/", "/mdx/", "/component/"], link: "A post" };
}
