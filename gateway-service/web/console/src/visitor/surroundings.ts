/** What a language is called in the reader's; a tag nobody knows stays as it is. */
export function languageName(locale: string, tag: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Weekday and time of day in a zone, as the reader writes them; undefined where this browser does not know the zone. */
export function localTime(locale: string, zone: string, now: number): string | undefined {
  try {
    return new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
      timeZone: zone,
    }).format(now);
  } catch {
    return undefined;
  }
}

/** A page as short as it can be told apart: what it calls itself, else its path. */
export function pageName(page: string, title: string | undefined): string {
  if (title) return title;
  try {
    const { host, pathname } = new URL(page);
    return pathname === '/' ? host : decodeURI(pathname);
  } catch {
    return page;
  }
}
