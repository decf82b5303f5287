// Stands in for the types of Svelte, which the package's own add to.
declare module "svelte/elements" {
  export interface HTMLAttributes<Of extends EventTarget> {
    class?: string;
    onclick?: (event: MouseEvent & { currentTarget: Of }) => void;
  }
  export interface SvelteHTMLElements {}
}
