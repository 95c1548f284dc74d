const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const startOfDay = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

/** Whole calendar days between two moments, where the reader sits. */
export const daysBetween = (earlier: number, later: number): number =>
  Math.round((startOfDay(later) - startOfDay(earlier)) / DAY);

/** Time of day, as the reader's locale writes it. */
export const clock = (locale: string, at: string): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(at));

/** Date and time in full, for tooltips and screen readers. */
export const full = (locale: string, at: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at));

export const longDate = (locale: string, at: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(at));

/** The heading of a day: today and yesterday by name, this week by weekday, older ones by date. */
export function dayName(locale: string, at: string, now: number): string {
  const time = Date.parse(at);
  const days = daysBetween(time, now);
  if (days === 0 || days === 1) {
    const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day');
    return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
  }
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(time);
}

/** As short as a list needs: minutes and hours today, then the day. */
export function brief(locale: string, at: string, now: number): string {
  const time = Date.parse(at);
  const days = daysBetween(time, now);
  if (days <= 0) return clock(locale, at);
  if (days < 7) return new Intl.DateTimeFormat(locale, { weekday: 'short' }).format(time);
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  const year = sameYear ? {} : ({ year: '2-digit' } as const);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...year }).format(time);
}

/** A length of time: "45 s", "3 min", "2 h", "4 d", in the reader's words. */
export function duration(locale: string, ms: number): string {
  const unit = ms < MINUTE ? 'second' : ms < HOUR ? 'minute' : ms < DAY ? 'hour' : 'day';
  const size = { second: 1000, minute: MINUTE, hour: HOUR, day: DAY }[unit];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(
    Math.floor(ms / size),
  );
}

/** How long somebody has been waiting. */
export const elapsed = (locale: string, since: string, now: number): string =>
  duration(locale, Math.max(0, now - Date.parse(since)));
