// On the page that is made to be framed: once the page around has said hello, tells it the height of the quiz and what
// happens in it, and takes that page's look and language.

const EVENTS = ["ready", "start", "step", "result", "share", "error"];

const quiz = document.querySelector("which-track");
const id = quiz.getAttribute("quiz");
let origin;

const post = (event, detail) => origin && parent.postMessage({ whichTrack: { v: 1, id, event, ...detail } }, origin);
const resize = () => post("resize", { height: Math.ceil(document.body.getBoundingClientRect().height) });

if (parent !== window) {
  addEventListener("message", ({ source, origin: from, data }) => {
    if (source !== parent || data?.whichTrack?.event !== "hello") return;
    origin = from === "null" ? "*" : from; // one without an origin of its own can be told by nothing else
    const { theme, lang } = data.whichTrack;
    if (["auto", "light", "dark"].includes(theme)) quiz.setAttribute("theme", theme);
    if (lang && typeof lang === "string") quiz.setAttribute("lang", lang);
    resize();
  });
  new ResizeObserver(resize).observe(document.body);
  EVENTS.forEach((name) => addEventListener(`which-track:${name}`, ({ detail }) => post(name, detail)));
  parent.postMessage({ whichTrack: { v: 1, id, event: "hello" } }, "*");
}
