// On the page that is made to be framed: once the page around has said hello, tells it the height of the quiz and what
// happens in it, and takes that page's look and language, and its word on what a frame there may do. Look and language
// may also stand in the address, for pages without our script.

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

/** Takes a look and a language. A ground of another color scheme than the page around has would be painted black or
    white there; of the same, it lets that page's own show. */
function dress(theme, lang) {
  if (["auto", "light", "dark"].includes(theme)) {
    quiz.setAttribute("theme", theme);
    document.documentElement.style.colorScheme = theme === "auto" ? "" : theme;
  }
  if (lang && typeof lang === "string") quiz.setAttribute("lang", lang);
}

const asked = new URLSearchParams(location.search);
dress(asked.get("theme"), asked.get("lang"));

if (parent !== window) {
  body.style.minBlockSize = "100vh";
  addEventListener("message", ({ source, origin: from, data }) => {
    if (source !== parent || data?.whichTrack?.event !== "hello") return;
    origin = from === "null" ? "*" : from; // one without an origin of its own can be told by nothing else
    const { theme, lang, open } = data.whichTrack;
    quiz.toggleAttribute("open", open === true);
    dress(theme, lang);
    resize();
  });
  new ResizeObserver(resize).observe(body);
  EVENTS.forEach((name) => addEventListener(`which-track:${name}`, ({ detail }) => tell(name, detail)));
  parent.postMessage({ whichTrack: { v: 1, id, event: "hello" } }, "*");
}
