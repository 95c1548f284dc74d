const HOUR = 3_600_000;
const EVENING = 18;
const MORNING = 9;
const MONDAY = 1;

export const CHOICES = ['later', 'tomorrow', 'week'] as const;
export type Choice = (typeof CHOICES)[number];

/** The moments one puts something aside until, in the time zone of this browser. */
export function timeOf(choice: Choice, now: number): Date {
  const time = new Date(now);
  switch (choice) {
    case 'later':
      return laterToday(now);
    case 'tomorrow':
      time.setDate(time.getDate() + 1);
      time.setHours(MORNING, 0, 0, 0);
      return time;
    case 'week':
      time.setDate(time.getDate() + ((MONDAY + 7 - time.getDay()) % 7 || 7));
      time.setHours(MORNING, 0, 0, 0);
      return time;
  }
}

/** In three hours, to the quarter, but not after the working day; in an hour where that is nearly over. */
function laterToday(now: number): Date {
  const evening = new Date(now).setHours(EVENING, 0, 0, 0);
  const wanted = Math.min(now + 3 * HOUR, Math.max(evening, now + HOUR));
  const quarter = HOUR / 4;
  return new Date(Math.ceil(wanted / quarter) * quarter);
}

/** What an input for a local date and time shows. */
export function localValue(time: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}`;
}
