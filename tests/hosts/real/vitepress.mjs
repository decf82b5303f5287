// A post in VitePress, which navigates by itself: the script is in the configuration.
import { npm, post, recipe, run, write } from "./common.mjs";

export function make({ folder, quiz }) {
  const version = npm(folder, "vitepress");
  const [config, element] = recipe("VitePress", quiz);
  write(folder, {
    ".vitepress/config.mjs": config,
    "index.md": "# A blog\n\n[A post](/post)\n",
    "post.md": `# A post\n\n${post(element)}`,
  });
  run(folder, "vitepress", "build");
  return { version, root: ".vitepress/dist", posts: ["/post"], link: "A post" };
}
