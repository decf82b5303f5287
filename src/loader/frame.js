// On the page that is made to be framed: once the page around has said hello, tells it the height of the quiz and what
// happens in it, and takes that page's look and language, and its word on what a frame there may do.

const EVENTS = ["ready", "start", "step", "result", "share", "error"];

const quiz = document.querySelector("which-track");
const id = quiz.getAttribute("quiz");
const { body } = document;
let origin;
let settled; // whether what is on the page is what stays there: the quiz, or what stands for it

const post = (event, detail) => origin && parent.postMessage({ whichTrack: { v: 1, id, event, ...detail } }, origin);
/** The height that counts is that of the quiz, not of what a reader without script would see. */
const resize = () => (settled ||= quiz.shadowRoot) && post("resize", { height: Math.ceil(body.getBoundingClientRect().height) });

/** Takes in what happens. Until the reader goes on, the quiz fills the room that the page around has kept for it: giving
    some back would move what is below it. */
function tell(name, detail) {
  if (name === "step") body.style.minBlockSize = "";
  if (name === "ready" || name === "error") {
    settled = true;
    resize();
  }
  post(name, detail);
}

if (parent !== window) {
  body.style.minBlockSize = "100vh";
  addEventListener("message", ({ source, origin: from, data }) => {
    if (source !== parent || data?.whichTrack?.event !== "hello") return;
    origin = from === "null" ? "*" : from; // one without an origin of its own can be told by nothing else
    const { theme, lang, open } = data.whichTrack;
    quiz.toggleAttribute("open", open === true);
    if (["auto", "light", "dark"].includes(theme)) quiz.setAttribute("theme", theme);
    if (lang && typeof lang === "string") quiz.setAttribute("lang", lang);
    resize();
  });
  new ResizeObserver(resize).observe(body);
  EVENTS.forEach((name) => addEventListener(`which-track:${name}`, ({ detail }) => tell(name, detail)));
  parent.postMessage({ whichTrack: { v: 1, id, event: "hello" } }, "*");
}
