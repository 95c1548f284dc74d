/** When somebody is back: the time when it is today, else the day too. */
export function soon(locale: string, at: string, now = new Date()): string {
  const date = new Date(at);
  const today = now.toDateString() === date.toDateString();
  const weekday = today ? {} : { weekday: 'long' as const };
  return new Intl.DateTimeFormat(locale, { ...weekday, hour: 'numeric', minute: '2-digit' }).format(date);
}
