// A compiled quiz between the tags.

/** The element that holds it, if there is one. */
export const childOf = (element) => element.querySelector(":scope > script[type='application/json']");
