// The site that this script belongs to: the addresses of its files, and the quizzes that it has.

// The builder puts it in: addresses relative to this script, the quizzes with their languages, and the loader's words.
export const site = SITE;

/** The absolute address of a file of the site. */
export const address = (path) => new URL(path, import.meta.url);
