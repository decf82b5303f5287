// The quiz in SurveyJS: a page for each question, and our own result, since the library has none.
import { Model, settings } from "survey-core";
import "survey-js-ui";
import quiz from "quiz.json";
import { keep, restored } from "../shared/progress.js";
import { result } from "../shared/result.js";

// The others move nothing either.
settings.animationEnabled = false;

const app = document.getElementById("app");
const survey = new Model({
  title: quiz.title,
  description: quiz.description,
  showProgressBar: true,
  progressBarType: "pages",
  showQuestionNumbers: false,
  showCompletePage: false,
  completeText: "Next",
  autoFocusFirstQuestion: false,
  pages: quiz.questions.map(({ id, prompt, options }) => ({
    elements: [{ type: "radiogroup", name: id, title: prompt, isRequired: true, choices: options.map(({ id, label }) => ({ value: id, text: label })) }],
  })),
});
const { at, answers } = restored();

function finish() {
  const shown = result(quiz, survey.data);
  app.replaceChildren(shown);
  shown.querySelector(".outcome").focus();
}

const save = () => keep({ at: survey.currentPageNo, answers: survey.data });
survey.data = answers;
if (at >= quiz.questions.length) finish();
else {
  survey.currentPageNo = at;
  survey.onValueChanged.add(save);
  survey.onCurrentPageChanged.add(save);
  survey.onComplete.add(() => {
    keep({ at: quiz.questions.length, answers: survey.data });
    finish();
  });
  survey.render(app);
}
