// A post in Hugo, with the shortcode of the docs: Hugo leaves HTML in Markdown away.
import { debian, page, post, recipe, run, write } from "./common.mjs";

export function make({ folder, quiz }) {
  const version = debian(folder, "hugo");
  const [shortcode, , call] = recipe("Hugo", quiz);
  write(folder, {
    "layouts/shortcodes/which-track.html": shortcode,
    "layouts/_default/single.html": page("{{ .Title }}", "{{ .Content }}"),
    "config.toml": `disableKinds = ["home", "taxonomy", "term", "RSS", "sitemap", "section"]\n[params]\nwhichTrack = "${quiz}"\n`,
    "content/post.md": `---\ntitle: A post\n---\n${post(call)}`,
  });
  run(folder, "hugo", "--quiet");
  return { version, root: "public", posts: ["/post/"] };
}
