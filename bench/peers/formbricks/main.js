// The quiz in Formbricks: its survey without a server, and our own result, since it has none.
import { renderSurveyInline } from "@formbricks/surveys";
import quiz from "quiz.json";
import { keep, restored } from "../shared/progress.js";
import { result } from "../shared/result.js";

const app = document.getElementById("app");
const { at, answers } = restored();
const { questions } = quiz;

function finish() {
  const shown = result(quiz, answers);
  app.replaceChildren(shown);
  shown.querySelector(".outcome").focus();
}

/** It answers with labels. */
const idOf = (question, label) => question.options.find((option) => option.label === label).id;

const survey = {
  id: quiz.id,
  type: "link",
  welcomeCard: { enabled: false },
  thankYouCard: { enabled: false },
  questions: questions.map(({ id, prompt, options }) => ({
    id,
    type: "multipleChoiceSingle",
    headline: prompt,
    required: true,
    shuffleOption: "none",
    buttonLabel: "Next",
    choices: options.map(({ id, label }) => ({ id, label })),
  })),
};

if (at >= questions.length) finish();
else {
  renderSurveyInline({
    containerId: "app",
    brandColor: "#0a5c73",
    isBrandingEnabled: false,
    activeQuestionId: questions[at].id,
    survey,
    onResponse: ({ data }) => questions.forEach((question) => {
      if (data[question.id]) answers[question.id] = idOf(question, data[question.id]);
    }),
    onActiveQuestionChange: (active) => {
      const now = questions.findIndex(({ id }) => id === active);
      keep({ at: now < 0 ? questions.length : now, answers });
    },
    onFinished: finish,
  });
}
