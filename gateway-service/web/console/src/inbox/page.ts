/** A page without what every address has: host and path. What is no address is shown as it is. */
export function shortPage(page: string): string {
  if (!URL.canParse(page)) return page;
  const { host, pathname } = new URL(page);
  return host + (pathname === '/' ? '' : pathname);
}
