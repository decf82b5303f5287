// A post in Docusaurus, which navigates by itself and writes in MDX: the script is in the configuration.
import { npm, post, recipe, run, write } from "./common.mjs";

export function make({ folder, quiz }) {
  const version = npm(folder, "@docusaurus/core", "@docusaurus/preset-classic", "react@19", "react-dom@19");
  const [scripts, element] = recipe("Docusaurus", quiz);
  write(folder, {
    "docusaurus.config.js": `export default {
      title: "A blog", url: "https://blog.example", baseUrl: "/",
      presets: [["classic", { docs: false, blog: { routeBasePath: "/" } }]],
      ${scripts}
    };`,
    "blog/2026-01-01-post.md": `---\nslug: post\ntitle: A post\n---\nThis is what a list of posts shows.\n\n{/* truncate */}\n\n${post(element)}`,
    "blog/2026-01-02-other.md": "---\ntitle: Another post\n---\nNothing here.\n",
  });
  run(folder, "docusaurus", "build");
  return { version, root: "build", posts: ["/post"], link: "A post" };
}
