// The script of the hand-written page: changes the words and options in place from question to question.
import quiz from "quiz.json";
import { keep, restored } from "../shared/progress.js";
import { result } from "../shared/result.js";

const form = document.querySelector("form");
const [about, told, bar, prompt, fieldset, nudge, back] = [".about", "#progress", "progress", ".prompt", "fieldset", ".nudge", ".back"].map((name) => form.querySelector(name));
const { at: start, answers } = restored();
const count = quiz.questions.length;
let at = 0;

function option({ id, label }) {
  const line = document.createElement("label");
  const input = Object.assign(document.createElement("input"), { type: "radio", name: "choice", value: id, checked: answers[quiz.questions[at].id] === id });
  const text = document.createElement("span");
  line.className = "option";
  text.textContent = label;
  line.append(input, text);
  return line;
}

function show() {
  if (at >= count) {
    form.replaceWith(result(quiz, answers));
    return document.querySelector(".outcome").focus();
  }
  const question = quiz.questions[at];
  back.hidden = at === 0;
  about.hidden = at > 0;
  told.textContent = `Question ${at + 1} of ${count}`;
  bar.value = at;
  prompt.textContent = question.prompt;
  fieldset.querySelectorAll(".option").forEach((line) => line.remove());
  fieldset.append(...question.options.map(option));
  nudge.textContent = "";
}

function go(to) {
  at = to;
  show();
  keep({ at, answers });
  if (at < count) prompt.focus();
}

form.addEventListener("change", ({ target }) => {
  answers[quiz.questions[at].id] = target.value;
  nudge.textContent = "";
  keep({ at, answers });
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (answers[quiz.questions[at].id]) go(at + 1);
  else nudge.textContent = "Please choose an answer first.";
});
back.addEventListener("click", () => go(at - 1));
at = start;
if (start || answers[quiz.questions[0].id]) show();
