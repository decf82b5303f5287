// What a template of Svelte says, as the package's types are to take it, and what they are to refuse.
import type { SvelteHTMLElements } from "svelte/elements";
import type {} from "which-track/svelte";

export const attributes: SvelteHTMLElements["which-track"] = {
  src: "my.quiz.json", theme: "dark", class: "wide", onclick: ({ currentTarget }) => currentTarget.restart(),
  "onwhich-track:result": ({ detail }) => detail.outcome.length, "on:which-track:step": ({ detail }) => detail.index + 1,
};

// @ts-expect-error: no such theme
export const pink: SvelteHTMLElements["which-track"] = { theme: "pink" };
