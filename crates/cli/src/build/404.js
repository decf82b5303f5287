// Puts the address of a share page right that something has damaged on its way: a code behind an encoded #, as
// Safe Links and Keynote leave it, or a full stop, a bracket or a blank behind the path.
{
  let { pathname } = location;
  for (let times = 0; times < 3 && pathname.includes("%"); times += 1) {
    try {
      pathname = decodeURIComponent(pathname);
    } catch {
      pathname = pathname.replace(/%(25)*23/, "#");
      break;
    }
  }
  const [, page, language = "", rest] = /^(.*\/r\/[a-z0-9-]+\/[a-z0-9-]+)(\/[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*(?![A-Za-z0-9-]))?(.*)$/s.exec(pathname) ?? [];
  if (page) {
    const path = `${page}${language}/`;
    const code = rest.includes("#") ? rest.slice(rest.indexOf("#")) : location.hash;
    // On this host, also where the path begins with two slashes.
    const right = new URL(location.origin + path);
    // An address that was right already has no page.
    if (right.pathname !== location.pathname) location.replace(right.href + location.search + code);
  }
}
