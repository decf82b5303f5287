// What a link to a share page unfolds to in chats and feeds: each page read by address, with a library that does what
// they do, from a site with a known address.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { makeSite } from "./site.mjs";

// Debian 12 has Node.js 18, which the library no longer runs on.
const skip = Number(process.versions.node.split(".")[0]) < 20 && !process.env.CI && "open-graph-scraper needs Node.js 20";
const { default: unfold } = skip ? {} : await import("open-graph-scraper");

const TITLES = {
  en: "quizzes/pm-vs-sde.toml",
  ...Object.fromEntries(["de", "es", "fr"].map((lang) => [lang, `quizzes/pm-vs-sde.${lang}.toml`])),
};

let made, site, pages;

before(async () => {
  if (skip) return;
  made = await makeSite();
  site = made.address;
  made.build(TITLES.en);
  const found = readdirSync(join(made.folder, "r"), { recursive: true }).filter((path) => path.endsWith("index.html"));
  pages = found.map((path) => `r/${path.slice(0, -"index.html".length)}`).sort();
});

after(() => made?.close());

/** The page at an address as it is sent; there is no way round to it. */
async function sent(address) {
  const response = await fetch(address, { redirect: "manual" });
  assert.equal(response.status, 200, `${address} is there`);
  return response;
}

/** What a page says of itself in its tags. */
async function unfolded(address) {
  const { error, result } = await unfold({ url: address, onlyGetOpenGraphInfo: true });
  assert.equal(error, false, `${address} unfolds`);
  return result;
}

const all = (text, pattern) => [...text.matchAll(pattern)].map(([, found]) => found);
const outcomes = (lang) => all(readFileSync(TITLES[lang], "utf8"), /^\[\[outcomes\]\]\nid = .*\ntitle = "(.*)"/gm);
const language = (page) => /\/(de|es|fr)\/$/.exec(page)?.[1] ?? "en";

test("every outcome and the invitation have a page in every language", { skip }, () => {
  const ids = all(readFileSync(TITLES.en, "utf8"), /^\[\[outcomes\]\]\nid = "(.*)"/gm);
  assert.ok(ids.length > 1);
  const expected = [...ids, "compare"].flatMap((id) => ["", "de/", "es/", "fr/"].map((lang) => `r/pm-vs-sde/${id}/${lang}`));
  assert.deepEqual(pages, expected.sort());
});

test("every page says what it is, and where", { skip }, async () => {
  for (const page of pages) {
    const { ogTitle, ogDescription, ogUrl, ogLocale, twitterCard } = await unfolded(`${site}/${page}`);
    assert.ok(ogTitle && ogTitle.length <= 120, `${page}: ${ogTitle}`);
    assert.ok(ogDescription && ogDescription.length <= 300, `${page}: ${ogDescription}`);
    assert.equal(ogUrl, `${site}/${page}`);
    assert.ok(ogLocale.startsWith(language(page)), `${page}: ${ogLocale}`);
    assert.equal(twitterCard, "summary_large_image", page);
  }
});

test("every page has one picture of the right size", { skip }, async () => {
  for (const page of pages) {
    const { ogImage } = await unfolded(`${site}/${page}`);
    assert.equal(ogImage?.length, 1, page);
    const [{ url, width, height, type, alt }] = ogImage;
    assert.deepEqual([width, height, type], ["1200", "630", "image/png"], page);
    assert.ok(alt, `${page} describes its picture`);
    assert.ok(url.startsWith(`${site}/`), `${page}: ${url}`);
    const response = await sent(url);
    assert.equal(response.headers.get("content-type"), "image/png");
    const png = Buffer.from(await response.arrayBuffer());
    assert.equal(png.subarray(0, 8).toString("latin1"), "\x89PNG\r\n\x1a\n", url);
    assert.equal(png.subarray(12, 16).toString("latin1"), "IHDR", url);
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630], url);
    assert.ok(png.length < 300_000, `${url} has ${png.length} bytes`);
  }
});

test("no two pages have the same picture", { skip }, async () => {
  const pictures = new Map();
  for (const page of pages) {
    const { ogImage } = await unfolded(`${site}/${page}`);
    const picture = Buffer.from(await (await sent(ogImage[0].url)).arrayBuffer()).toString("base64");
    assert.equal(pictures.get(picture), undefined, `${page} has the picture of another`);
    pictures.set(picture, page);
  }
});

test("every page may be indexed, under its own address, and says so early", { skip }, async () => {
  for (const page of pages) {
    const response = await sent(`${site}/${page}`);
    const html = await response.text();
    assert.deepEqual(all(html, /<link rel="canonical" href="([^"]*)"/g), [`${site}/${page}`]);
    assert.doesNotMatch(html, /noindex|http-equiv="refresh"/i, page);
    assert.equal(all(html, /property="(og:image)"/g).length, 1, page);
    const last = Math.max(...["og:", "twitter:", 'rel="canonical"', "<title>", 'name="description"'].map((tag) => html.lastIndexOf(tag)));
    const end = Buffer.byteLength(html.slice(0, html.indexOf(">", last) + 1));
    assert.ok(end <= 4096, `${page}: the last tag ends at byte ${end}`);
    assert.ok(last < html.indexOf("</head>"), page);
  }
  assert.doesNotMatch(readFileSync(join(made.folder, "robots.txt"), "utf8"), /disallow: *\S/i);
});

test("an outcome's page tells its title, and an invitation none", { skip }, async () => {
  for (const page of pages) {
    const { ogTitle } = await unfolded(`${site}/${page}`);
    const titles = outcomes(language(page));
    assert.equal((titles.length + 1) * Object.keys(TITLES).length, pages.length);
    if (!page.includes("/compare/")) {
      assert.ok(titles.some((title) => ogTitle.includes(title)), `${page}: ${ogTitle}`);
      continue;
    }
    const html = await (await sent(`${site}/${page}`)).text();
    for (const title of titles) assert.ok(!html.toLowerCase().includes(title.toLowerCase()), `${page} gives “${title}” away`);
  }
});

test("what other sites put behind an address changes nothing", { skip }, async () => {
  for (const page of pages) {
    const [plain, followed] = await Promise.all(["", "?fbclid=x&utm_source=y"].map(async (query) => (await sent(`${site}/${page}${query}`)).text()));
    assert.equal(followed, plain);
    const { ogUrl } = await unfolded(`${site}/${page}?fbclid=x`);
    assert.equal(ogUrl, `${site}/${page}`);
  }
});
