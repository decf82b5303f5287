// The result for libraries that only ask: the verdict's words, and a bar for each track.
import { verdict } from "./score.js";

function element(tag, attributes, ...children) {
  const element = Object.assign(document.createElement(tag), attributes);
  element.append(...children);
  return element;
}

export function result(quiz, answers) {
  const { outcome, fits } = verdict(quiz, answers);
  const fit = ({ label, percent }) => {
    const bar = element("span", { className: "bar" }, element("span", {}));
    bar.firstChild.style.inlineSize = `${percent}%`;
    return element("li", {}, element("span", {}, label), element("span", {}, `${percent}%`), bar);
  };
  const title = element("h2", { className: "outcome", tabIndex: -1 }, outcome.title);
  return element("article", { className: "quiz" }, title, element("p", {}, outcome.summary), element("ul", { className: "fits" }, ...fits.map(fit)));
}
