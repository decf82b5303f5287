// Two posts in WordPress: an administrator's with the lines in a Custom HTML block, and one of an author, from whom
// WordPress takes scripts and frames away, with the quiz's address on a line of its own. WordPress asks the quiz's site
// what to show there (oEmbed), and so that site is built with its address, by the tool that WHICH_TRACK names.
import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { answers, debian, freeAddress, lines, mariadb, run, serve, started, write } from "./common.mjs";

/** WordPress asks no address of this machine and no unusual port, unless it is told that these are fine. */
const PLUGIN = `<?php
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', fn ($ports, $host, $url) => [...$ports, parse_url($url, PHP_URL_PORT)], 10, 3);
`;

const config = (socket, blog) => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('WP_HOME', '${blog}');
define('WP_SITEURL', '${blog}');
define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
define('ABSPATH', __DIR__ . '/');
require ABSPATH . 'wp-settings.php';
`;

/** Both write as the editor has it saved: WordPress takes away what they may not post. */
const install = (script, address) => `<?php
define('WP_INSTALLING', true);
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('A blog', 'admin', 'admin@blog.example', false, '', 'secret');
$author = wp_insert_user(['user_login' => 'author', 'user_pass' => 'secret', 'role' => 'author']);
function post($writer, $quiz) {
  wp_set_current_user($writer);
  $text = "<!-- wp:paragraph -->\\n<p>%s the quiz.</p>\\n<!-- /wp:paragraph -->";
  $content = sprintf("$text\\n\\n%s\\n\\n$text", 'Before', $quiz, 'After');
  return wp_insert_post(wp_slash(['post_title' => 'A post', 'post_status' => 'publish', 'post_author' => $writer, 'post_content' => $content]), true);
}
echo "posts ", json_encode([post(1, ${script}), post($author, ${address})]), " $wp_version";
`;

const html = (quiz) => `"<!-- wp:html -->\\n" . ${JSON.stringify(lines(quiz)).replaceAll("$", "\\$")} . "\\n<!-- /wp:html -->"`;
const embed = (url) => `'<!-- wp:embed {"url":"${url}","type":"rich"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">' . "\\n${url}\\n" . '</div></figure><!-- /wp:embed -->'`;

/** A quiz's site that knows its address. */
async function quizzes(folder) {
  const [address, tool] = [await freeAddress(), process.env.WHICH_TRACK];
  assert.ok(tool, "WHICH_TRACK names the tool, with the widget in it");
  run(folder, resolve(tool), "build", resolve("quizzes/pm-vs-sde.toml"), "--out", join(folder, "quiz"), "--base-url", address);
  await serve(join(folder, "quiz"), address);
  return address;
}

export async function make({ folder, blog }) {
  debian(folder, "wordpress", "wordpress-theme-twentytwentythree", "php-cli", "php-mysql", "php-xml");
  run(folder, "cp", "--recursive", "--dereference", "/usr/share/wordpress", ".");
  const [quiz, socket] = [await quizzes(folder), await mariadb(folder, "wordpress")];
  write(join(folder, "wordpress"), {
    "favicon.ico": "", // of which PHP's server asks nobody else
    "wp-config.php": config(socket, blog),
    "wp-content/mu-plugins/quiz.php": PLUGIN,
    "install.php": install(html(quiz), embed(`${quiz}/q/pm-vs-sde/`)),
  });
  const [, posts, version] = run(join(folder, "wordpress"), "php", "install.php").match(/posts (\[.*\]) (.*)$/);
  await started(join(folder, "wordpress"), () => answers(blog), "php", "-S", new URL(blog).host);
  return { version, quiz, posts: JSON.parse(posts).map((id) => `/?p=${id}`) };
}
