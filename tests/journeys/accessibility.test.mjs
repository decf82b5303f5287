// What WCAG 2.2 asks of every screen, measured in a real Chromium; and docs/accessibility.md, which says what tests hold, as it
// would be written from tests/accessibility/criteria.mjs.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { parse } from "yaml";
import { ADHERENCE, CRITERIA } from "../accessibility/criteria.mjs";
import { files } from "../accessibility/report.mjs";
import { QUESTIONS, each, lost, measureContrast, show } from "../accessibility/screens.mjs";
import { accessible, desk, home, journey, noSidewaysScroll, phone, ready, start, stop } from "./browser.mjs";
import { next, prompt } from "./quiz.mjs";

before(start);
after(stop);

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const heading = (page) => page.locator("which-track [data-control=heading]").first().innerText();
const everything = (page) => page.locator("which-track .quiz").innerText();

/** All there is to read on a screen, without sideways scrolling. */
async function whole(page, screen) {
  await noSidewaysScroll(page, screen);
  assert.deepEqual(await lost(page), [], screen);
}

test("text that the browser shows twice as large is all there", () => journey(desk, async (page, context) => {
  const size = () => page.locator("which-track .quiz").evaluate((quiz) => parseFloat(getComputedStyle(quiz).fontSize));
  await show(page, "the first question");
  const before = await size();
  await (await context.newCDPSession(page)).send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  await each(page, async (screen) => {
    assert.equal(await size(), 2 * before, screen);
    await whole(page, screen);
  });
}));

test("at 400 %, 320 by 256 px, every screen flows into one column", () => journey({ viewport: { width: 320, height: 256 } }, (page) => each(page, (screen) => whole(page, screen))));

test("held upright or sideways, every screen says the same", () => journey(phone, async (page) => {
  const { width, height } = phone.viewport;
  await each(page, async (screen) => {
    await whole(page, screen);
    const upright = await everything(page);
    await page.setViewportSize({ width: height, height: width });
    await whole(page, screen);
    assert.equal(await everything(page), upright, screen);
    await page.setViewportSize({ width, height });
  });
}));

/** The four distances of 1.4.12, as a reader's own styles set them: they reach into shadow roots. */
const SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";

test("with a reader's own distances between lines, words and letters nothing is cut off", () => journey(phone, (page) => each(page, async (screen) => {
  await page.addStyleTag({ content: SPACING });
  const [spacing, size] = await page.locator("which-track").evaluate(({ shadowRoot }, spacing) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(spacing);
    shadowRoot.adoptedStyleSheets.push(sheet);
    const { letterSpacing, fontSize } = getComputedStyle(shadowRoot.querySelector("[data-control=heading]"));
    return [parseFloat(letterSpacing), parseFloat(fontSize)];
  }, SPACING);
  assert.ok(Math.abs(spacing - 0.12 * size) < 0.1, `${spacing} px at ${size} px: they are in use`);
  await whole(page, screen);
})));

test("every target is at least 24 by 24 px, and its name holds the words that are seen on it", () => journey(phone, (page) => each(page, async (screen) => {
  const found = await page.locator("which-track").evaluate(({ shadowRoot }) => {
    const letters = (text) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim().toLowerCase();
    const controls = [...shadowRoot.querySelectorAll("button, input, summary, a[href]")];
    return { count: controls.length, wrong: controls.flatMap((control) => {
      // A link in a sentence is as high as its line.
      const inline = control.localName === "a" && getComputedStyle(control).display === "inline";
      const { width, height } = (control.closest("label:not(.copy label)") ?? control).getBoundingClientRect();
      const seen = [...control.querySelectorAll(":not([aria-hidden], .visually-hidden)"), control].flatMap(({ childNodes }) => [...childNodes]).filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data).join(" ");
      const name = control.getAttribute("aria-label");
      return [
        !inline && (width < 24 || height < 24) && `${control.outerHTML.slice(0, 80)} is ${width} by ${height} px`,
        name && !letters(name).includes(letters(seen)) && `"${name}" is not called "${seen}"`,
      ].filter(Boolean);
    }) };
  });
  assert.ok(found.count > 0, screen);
  assert.deepEqual(found.wrong, [], screen);
})));

/** Where the focus is within the quiz: its place among all elements, where radio buttons of a group are one, and how it is
    seen. `null` outside. */
const stopAt = (page) => page.evaluate(() => {
  const root = document.activeElement.shadowRoot;
  const control = root?.activeElement;
  if (!control) return null;
  const first = control.type === "radio" ? root.querySelector(`[name="${control.name}"]`) : control;
  const ringed = control.closest(".option, .mark") ?? control;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(ringed);
  const { left, right, top, bottom } = ringed.getBoundingClientRect();
  return {
    is: control.outerHTML.slice(0, 90),
    nth: [...root.querySelectorAll("*")].indexOf(first),
    ring: outlineStyle === "solid" && parseFloat(outlineWidth) >= 2 ? window.contrast?.(outlineColor, ringed) : 0,
    box: { left: left + scrollX, right: right + scrollX, top: top + scrollY, bottom: bottom + scrollY },
  };
});

/** From a link before or after the quiz, with Tab, through all of it to the other one. */
async function through(page, key, look = () => {}) {
  await page.evaluate((first) => {
    for (const name of ["before", "after"]) {
      if (document.getElementById(name)) continue;
      const link = Object.assign(document.createElement("a"), { id: name, href: "#", textContent: name });
      document.querySelector("which-track")[name](link);
    }
    document.getElementById(first).focus();
  }, key === "Tab" ? "before" : "after");
  const stops = [];
  for (let presses = 0; ; presses += 1) {
    assert.ok(presses < 80, `${key} leaves the quiz`);
    await page.keyboard.press(key);
    const stop = await stopAt(page);
    if (!stop) break;
    await look(stop);
    stops.push(stop);
  }
  assert.equal(await page.evaluate(() => document.activeElement.id), key === "Tab" ? "after" : "before");
  return stops;
}

for (const colorScheme of ["light", "dark"]) {
  test(`Tab goes through every screen in reading order, is seen at each stop, changes nothing and leaves at both ends: ${colorScheme}`, () => journey({ ...desk, colorScheme }, async (page) => {
    await measureContrast(page);
    await each(page, async (screen) => {
      const before = await everything(page);
      const stops = await through(page, "Tab");
      assert.ok(stops.length > 0, screen);
      for (const [nth, { is, ring, box }] of stops.entries()) {
        assert.ok(ring >= 3, `${screen}: the focus on ${is} has ${ring.toFixed(2)}:1`);
        const last = stops[nth - 1]?.box;
        if (!last) continue;
        const beside = Math.min(last.bottom, box.bottom) - Math.max(last.top, box.top) > 0.5 * Math.min(last.bottom - last.top, box.bottom - box.top);
        assert.ok(beside ? box.left >= last.left : box.top >= last.top, `${screen}: ${is} comes too late`);
      }
      const places = stops.map(({ nth }) => nth);
      assert.deepEqual(places, [...new Set(places)].sort((one, other) => one - other), `${screen}: in the order of the document`);
      const back = await through(page, "Shift+Tab");
      assert.deepEqual(back.map(({ nth }) => nth).reverse(), places, `${screen}: the same way back`);
      assert.equal(await everything(page), before, `${screen}: nothing has changed`);
    });
  }));

  test(`edges of controls, marks and bars can be told from the ground: ${colorScheme}`, () => journey({ ...desk, colorScheme }, async (page) => {
    await measureContrast(page);
    const seen = new Set();
    await each(page, async (screen) => {
      const weak = await page.locator("which-track").evaluate(({ shadowRoot }) => {
        const found = [];
        const look = (selector, color) => shadowRoot.querySelectorAll(selector).forEach((element) => found.push([selector, window.contrast(color(element, getComputedStyle(element)), element)]));
        const inUse = ":not(:disabled, [aria-disabled=true])";
        for (const edge of ["label.option", `.add${inUse}`, `.move${inUse}`, ".place", ".mark:not(:has(:disabled))", ".second", ".copy input"]) look(edge, (_, { borderTopColor }) => borderTopColor);
        look(".primary", (_, { backgroundColor }) => backgroundColor);
        look(".handle", (handle) => getComputedStyle(handle, "::before").borderLeftColor);
        look(".result progress", (bar) => {
          const sample = bar.parentElement.appendChild(document.createElement("i"));
          sample.style.backgroundColor = getComputedStyle(bar).getPropertyValue("--bar");
          const { backgroundColor } = getComputedStyle(sample);
          sample.remove();
          return backgroundColor;
        });
        return found;
      });
      weak.forEach(([selector]) => seen.add(selector));
      assert.deepEqual(weak.filter(([, contrast]) => !(contrast >= 3)), [], screen);
    });
    assert.equal(seen.size, 10, [...seen].join(", "));
  }));
}

/** How a page says how high its header is. */
const SAID = [
  ["scroll-padding", "html { scroll-padding-block: 100px 20px }", ["a single choice", "a ranking", "the review"]],
  ["--which-track-scroll-margin", "which-track { --which-track-scroll-margin: 100px }", ["the result"]],
];

for (const [how, said, screens] of SAID) {
  test(`where a page has a header and says so with ${how}, Tab never leaves the focus under it`, () => journey({ viewport: { width: 390, height: 480 } }, (page) => each(page, async (screen) => {
    await page.addStyleTag({ content: `${said} body::before { content: ''; position: fixed; inset: 0 0 auto; block-size: 90px; background: #ddd; z-index: 9 }` });
    for (const key of ["Tab", "Shift+Tab"]) {
      await through(page, key, async ({ is, box }) => {
        const scrolled = await page.evaluate(() => scrollY);
        assert.ok(box.bottom - scrolled > 90 + 4 && box.top - scrolled < 480 - 4, `${screen}, ${key}: ${is} is covered`);
      });
    }
  }, screens)));
}

test("a letter, a digit or a sign alone does nothing", () => journey(desk, (page) => each(page, async (screen) => {
  const before = await everything(page);
  const focused = () => page.evaluate(() => document.activeElement.shadowRoot.activeElement.outerHTML);
  for (const selector of ["[data-control=heading]", "button, input"]) {
    await page.locator(`which-track :is(${selector})`).first().focus();
    const control = await focused();
    for (const key of "abcdefghijklmnopqrstuvwxyz0123456789?/.,-+*#") await page.keyboard.press(key);
    assert.deepEqual([await focused(), await everything(page)], [control, before], screen);
  }
}, ["a single choice", "a ranking", "the review", "the result"])));

test("a press that is let go elsewhere does nothing", () => journey(desk, async (page) => {
  const press = async (selector) => {
    const { x, y, width, height } = await page.locator(selector).first().boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(5, y + height / 2, { steps: 3 });
    await page.mouse.up();
  };
  await show(page, "the first question");
  const first = await everything(page);
  await press("which-track label.option");
  await press("which-track button[type=submit]");
  assert.equal(await page.locator("which-track input:checked").count(), 0);
  await show(page, "a ranking");
  const ranking = await everything(page);
  for (const selector of [".add", ".move:not([aria-disabled=true])", "[data-control^=place]", "button[type=submit]"]) await press(`which-track ${selector}`);
  assert.equal(await everything(page), ranking);
  await show(page, "the first question");
  assert.equal(await everything(page), first);
}));

test("a ranking is put in order by pressing alone", () => journey(phone, async (page) => {
  await show(page, "a ranking");
  const names = () => page.locator("which-track .place .name").allInnerTexts();
  const [first, second] = await names();
  await page.getByRole("button", { name: `Move ${second} up` }).click();
  assert.deepEqual(await names(), [second, first]);
  await page.getByRole("button", { name: `Move ${second} down` }).click();
  assert.deepEqual(await names(), [first, second]);
  await page.getByRole("button", { name: `Remove ${first}` }).click();
  assert.deepEqual(await names(), [second]);
  await page.getByRole("button", { name: `Add ${first}` }).click();
  assert.deepEqual(await names(), [second, first]);
}));

test("the focus is never lost, is seen on headings, and what happened is said", () => journey(desk, async (page) => {
  await measureContrast(page);
  /** Presses a button with the keyboard: what has the focus then, and what is said. */
  const press = async (name, focused, said = "") => {
    await page.locator("which-track").getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
    const now = () => page.evaluate(() => {
      const root = document.querySelector("which-track").shadowRoot;
      const [control, status] = [root.activeElement, root.querySelector("[role=status]").innerText];
      const { outlineStyle, outlineColor } = control ? getComputedStyle(control) : {};
      const seen = outlineStyle !== "none" && window.contrast(outlineColor, control) >= 3;
      return { focused: control?.ariaLabel ?? control?.innerText, seen, said: status };
    });
    const wanted = { focused, seen: true, said };
    for (let tries = 0; tries < 40 && JSON.stringify(await now()) !== JSON.stringify(wanted); tries += 1) await page.waitForTimeout(50);
    assert.deepEqual(await now(), wanted, name);
  };
  await show(page, "a ranking");
  await press("Move Good pay up", "Move Good pay up", "Good pay: place 1 of 3");
  await press("Add A say in what gets built", "Move A say in what gets built up", "A say in what gets built: place 3 of 3");
  await press("Remove Good pay", "Add Good pay", "Good pay: removed");
  await press("Back", "Work should be able to wait until the next morning.");
  await show(page, "several choices");
  await press("Skip", "Which working day sounds best to you?");
  await show(page, "the result");
  await press("Share this result", "Share your result");
  await press("Change answers", "Your answers");
  await press("See my result", "Build the engine");
  await press("Start over", "What would you most like to be able to say in two years?", "You have started over. Undo brings your answers back.");
  await press("Undo", "Build the engine");
}));

test("choosing and typing lead nowhere by themselves", () => journey(desk, async (page, context) => {
  let opened = 0;
  context.on("page", () => (opened += 1));
  const focused = () => page.evaluate(() => {
    const root = document.querySelector("which-track").shadowRoot;
    return [...root.querySelectorAll("*")].indexOf(root.activeElement);
  });
  const stays = async (screen, control, act) => {
    await control.focus();
    const before = [await heading(page), page.url(), await focused()];
    await act();
    await page.waitForTimeout(50);
    assert.deepEqual([await heading(page), page.url(), await focused()], before, screen);
  };
  for (const screen of QUESTIONS.slice(0, 4)) {
    await show(page, screen);
    for (const control of [...await page.locator("which-track .option input").all(), page.locator("which-track .mark input")]) await stays(screen, control, () => control.press("Space"));
  }
  await show(page, "the result");
  for (const control of await page.locator("which-track .levels input").all()) await stays("the result", control, () => control.press("Space"));
  const server = page.getByRole("textbox", { name: "Your Mastodon server" });
  await stays("the result", server, () => server.fill("mastodon.social"));
  assert.equal(opened, 0, "no window is opened");
}));

test("Next without an answer says in words what is missing, on every kind of question that wants one", () => journey(desk, async (page) => {
  const UNANSWERED = {
    "a single choice": ["1;@background;goal=architecture", "Choose an answer to go on."],
    "a scale": ["1;@autonomy;goal=architecture", "Choose an answer to go on."],
    "a ranking": ["1;@priorities;goal=architecture;priorities=pay", "Fill all 3 places to go on."],
  };
  for (const [screen, [stored, words]] of Object.entries(UNANSWERED)) {
    await show(page, screen, stored);
    const before = await prompt(page);
    await next(page).click();
    const nudge = page.locator("which-track .question .nudge");
    await nudge.filter({ hasText: /./ }).waitFor();
    assert.equal(await nudge.innerText(), words, screen);
    assert.equal(await prompt(page), before, screen);
    assert.equal(await page.locator("which-track [role=status]").innerText(), words, screen);
    const described = await page.locator("which-track fieldset").first().evaluate((fields) => fields.getAttribute("aria-describedby").split(" ").map((id) => fields.getRootNode().getElementById(id).innerText));
    assert.ok(described.includes(words), `${screen}: the question is described by it`);
    assert.ok(await nudge.evaluate((nudge) => nudge.getBoundingClientRect().top >= 0 && nudge.getBoundingClientRect().bottom <= innerHeight), `${screen}: it is in view`);
  }
}));

test("Back, Skip and Next stand in one order, by one name, on every question", () => journey(phone, async (page) => {
  const order = [];
  await each(page, async () => {
    order.push(await page.locator("which-track .nav button").evaluateAll((buttons) => buttons.sort((one, other) => one.getBoundingClientRect().x - other.getBoundingClientRect().x).map((button) => button.innerText)));
  }, QUESTIONS);
  assert.deepEqual(order, [["Next"], ["Back", "Next"], ["Back", "Skip", "Next"], ["Back", "Next"], ["Back", "Next"]]);
}));

test("what color says is said without it, too", () => journey(desk, (page) => each(page, async (screen) => {
  const found = await page.locator("which-track").evaluate(({ shadowRoot }) => {
    const all = (selector) => [...shadowRoot.querySelectorAll(selector)];
    return {
      links: all("a[href]:not(.primary)").filter((link) => !getComputedStyle(link).textDecorationLine.includes("underline")).map(({ outerHTML }) => outerHTML),
      chosen: all(".option:has(:checked) input").filter((input) => getComputedStyle(input).appearance === "none" || input.getBoundingClientRect().width < 16).map(({ outerHTML }) => outerHTML),
      bars: all(".result progress").filter((bar) => !/^\d+%$/.test(bar.parentElement.querySelector(".number")?.innerText)).map(({ outerHTML }) => outerHTML),
      marks: all(".answers .marked, .answers .missing").filter((mark) => !mark.innerText.trim()).map(({ outerHTML }) => outerHTML),
    };
  });
  assert.deepEqual(found, { links: [], chosen: [], bars: [], marks: [] }, screen);
})));

test("no sound, no video, no pictures of words, and nothing that moves or flashes by itself", () => journey(desk, (page) => each(page, async (screen) => {
  await page.waitForTimeout(200);
  const found = await page.locator("which-track").evaluate(({ shadowRoot }) => {
    const rules = (list) => [...list].flatMap((rule) => [rule, ...rules(rule.cssRules ?? [])]);
    return {
      media: [...shadowRoot.querySelectorAll("img, picture, audio, video, object, embed, iframe, canvas, marquee, animate, animateTransform, set")].map(({ outerHTML }) => outerHTML),
      grounds: [...shadowRoot.querySelectorAll("*")].filter((element) => getComputedStyle(element).backgroundImage !== "none").map(({ outerHTML }) => outerHTML),
      moving: shadowRoot.getAnimations().map(({ playState }) => playState),
      keyframes: rules([...shadowRoot.adoptedStyleSheets].flatMap(({ cssRules }) => [...cssRules])).filter((rule) => rule instanceof CSSKeyframesRule).length,
      unnamed: [...shadowRoot.querySelectorAll("svg")].filter((svg) => !svg.closest("[aria-hidden=true]") && !(svg.getAttribute("role") === "img" && svg.getAttribute("aria-label"))).length,
    };
  });
  assert.deepEqual(found, { media: [], grounds: [], moving: [], keyframes: 0, unnamed: 0 }, screen);
})));

test("nothing comes up where the pointer rests", () => journey(desk, (page) => each(page, async (screen) => {
  const now = () => page.locator("which-track .quiz").evaluate((quiz) => [quiz.innerText, quiz.offsetHeight, document.querySelectorAll(":popover-open").length]);
  const before = await now();
  for (const control of await page.locator("which-track :is(button, label, summary, a, svg, .handle, progress)").all()) {
    if (!(await control.isVisible())) continue;
    await control.hover({ force: true });
    assert.equal(await control.evaluate((control) => control.closest("[title]")?.title ?? control.querySelector("title")?.textContent ?? ""), "", screen);
    assert.deepEqual(await now(), before, screen);
  }
}, ["a single choice", "a ranking", "the review", "the result"])));

test("a day later, all that was there is there", () => journey(phone, async (page) => {
  await page.clock.install();
  for (const screen of ["a single choice", "the review", "the result"]) {
    await show(page, screen);
    const before = await everything(page);
    await page.clock.fastForward("24:00:00");
    assert.equal(await everything(page), before, screen);
  }
  await show(page, "a single choice");
  await page.clock.fastForward("24:00:00");
  await next(page).click();
  await page.getByText("Question 3 of").waitFor();
}));

test("the reader is asked to type one thing only, which is nothing about them", () => journey(desk, (page) => each(page, async (screen) => {
  const typed = await page.getByRole("textbox").evaluateAll((fields) => fields.filter(({ readOnly }) => !readOnly).map(({ labels }) => labels[0].innerText.trim()));
  assert.deepEqual(typed, screen === "the result" || screen === "a comparison" ? ["Your Mastodon server"] : [], screen);
})));

test("every page that the builder makes has a title, a language, and nothing for axe to see", () => journey(phone, async (page) => {
  for (const [path, lang, title] of [
    ["q/pm-vs-sde/", "en", "Which track fits you"],
    ["q/pm-vs-sde/fr/", "fr", "quelle est votre voie"],
    ["embed/pm-vs-sde/", "en", "Which track fits you"],
    ["r/pm-vs-sde/sde/", "en", "Build the engine"],
    ["r/pm-vs-sde/compare/", "en", "would like to compare"],
    ["embed/", "en", "Put a quiz on your page"],
    ["404.html", "en", "nothing at this address"],
    ["examples/", "en", "Example quizzes"],
  ]) {
    await home(page, path);
    if (await page.locator("which-track").count()) await ready(page);
    assert.equal(await page.evaluate(() => document.documentElement.lang), lang, path);
    assert.ok((await page.title()).includes(title), `${path}: ${await page.title()}`);
    await accessible(page, path);
    await noSidewaysScroll(page, path);
  }
}));

test("the words of the interface call nothing by its color, its shape or its side", () => {
  const words = [...read("languages/en.toml").matchAll(/= "(.*)"$/gm)].map(([, words]) => words);
  assert.ok(words.length > 100);
  const sensed = /\b((on|to|at|from) the (left|right|top|bottom)|left-hand|right-hand|colou?red|red|green|blue|yellow|gray|round|square|circle|triangle|arrow|icon|beep|sound)\b/i;
  assert.deepEqual(words.filter((words) => sensed.test(words)), []);
  assert.ok(sensed.test("Press the green button on the right."));
});

test("the program never asks how the device is moved", () => {
  const programs = readdirSync(new URL("../../dist/", import.meta.url)).filter((name) => /\.(js|wasm)$/.test(name));
  assert.ok(programs.length > 3);
  const asking = programs.filter((name) => /devicemotion|deviceorientation|Accelerometer|Gyroscope/i.test(readFileSync(new URL(`../../dist/${name}`, import.meta.url), "latin1")));
  assert.deepEqual(asking, []);
});

/** Whether a file has a test of this name. Where a name is put together, its parts stand in the file. */
function holds(text, name) {
  if (text.includes(`test("${name}"`) || new RegExp(`^(async )?fn ${name}\\(\\)`, "m").test(text)) return true;
  const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return [...text.matchAll(/test\(`([^`]*)`/g)].some(([, template]) => {
    const [, ...parts] = name.match(new RegExp(`^${template.split(/\$\{[^}]*\}/).map(literally).join("(.+)")}$`)) ?? [null];
    return parts.length > 0 && parts.every((part) => text.replaceAll(template, "").includes(part));
  });
}

test("every criterion names tests that there are", () => {
  for (const { num, adherence, tests } of CRITERIA) {
    assert.ok(adherence in ADHERENCE, num);
    assert.ok(tests.length > 0 || ["not-evaluated", "not-applicable"].includes(adherence), `${num}: no test holds it`);
    for (const [file, name] of tests) assert.ok(holds(read(file), name), `${num}: ${file} has no "${name}"`);
  }
  assert.ok(!holds(read("tests/journeys/journeys.test.mjs"), "by nobody: from the first question to the result, every screen accessible"));
});

test("the table has every criterion of level A and AA, and no other", () => {
  const nums = (level) => CRITERIA.filter((one) => one.level === level).map(({ num }) => num).join(" ");
  assert.equal(nums("A"), "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2");
  assert.equal(nums("AA"), "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3");
  assert.equal(nums("A").split(" ").length + nums("AA").split(" ").length, CRITERIA.length);
});

test("the report is what would be written from the table", () => {
  for (const [path, text] of Object.entries(files())) assert.equal(read(path), text, `${path}: run \`node tests/accessibility/report.mjs\``);
});

test("the report has the form of OpenACR", () => {
  const report = parse(read("docs/accessibility.openacr.yaml"));
  const { product, author, vendor, version, chapters, ...texts } = report;
  // As its schema has it, openacr-0.1.0.json: what is required, and of which type all else is.
  assert.deepEqual(Object.keys(texts).sort(), ["catalog", "evaluation_methods_used", "last_modified_date", "license", "notes", "report_date", "title"]);
  for (const [name, text] of [...Object.entries(texts), ...Object.entries(product), ...Object.entries(author), ...Object.entries(vendor)]) assert.equal(typeof text, "string", name);
  assert.ok(product.name && author.email && vendor.email && Number.isInteger(version));
  assert.deepEqual(Object.keys(chapters), ["success_criteria_level_a", "success_criteria_level_aa", "success_criteria_level_aaa"]);
  const told = Object.values(chapters).flatMap(({ criteria = [] }) => criteria).map(({ num, components: [{ name, adherence }, ...more] }) => {
    assert.deepEqual([name, more.length, typeof adherence.notes], ["web", 0, "string"], num);
    return [num, adherence.level];
  });
  assert.deepEqual(told, CRITERIA.map(({ num, adherence }) => [num, adherence]));
});
