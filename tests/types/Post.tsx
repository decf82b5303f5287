// A post in React 19 as the package's types are to take it, and what they are to refuse.
import { useRef } from "react";
import type { WhichTrackElement } from "which-track";
import type {} from "which-track/react";

export function Post() {
  const quiz = useRef<WhichTrackElement>(null);
  return (
    <which-track ref={quiz} src="my.quiz.json" theme="dark" heading-level={3} doctor lang="fr" className="wide"
      onwhich-track:result={(event) => console.log(event.detail.outcome.length)}
      onwhich-track:error={({ detail }) => detail.code === "old-browser" && quiz.current?.restart()}>
      <a href="/quiz/">Take the quiz</a>
    </which-track>
  );
}

// @ts-expect-error: no such theme
export const pink = <which-track theme="pink" />;
// @ts-expect-error: what listens gets an event
export const number = <which-track onwhich-track:result={(event: number) => event} />;
// @ts-expect-error: no such code
addEventListener("which-track:error", ({ detail }) => detail.code === "offline");

// In the DOM.
document.querySelector("which-track")?.result?.fits.map(({ percent }) => percent.toFixed());
document.addEventListener("which-track:step", ({ detail }) => detail.index + detail.total);
document.createElement("which-track").addEventListener("which-track:share", ({ detail }) => detail.channel === "copy");
