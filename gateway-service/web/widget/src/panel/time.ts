import type { Forms } from './locales/en.talk';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;

export const clock = (locale: string, at: string): string =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(new Date(at));

/** Today, yesterday, a weekday this week, else a date. */
export function day(locale: string, at: string, now = new Date()): string {
  const date = new Date(at);
  const days = Math.round((midnight(now) - midnight(date)) / DAY_MS);
  if (days >= 0 && days < 2) {
    return capital(new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day'), locale);
  }
  if (days > 0 && days < 7) return new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(date);
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...year }).format(date);
}

/** A time nobody should count on: whole minutes, from an hour and a half on whole hours, both rounded up. */
export function about(locale: string, ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / MINUTE_MS));
  const long = minutes > 1.5 * HOUR_MINUTES;
  const unit = long ? 'hour' : 'minute';
  const count = long ? Math.ceil(minutes / HOUR_MINUTES) : minutes;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

const midnight = (date: Date): number =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

const capital = (text: string, locale: string): string =>
  text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);

/** A number and what it counts. */
export const counted = (locale: string, forms: Forms, count: number): string =>
  (forms[new Intl.PluralRules(locale).select(count)] ?? forms.other).replace(
    '#',
    new Intl.NumberFormat(locale).format(count),
  );
