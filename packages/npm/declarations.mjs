// Everything that tells editors, type checkers and catalogs of the element, made from the table in element.mjs.
import { ABOUT, ATTRIBUTES, EVENTS, METHODS, PARTS, PROPERTIES, RESULT, SLOTS, STYLES, TAG } from "./element.mjs";

/** The texts of the files, by name. */
export const declarations = (version) => ({
  "custom-elements.json": json(manifest()),
  "web-types.json": json(webTypes(version)),
  "vscode.html-custom-data.json": json(customData()),
  "which-track.d.ts": dom(),
  "react.d.ts": react(),
  "vue.d.ts": vue(),
  "svelte.d.ts": svelte(),
});

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

const eventName = ({ name }) => `${TAG}:${name}`;
const aboutIt = ({ about, live }) => (live ? `${about} Reacts live.` : about);
const fields = (of) => `{ ${Object.entries(of).map(([name, type]) => `${name}: ${type}`).join("; ")} }`;
const eventType = ({ detail }) => `CustomEvent<${detail ? fields(detail) : "null"}>`;
const literals = (values) => values.map((value) => JSON.stringify(value)).join(" | ");

/** The type of an attribute's value as HTML has it. */
const htmlType = ({ values, present }) => (values ? literals(values) : present ? "boolean" : "string");

/** As templates may say it: a number for what is written as one. */
function templateType({ values, present }) {
  if (present) return 'boolean | ""';
  if (!values) return "string";
  const numbers = values.filter((value) => /^\d+$/.test(value));
  return [literals(values), ...numbers].join(" | ");
}

/** The manifest of custom elements, schema 2.1. */
function manifest() {
  const declaration = {
    kind: "class",
    customElement: true,
    name: "WhichTrack",
    tagName: TAG,
    description: ABOUT,
    superclass: { name: "HTMLElement" },
    attributes: ATTRIBUTES.map((attribute) => ({
      name: attribute.name,
      type: { text: htmlType(attribute) },
      ...(attribute.values && { default: JSON.stringify(attribute.values[0]) }),
      description: aboutIt(attribute),
    })),
    members: [
      ...PROPERTIES.map(({ name, type, about }) => ({ kind: "field", name, type: { text: type.replace("WhichTrackResult", fields(RESULT)) }, readonly: true, description: about })),
      ...METHODS.map(({ name, about }) => ({ kind: "method", name, return: { type: { text: "void" } }, description: about })),
    ],
    events: EVENTS.map((event) => ({ name: eventName(event), type: { text: eventType(event) }, description: event.about })),
    slots: SLOTS.map(({ name, about }) => ({ name, description: about })),
    cssProperties: STYLES.map(({ name, about }) => ({ name, description: about })),
    cssParts: PARTS.map((name) => ({ name })),
  };
  const path = "which-track.js";
  const element = { kind: "custom-element-definition", name: TAG, declaration: { name: declaration.name, module: path } };
  return { schemaVersion: "2.1.0", modules: [{ kind: "javascript-module", path, declarations: [declaration], exports: [element] }] };
}

/** What JetBrains' editors read. */
function webTypes(version) {
  const value = ({ values, present }) => ({ type: present ? "boolean" : values ? literals(values) : "string", ...(values && { default: values[0] }) });
  return {
    $schema: "https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json",
    name: TAG,
    version,
    "description-markup": "markdown",
    contributions: {
      html: {
        elements: [{
          name: TAG,
          description: ABOUT,
          attributes: ATTRIBUTES.map((attribute) => ({ name: attribute.name, description: aboutIt(attribute), value: value(attribute) })),
          slots: SLOTS.map(({ name, about }) => ({ name, description: about })),
          js: {
            properties: PROPERTIES.map(({ name, about }) => ({ name, description: about, "read-only": true })),
            events: EVENTS.map((event) => ({ name: eventName(event), description: event.about })),
          },
          css: {
            properties: STYLES.map(({ name, about }) => ({ name, description: about })),
            parts: PARTS.map((name) => ({ name })),
          },
        }],
      },
    },
  };
}

/** What VS Code reads where its setting `html.customData` names the file. */
const customData = () => ({
  version: 1.1,
  tags: [{
    name: TAG,
    description: ABOUT,
    attributes: ATTRIBUTES.map((attribute) => ({
      name: attribute.name,
      description: aboutIt(attribute),
      // `v` is the word for an attribute that is there or not.
      ...(attribute.present && { valueSet: "v" }),
      ...(attribute.values && { values: attribute.values.map((name) => ({ name })) }),
    })),
  }],
});

/** A comment before a line, and the line. */
const line = (about, text, indent) => `${indent}/** ${about} */\n${indent}${text}\n`;
const lines = (list, indent) => list.map(([about, text]) => line(about, text, indent)).join("");

/** The element in TypeScript's DOM. */
const dom = () => `// The element <which-track> in the types of the DOM. Generated; do not edit.

/** Where a reader stands at the verdict. */
export interface WhichTrackResult ${fields(RESULT)}

/** ${ABOUT} */
export interface WhichTrackElement extends HTMLElement {
${lines(PROPERTIES.map(({ name, type, about }) => [about, `readonly ${name}: ${type};`]), "  ")}${lines(METHODS.map(({ name, about }) => [about, `${name}(): void;`]), "  ")}}

/** Its events, by name. They bubble and cross shadow roots; \`detail\` holds ids, never an answer. */
export interface WhichTrackEvents {
${lines(EVENTS.map((event) => [event.about, `"${eventName(event)}": ${eventType(event)};`]), "  ")}}

/** Its attributes, as templates may say them. */
export interface WhichTrackAttributes {
${attributes()}}

declare global {
  interface HTMLElementTagNameMap {
    "${TAG}": WhichTrackElement;
  }
  interface GlobalEventHandlersEventMap extends WhichTrackEvents {}
}
`;

/** Attributes as a template may say them, each under a name of that template's kind. */
const attributes = (named = (name) => name) => lines(ATTRIBUTES.filter(({ global }) => !global).map((attribute) => [aboutIt(attribute), `${JSON.stringify(named(attribute.name))}?: ${templateType(attribute)};`]), "  ");

/** What listens to events, likewise. */
const listeners = (...named) => named.flatMap((named) => EVENTS.map((event) => `  ${JSON.stringify(named(eventName(event)))}?: (event: WhichTrackEvents["${eventName(event)}"]) => void;\n`)).join("");

const from = (...types) => `import type { ${types.join(", ")} } from "./which-track.js";`;

/** In JSX. React 19 is the first that listens to events by \`on\` and their name. */
const react = () => `// The element <which-track> in the JSX of React 19. Generated; do not edit.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
${from("WhichTrackAttributes", "WhichTrackElement", "WhichTrackEvents")}

/** What listens to its events in JSX. */
export interface WhichTrackListeners {
${listeners((name) => `on${name}`)}}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "${TAG}": DetailedHTMLProps<HTMLAttributes<WhichTrackElement>, WhichTrackElement> & WhichTrackAttributes & WhichTrackListeners;
    }
  }
}
`;

/** In templates of Vue, which takes `heading-level` for `headingLevel`, and `@which-track:ready` for `onWhichTrack:ready`. */
const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const vue = () => `// The element <which-track> in the templates of Vue 3. Generated; do not edit.
import type { DefineComponent, HTMLAttributes } from "vue";
${from("WhichTrackEvents")}

/** Its attributes, and what listens to its events: \`@which-track:result\` in a template. */
export interface WhichTrackProps {
${attributes(camel)}${listeners((name) => camel(`on-${name}`))}}

declare module "vue" {
  interface GlobalComponents {
    "${TAG}": DefineComponent<HTMLAttributes & WhichTrackProps>;
  }
}
`;

/** In Svelte: \`on:\` before version 5, and \`on\` since. */
const svelte = () => `// The element <which-track> in the templates of Svelte 4 and 5. Generated; do not edit.
import type { HTMLAttributes } from "svelte/elements";
${from("WhichTrackAttributes", "WhichTrackElement", "WhichTrackEvents")}

/** What listens to its events. */
export interface WhichTrackListeners {
${listeners((name) => `on${name}`, (name) => `on:${name}`)}}

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "${TAG}": HTMLAttributes<WhichTrackElement> & WhichTrackAttributes & WhichTrackListeners;
  }
}
`;
