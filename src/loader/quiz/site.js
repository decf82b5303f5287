// What the rest of the loader knows of the site: the addresses of the program's files, and its words.

// The builder puts it in: addresses relative to this script, and the words in each language of the site's quizzes.
export const site = SITE;

/** The absolute address of a file of the site. */
export const address = (path) => new URL(path, import.meta.url);
