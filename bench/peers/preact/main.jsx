// The quiz in Preact: one component for a question, one for the result.
import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import quiz from "quiz.json";
import { keep, restored } from "../shared/progress.js";
import { verdict } from "../shared/score.js";

const count = quiz.questions.length;

function Question({ at, given, choose, go, moved }) {
  const { id, prompt, options } = quiz.questions[at];
  const heading = useRef();
  const [nudged, nudge] = useState(false);
  useEffect(() => {
    if (moved) heading.current.focus();
  }, []);
  const next = (event) => {
    event.preventDefault();
    if (given) go(at + 1);
    else nudge(true);
  };
  return (
    <form class="quiz" onSubmit={next}>
      <h1>{quiz.title}</h1>
      {at === 0 && <p>{quiz.description}</p>}
      <div class="progress"><span id="progress">Question {at + 1} of {count}</span><progress value={at} max={count} aria-hidden="true" /></div>
      <fieldset aria-describedby="progress">
        <legend><h2 class="prompt" tabIndex={-1} ref={heading}>{prompt}</h2></legend>
        {options.map((option) => (
          <label class="option" key={option.id}>
            <input type="radio" name="choice" checked={given === option.id} onChange={() => choose(id, option.id)} />
            <span>{option.label}</span>
          </label>
        ))}
      </fieldset>
      <p class="nudge" role="status">{nudged && !given && "Please choose an answer first."}</p>
      <div class="nav">
        <button class="next">Next</button>
        {at > 0 && <button type="button" onClick={() => go(at - 1)}>Back</button>}
      </div>
    </form>
  );
}

function Result({ answers }) {
  const { outcome, fits } = verdict(quiz, answers);
  const heading = useRef();
  useEffect(() => heading.current.focus(), []);
  return (
    <article class="quiz">
      <h2 class="outcome" tabIndex={-1} ref={heading}>{outcome.title}</h2>
      <p>{outcome.summary}</p>
      <ul class="fits">
        {fits.map(({ id, label, percent }) => (
          <li key={id}><span>{label}</span><span>{percent}%</span><span class="bar"><span style={{ inlineSize: `${percent}%` }} /></span></li>
        ))}
      </ul>
    </article>
  );
}

function Quiz() {
  const [{ at, answers, moved }, set] = useState(restored);
  const change = (next) => {
    set(next);
    keep({ at: next.at, answers: next.answers });
  };
  if (at >= count) return <Result answers={answers} />;
  const { id } = quiz.questions[at];
  const choose = (question, option) => change({ at, answers: { ...answers, [question]: option }, moved });
  return <Question key={id} at={at} given={answers[id]} choose={choose} go={(at) => change({ at, answers, moved: true })} moved={moved} />;
}

render(<Quiz />, document.getElementById("app"));
