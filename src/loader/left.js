// A reader who leaves the page and comes back: what was on its way may have come to nothing.

/** So long nobody leaves: a click that only downloads something ends what is on its way, too. In milliseconds. */
const STAYS = 5_000;

/** Loads something. What fails because the reader leaves is no failure: it is loaded anew once they are back. Asks for their
    leaving only meanwhile, since some browsers do not keep pages of which somebody wants to know it. */
export async function despiteLeaving(load) {
  let back;
  const leave = () => (back ??= new Promise((resolve) => {
    addEventListener("pageshow", resolve, { once: true });
    setTimeout(resolve, STAYS);
  }));
  const listen = (how) => ["beforeunload", "pagehide"].forEach((name) => window[`${how}EventListener`](name, leave));
  listen("add");
  try {
    return await load();
  } catch (error) {
    // Some browsers end what is on its way first, and only then say that the page is left.
    await new Promise((later) => setTimeout(later, 100));
    if (!back) throw error;
    await back;
    return despiteLeaving(load);
  } finally {
    listen("remove");
  }
}
