// Mounts the quiz in Svelte.
import { mount } from "svelte";
import Quiz from "./Quiz.svelte";

mount(Quiz, { target: document.getElementById("app") });
