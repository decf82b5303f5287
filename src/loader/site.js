// The site that this script belongs to: the addresses of its files, and the quizzes that it has.

// The builder puts it in: addresses relative to this script, and the quizzes with their languages.
export const site = SITE;

/** The absolute address of a file of the site. */
export const address = (path) => new URL(path, import.meta.url);
