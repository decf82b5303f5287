// A result travels: shared as far as its reader wants, opened by a friend, compared; in the page and in a frame. And
// what a reader can see and delete of what lies in the browser.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { accessible, desk, home, host, journey, noSidewaysScroll, open, phone, ready, site, start, stop, unknown, without } from "./browser.mjs";
import { answer, finishInFrame, goOn, next, outcome, prompt, toResult, toReview } from "./quiz.mjs";

before(start);
after(stop);

const field = (page, name) => page.locator(`which-track [data-control=${name}]`).inputValue();
const level = (page, name) => page.getByRole("radio", { name }).check();
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const fits = (page) => page.locator("which-track .fits .number").allInnerTexts();
/** Each track with its number, in the order of tracks' names. */
const byTrack = (page, rows, number = ".number") => page.locator(rows).evaluateAll((rows, number) =>
  rows.map((row) => `${row.querySelector(".label").innerText} ${row.querySelector(number).innerText}`).sort(), number);
const unfold = (page, summary) => page.locator("which-track summary", { hasText: summary }).click();

/** Takes the quiz to its result. */
async function finish(page, nth = (at) => at % 3) {
  await toReview(page, { nth });
  await toResult(page);
}

/** What the page hears from the quiz under one name. */
const heard = (page, name) => page.evaluate((name) => {
  window.heard = [];
  document.addEventListener(`which-track:${name}`, ({ detail }) => window.heard.push(detail));
}, name);

/** As the browser of somebody else: nothing is stored. */
async function asFriend(page, link) {
  await page.evaluate(() => localStorage.clear());
  await page.goto("about:blank");
  await page.goto(link);
}

test("the link shows what its reader chose, and no more", () => journey(phone, async (page) => {
  await open(page);
  await finish(page);
  const [verdict, numbers] = [await outcome(page).innerText(), await fits(page)];
  assert.ok(await page.getByRole("radio", { name: "The outcome and how well each track fits" }).isChecked(), "the default");
  const links = [];
  for (const name of ["The outcome and how well", "Everything, with all my answers", /^The outcome$/]) {
    await level(page, name);
    links.push(await field(page, "link"));
    assert.equal(links.at(-1), await page.evaluate(() => document.querySelector("which-track").result.link), "the page may ask for it");
    assert.equal(await page.locator("which-track .picture .rail").count(), name instanceof RegExp ? 2 : 3, "the picture shows as much");
  }
  const [some, all, least] = links;
  assert.ok(least.length < some.length && new Set(links).size === 3);
  await asFriend(page, some);
  await page.getByText("Somebody’s result").waitFor();
  assert.equal(await outcome(page).innerText(), verdict);
  assert.deepEqual(await fits(page), numbers);
  assert.equal(await page.locator("which-track .answers").count(), 0);
  await accessible(page, "somebody's result");
  await noSidewaysScroll(page, "somebody's result");
  await asFriend(page, all);
  await outcome(page).waitFor();
  assert.deepEqual(await fits(page), numbers);
  assert.equal(await page.locator("which-track .answers li").count(), 12);
  await asFriend(page, least);
  await outcome(page).waitFor();
  assert.equal(await outcome(page).innerText(), verdict);
  assert.deepEqual([await fits(page), await page.locator("which-track .answers").count()], [[], 0]);
}));

test("a copied link says where to paste it, and the page hears of it", () => journey(phone, async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await finish(page);
  await heard(page, "share");
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByText("Copied. Now paste it into a message or a post.").last().waitFor();
  assert.equal(await page.locator("which-track [role=status]").innerText(), "Copied. Now paste it into a message or a post.");
  assert.equal(await clipboard(page), await field(page, "link"));
  assert.deepEqual(await page.evaluate(() => window.heard), [{ channel: "copy" }]);
  await accessible(page, "a result with a copied link");
}));

test("where copying is refused, the link is selected to be copied by hand", () => journey(phone, async (page) => {
  await page.addInitScript(() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError")); });
  await open(page);
  await finish(page);
  await heard(page, "share");
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByText("The link is selected").last().waitFor();
  const selected = await page.evaluate(() => {
    const field = document.querySelector("which-track").shadowRoot.activeElement;
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });
  assert.equal(selected, await field(page, "link"));
  assert.deepEqual(await page.evaluate(() => window.heard), [], "nothing was shared");
}));

test("the system's share sheet gets the link with words, or the picture alone, ready before the tap", () => journey(phone, async (page) => {
  await page.addInitScript(() => {
    window.shared = [];
    navigator.canShare = ({ files }) => files?.every(({ type }) => type === "image/png");
    // As a real sheet: only with a tap that is still fresh, and some readers put it away.
    navigator.share = async (data) => {
      window.shared.push({ active: navigator.userActivation.isActive, ...data });
      throw new DOMException("put away", "AbortError");
    };
  });
  await open(page);
  await finish(page);
  const verdict = await outcome(page).innerText();
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByRole("button", { name: "Send the picture" }).click();
  const [link, picture] = await page.evaluate(() => Promise.all(window.shared.map(async ({ files = [], ...data }) => ({
    ...data, files: await Promise.all(files.map(async (file) => [file.name, file.type, [...new Uint8Array(await file.slice(0, 24).arrayBuffer())]])),
  }))));
  assert.deepEqual(link, { active: true, files: [], url: await field(page, "link"), text: `I got “${verdict}”. Which track fits you: product manager or engineer at a European AI lab?` });
  const [[name, type, head]] = picture.files;
  assert.deepEqual([picture.active, picture.url, picture.text, picture.files.length, type], [true, undefined, undefined, 1, "image/png"]);
  assert.match(name, /^pm-vs-sde-[a-z-]+\.png$/);
  assert.deepEqual(size(Buffer.from(head)), [1200, 630]);
}));

/** Width and height of a PNG file, from its first chunk. */
const size = (png) => {
  assert.equal(png.toString("latin1", 1, 4), "PNG");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
};

test("the picture can be saved, wide and tall, in the colors of the page", () => journey(desk, async (page) => {
  await open(page);
  await finish(page);
  for (const [name, expected] of [["Save the picture", [1200, 630]], ["Save a tall picture", [1080, 1920]]]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    assert.match(download.suggestedFilename(), /^pm-vs-sde-[a-z-]+\.png$/);
    const png = readFileSync(await download.path());
    assert.deepEqual(size(png), expected);
    assert.ok(png.length < 300_000, `${png.length} bytes`);
  }
  const ground = async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the picture" }).click()]);
    const base64 = readFileSync(await download.path()).toString("base64");
    return page.evaluate(async (base64) => {
      const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
      const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
      context.drawImage(picture, -20, -20);
      return [...context.getImageData(0, 0, 1, 1).data].join(" ");
    }, base64);
  };
  const before = await ground();
  await page.evaluate(() => document.querySelector("which-track").style.setProperty("--which-track-accent", "#0a7d32"));
  assert.notEqual(await ground(), before, "a green accent makes a green picture");
}));

test("the picture for the share sheet has the page's colors, also when a result is taken up after a reload", () => journey(phone, async (page) => {
  await page.addInitScript(() => {
    navigator.canShare = () => true;
    navigator.share = async ({ files: [file] }) => {
      const picture = await createImageBitmap(file);
      const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
      context.drawImage(picture, -20, -20);
      window.ground = [...context.getImageData(0, 0, 1, 1).data].join(" ");
    };
  });
  const ground = async () => {
    await page.evaluate(() => (window.ground = undefined));
    await page.getByRole("button", { name: "Send the picture" }).click();
    await page.waitForFunction(() => window.ground);
    return page.evaluate(() => window.ground);
  };
  await open(page);
  await page.addStyleTag({ content: "which-track { --which-track-accent: #0a7d32 }" });
  await finish(page);
  const green = await ground();
  await open(page);
  const usual = await ground();
  assert.notEqual(usual, green);
  await page.addStyleTag({ content: "which-track { --which-track-accent: #0a7d32 }" });
  assert.equal(await ground(), green, "a change of colors is noticed");
  await page.route("**/index.html", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace("</head>", "<style>which-track { --which-track-accent: #0a7d32 }</style></head>") });
  });
  await open(page);
  assert.equal(await ground(), green);
}));

test("what was chosen to be shown stays chosen: after another language, after a reload", () => journey(phone, async (page) => {
  await open(page);
  await finish(page);
  await level(page, /^The outcome$/);
  const link = await field(page, "link");
  await page.evaluate(() => document.querySelector("which-track").setAttribute("lang", "fr"));
  await page.getByRole("heading", { name: "Partager votre résultat" }).waitFor();
  assert.equal((await field(page, "link")).split("#")[1], link.split("#")[1]);
  await open(page);
  assert.equal(await field(page, "link"), link);
}));

test("a strict policy on a stranger's page stops neither links nor pictures", () => journey(desk, async (page) => {
  await host(page, "strict");
  await finish(page);
  assert.ok((await field(page, "link")).startsWith(`${site()}/r/pm-vs-sde/`), "the share pages are on the quiz's own site");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the picture" }).click()]);
  assert.deepEqual(size(readFileSync(await download.path())), [1200, 630]);
}));

test("services and Mastodon are plain links that leave nothing behind", () => journey(desk, async (page) => {
  await open(page);
  await finish(page);
  const link = await field(page, "link");
  const links = await page.locator("which-track .services a").evaluateAll((links) => links.map(({ href, target, rel }) => ({ href, target, rel })));
  assert.deepEqual(links.map(({ href }) => new URL(href).host || new URL(href).protocol), ["www.linkedin.com", "x.com", "bsky.app", "wa.me", "mailto:"]);
  for (const { href, target, rel } of links) {
    assert.ok(decodeURIComponent(href).includes(link), href);
    assert.deepEqual([target, rel], [href.startsWith("mailto:") ? "" : "_blank", "noopener noreferrer"]);
  }
  await unfold(page, "Mastodon");
  const server = page.getByRole("textbox", { name: "Your Mastodon server" });
  assert.equal(await page.getByRole("link", { name: "Open Mastodon" }).count(), 0, "not before a server is named");
  await server.fill("@ada@Fosstodon.org");
  const address = new URL(await page.getByRole("link", { name: "Open Mastodon" }).getAttribute("href"));
  assert.equal(address.host, "fosstodon.org");
  assert.ok(address.searchParams.get("text").endsWith(link));
  // As people type it; the browser encodes letters that are not ASCII.
  for (const [typed, host] of [["Https://Mastodon.social/", "mastodon.social"], ["http://mastodon.social.", "mastodon.social"], ["@me@bücher.example", "xn--bcher-kva.example"]]) {
    await server.fill(typed);
    assert.equal(new URL(await page.getByRole("link", { name: "Open Mastodon" }).evaluate(({ href }) => href)).host, host, typed);
  }
  const why = "Write the name of the server alone, as in mastodon.social.";
  assert.equal(await page.getByText(why).count(), 0);
  for (const typed of ["nowhere at all", "mastodon.social:8443"]) {
    await server.fill(typed);
    assert.equal(await page.getByRole("link", { name: "Open Mastodon" }).count(), 0);
    assert.ok(await page.getByText(why).isVisible());
    assert.equal(await server.evaluate((input) => input.getRootNode().getElementById(input.getAttribute("aria-describedby")).textContent), why);
  }
  await accessible(page, "a server that is none");
  await server.fill("");
  assert.equal(await page.getByText(why).count(), 0);
}));

test("the QR code, read by a real decoder, opens the same result", { skip: without("zbarimg", "--version") }, () => journey({ ...phone, colorScheme: "dark" }, async (page) => {
  const folder = mkdtempSync(join(tmpdir(), "which-track-qr-"));
  try {
    await open(page);
    await finish(page);
    const verdict = await outcome(page).innerText();
    await unfold(page, "QR code");
    const file = join(folder, "qr.png");
    await page.locator("which-track .qr").screenshot({ path: file });
    const read = execFileSync("zbarimg", ["--quiet", "--raw", file], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    assert.equal(read, await field(page, "link"));
    await asFriend(page, read);
    await outcome(page).waitFor();
    assert.equal(await outcome(page).innerText(), verdict);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}));

test("a link opened by a reader with answers of their own leaves those as they are", () => journey(phone, async (page) => {
  await open(page);
  await finish(page);
  const link = await field(page, "link");
  await page.evaluate(() => localStorage.clear());
  await page.goto(`${site()}/q/pm-vs-sde/`);
  await ready(page);
  await answer(page, 2);
  await goOn(page);
  const [second, kept] = [await prompt(page), await page.evaluate(() => localStorage.getItem("which-track:pm-vs-sde"))];
  await page.goto(link);
  await page.getByText("Somebody’s result").waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem("which-track:pm-vs-sde")), kept);
  await page.getByRole("button", { name: "Go on with your own quiz" }).click();
  assert.equal(await prompt(page), second);
  assert.equal(await page.evaluate(() => document.querySelector("which-track").shadowRoot.activeElement.className), "prompt", "focus follows");
}));

test("in French, on the French page", () => journey(phone, async (page) => {
  await open(page, "fr.html");
  await finish(page);
  const [verdict, link] = [await outcome(page).innerText(), await field(page, "link")];
  assert.match(link, /\/r\/pm-vs-sde\/[a-z-]+\/fr\/#/);
  await asFriend(page, link);
  await page.getByText("Le résultat de quelqu’un").waitFor();
  assert.equal(await outcome(page).innerText(), verdict);
}));

/** Sends an invitation with everything disclosed, and gives what the sender sees. */
async function invite(page) {
  await open(page);
  await finish(page);
  await level(page, "Everything, with all my answers");
  await unfold(page, "Compare with a friend");
  return { invitation: await field(page, "invitation"), verdict: await outcome(page).innerText(), numbers: await byTrack(page, "which-track .bars li") };
}

test("compare, blind: the friend answers first, and then sees both results", () => journey(phone, async (page) => {
  const { invitation, verdict, numbers } = await invite(page);
  assert.match(invitation, /\/r\/pm-vs-sde\/compare\/#/);
  await asFriend(page, invitation);
  await page.getByText("A friend has answered these questions").waitFor();
  const tells = async () => (await page.locator("body").evaluate((body) => body.innerHTML + document.querySelector("which-track").shadowRoot.innerHTML)).includes(verdict);
  assert.ok(!(await tells()), "nothing is told before");
  await accessible(page, "an invitation");
  await toReview(page, { nth: (at) => (at * 2 + 1) % 4, screen: async () => assert.ok(!(await tells()), "nothing is told on the way") });
  await toResult(page);
  const both = page.locator("which-track .compare");
  assert.ok((await both.innerText()).includes(verdict));
  assert.deepEqual(await byTrack(page, "which-track .compare .pairs li", ".there .number"), numbers, "the friend's fits");
  assert.deepEqual(await both.locator(".row:not(.there) .number").allInnerTexts(), await fits(page), "and one's own");
  const [, same, all] = (await both.innerText()).match(/The same answer to (\d+) of (\d+) questions/);
  for (const summary of await both.locator("summary").all()) await summary.click();
  assert.equal(await both.locator(".answers li").count(), Number(all));
  assert.equal(await both.locator(".answers .pair").count(), all - same, "a pair for each that differs");
  await accessible(page, "a comparison");
  await noSidewaysScroll(page, "a comparison");
}));

test("a reader who has left somebody's result for the quiz stays there in another language", () => journey(phone, async (page) => {
  await open(page);
  await finish(page);
  const link = await field(page, "link");
  await asFriend(page, link);
  await page.getByRole("button", { name: "Take the quiz yourself" }).click();
  await page.locator("which-track fieldset").waitFor();
  await answer(page);
  await goOn(page);
  await page.evaluate(() => document.querySelector("which-track").setAttribute("lang", "fr"));
  await page.getByText("Question 2 sur").waitFor();
  await page.evaluate(() => document.querySelector("which-track").setAttribute("lang", "en"));
  await page.getByText("Question 2 of").waitFor();
}));

test("a retake shows what changed since last time", () => journey(phone, async (page) => {
  await open(page);
  await finish(page);
  const numbers = await byTrack(page, "which-track .bars li");
  await page.getByRole("button", { name: "Start over" }).click();
  await page.locator("which-track fieldset").waitFor();
  await finish(page, (at) => (at < 2 ? (at + 1) % 3 : at % 3));
  await page.getByRole("heading", { name: "Since last time" }).waitFor();
  const both = page.locator("which-track .compare");
  assert.deepEqual(await byTrack(page, "which-track .compare .pairs li", ".there .number"), numbers);
  assert.match(await both.innerText(), /The same answer to 10 of 12 questions/);
  await open(page);
  assert.match(await both.innerText(), /The same answer to 10 of 12 questions/, "also after a reload");
}));

test("starting over and taking that back loses no earlier result", () => journey(phone, async (page) => {
  await open(page);
  await finish(page);
  await page.getByRole("button", { name: "Start over" }).click();
  await page.locator("which-track fieldset").waitFor();
  await finish(page, () => 1);
  await page.getByRole("heading", { name: "Since last time" }).waitFor();
  const [before] = await page.locator("which-track .compare").allInnerTexts();
  await page.getByRole("button", { name: "Start over" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("heading", { name: "Since last time" }).waitFor();
  assert.equal(await page.locator("which-track .compare").innerText(), before);
}));

test("a storage that is full keeps nothing old, and the receipt says so", () => journey(phone, async (page) => {
  await open(page);
  await answer(page);
  await goOn(page);
  assert.notEqual(await page.evaluate(() => localStorage.getItem("which-track:pm-vs-sde")), null);
  await page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; });
  await finish(page);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  await unfold(page, "What is stored");
  assert.ok(await page.getByText("Stored: nothing.").isVisible());
}));

test("the receipt lists what lies in the browser, and deletes it", () => journey(phone, async (page) => {
  await open(page);
  await finish(page);
  await page.getByRole("button", { name: "Start over" }).click();
  await page.locator("which-track fieldset").waitFor();
  await finish(page);
  await unfold(page, "What is stored");
  const listed = await page.locator("which-track .receipt dl code").allInnerTexts();
  const stored = await page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith("which-track")).sort().flat());
  assert.deepEqual(listed, stored);
  assert.equal(stored.length, 4);
  await page.getByRole("button", { name: "Delete everything stored here" }).click();
  await page.locator("which-track fieldset").waitFor();
  assert.equal(await page.locator("which-track [role=status]").innerText(), "Deleted. This browser keeps nothing of this quiz anymore.");
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  assert.equal(await page.getByRole("button", { name: "Undo" }).count(), 0, "what is deleted does not come back");
}));

test("from a result to a shared, compared and deleted one, nothing is requested", () => journey(phone, async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await finish(page);
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.getByRole("button", { name: "Copy link" }).click();
  await unfold(page, "QR code");
  await page.getByRole("button", { name: "Start over" }).click();
  await page.locator("which-track fieldset").waitFor();
  await finish(page, () => 1);
  await unfold(page, "What is stored");
  await page.getByRole("button", { name: "Delete everything stored here" }).click();
  await page.locator("which-track fieldset").waitFor();
  assert.deepEqual(requests, []);
}));

/** Five hundred ways in which a code can come out wrong. */
function damaged(code, numbers) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789";
  const any = (text) => text[Math.floor(numbers() * text.length)];
  const kinds = [
    () => code.slice(0, Math.floor(numbers() * code.length)) || "A",
    () => code + any(letters),
    () => { const at = Math.floor(numbers() * code.length); const other = any(letters.replace(code[at], "")); return code.slice(0, at) + other + code.slice(at + 1); },
    () => Array.from({ length: 1 + Math.floor(numbers() * 30) }, () => any(letters)).join(""),
    () => any(["%", "%zz", "<script>alert(1)</script>", "../../x", "💥".repeat(3), "a=b&c=d", "__proto__", "constructor", "null", "x".repeat(5_000), encodeURIComponent("é à"), "%00%00"]),
  ];
  return Array.from({ length: 500 }, (_, nth) => kinds[nth % kinds.length]());
}

test("500 damaged fragments: a plain message and the quiz, and an empty console", () => journey(desk, async (page) => {
  await open(page);
  await finish(page);
  await level(page, "Everything, with all my answers");
  const link = await field(page, "link");
  await asFriend(page, link);
  await outcome(page).waitFor();
  let state = 7;
  const numbers = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (const code of damaged(link.split("#")[1], numbers)) {
    const said = await page.evaluate(async (code) => {
      const ready = new Promise((done) => document.addEventListener("which-track:ready", done, { once: true }));
      history.replaceState(null, "", "#-"); // so that the same one twice is a change too
      location.hash = code;
      await ready;
      const { shadowRoot } = document.querySelector("which-track");
      return [shadowRoot.querySelector("[role=status]").innerText, Boolean(shadowRoot.querySelector("fieldset input"))];
    }, code);
    assert.ok(said[0].startsWith("This link is "), `${code}: ${said[0]}`);
    assert.ok(said[1], `${code}: the quiz is there`);
  }
}));

test("what mailers and chats put around a code damages nothing", () => journey(desk, async (page) => {
  await open(page);
  await finish(page);
  const [address, code] = (await field(page, "link")).split("#");
  const title = await outcome(page).textContent();
  for (const around of [`${code}.`, `${code})`, `${code},`, `${code}%20`, `${code}\u200b`, `${code}&utm_source=x`, `${code}?fbclid=x`, `%20${code}`, `\u200b${code}`]) {
    await asFriend(page, `${address}#${around}`);
    await outcome(page).waitFor();
    assert.equal(await outcome(page).textContent(), title, around);
  }
}));

test("from link to link on the same page", () => journey(desk, async (page) => {
  await open(page);
  await finish(page);
  const some = await field(page, "link");
  await level(page, "Everything, with all my answers");
  const all = await field(page, "link");
  await asFriend(page, some);
  await outcome(page).waitFor();
  assert.equal(await page.locator("which-track .answers").count(), 0);
  await page.goto(all);
  await page.locator("which-track .answers").waitFor();
}));

const framed = (page) => page.frameLocator("iframe");

test("in a frame with its permissions: copied, opened, compared", () => journey(desk, async (page, context, noise) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await host(page, "framed");
  const frame = framed(page);
  await ready(frame);
  await page.waitForFunction(() => document.querySelector("iframe").style.height !== "");
  await finishInFrame(frame);
  const verdict = await frame.locator("which-track .outcome").innerText();
  await page.evaluate(() => {
    window.told = [];
    addEventListener("message", ({ data }) => window.told.push(data.whichTrack));
  });
  await frame.getByRole("button", { name: "Copier le lien" }).click();
  await frame.getByText("Copié.").last().waitFor();
  const link = await frame.locator("[data-control=link]").inputValue();
  assert.equal(await clipboard(page), link);
  const told = await page.evaluate(() => window.told.filter(({ event }) => event === "share"));
  assert.deepEqual(told, [{ v: 1, id: "pm-vs-sde", event: "share", channel: "copy" }]);
  const invitation = await frame.locator("[data-control=invitation]").inputValue();
  // The frame's storage is its own, since the page around is another site: the site itself has none.
  await page.goto(link);
  await outcome(page).waitFor();
  assert.equal(await outcome(page).innerText(), verdict);
  // And the pages that links lead to work in a frame as well.
  await host(page, "framed");
  await framed(page).locator("which-track .outcome").waitFor();
  await page.evaluate((invitation) => (document.querySelector("iframe").src = invitation), invitation);
  await framed(page).locator("which-track .compare").waitFor();
  assert.ok((await framed(page).locator("which-track .compare").innerText()).includes(verdict), "whoever has a result already sees both");
  await framed(page).getByRole("button", { name: "Recommencer" }).click();
  await framed(page).locator("which-track .waiting").waitFor();
  await finishInFrame(framed(page));
  assert.ok((await framed(page).locator("which-track .compare").innerText()).includes(verdict));
  unknown(noise);
}));

test("in a sandboxed frame what cannot work is not shown, and the link is there to be copied by hand", () => journey(desk, async (page) => {
  await host(page, "sandboxed");
  const frame = framed(page);
  await ready(frame);
  await finishInFrame(frame);
  for (const name of ["Copy link", "Send the link", "Send the picture", "Save the picture", "Print"]) {
    assert.equal(await frame.getByRole("button", { name }).count(), 0, name);
  }
  assert.equal(await frame.locator(".services").count(), 0);
  assert.match(await frame.locator("[data-control=link]").inputValue(), /\/r\/pm-vs-sde\//);
}));

test("without script a share page tells the outcome and leads to the quiz", () => journey({ ...desk, javaScriptEnabled: false }, async (page) => {
  await home(page, "r/pm-vs-sde/sde/");
  assert.equal(await page.locator("h1").innerText(), "Build the engine");
  await page.getByRole("link", { name: "Take the quiz yourself" }).click();
  await page.waitForURL(/\/q\/pm-vs-sde\/$/, { waitUntil: "load" });
  await home(page, "r/pm-vs-sde/compare/");
  assert.ok(!(await page.locator("body").innerText()).includes("Build the engine"));
}));

test("a link whose fragment was cut off on the way still tells the outcome of its page", () => journey(phone, async (page) => {
  await home(page, "r/pm-vs-sde/sde/?fbclid=abc");
  await page.getByText("Somebody’s result").waitFor();
  assert.equal(await outcome(page).innerText(), "Build the engine");
  await page.getByRole("button", { name: "Take the quiz yourself" }).click();
  await page.locator("which-track fieldset").waitFor();
}));
