const DAY = 24 * 3_600_000;

export const PRESETS = ['week', 'month', 'quarter'] as const;
export type Preset = (typeof PRESETS)[number];

const LENGTHS: Readonly<Record<Preset, number>> = { week: 7, month: 30, quarter: 90 };

export type Period = { readonly from: string; readonly to: string };

/** A day as the server writes it, in the time zone of this browser. */
export function dayOf(time: number): string {
  const date = new Date(time);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The days up to today. */
export function presetPeriod(preset: Preset, now: number): Period {
  const noon = new Date(now).setHours(12, 0, 0, 0);
  return { from: dayOf(noon - (LENGTHS[preset] - 1) * DAY), to: dayOf(noon) };
}

export const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
