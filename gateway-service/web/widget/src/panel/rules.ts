import type { Ask, Settings } from '../settings';
import type { Texts } from './i18n';

export const FIELDS = ['name', 'email', 'phone', 'message'] as const;
export type Field = (typeof FIELDS)[number];
export type Values = Readonly<Record<Field, string>>;
export type Errors = Partial<Record<Field, string>>;

const VALID: Record<Field, (value: string) => boolean> = {
  name: (value) => value.length <= 80,
  email: (value) => value.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value),
  phone: (value) => value.length <= 32 && /^(?=.*\d)[0-9 +()./-]+$/.test(value),
  message: (value) => value.length <= 10_000,
};

/** What the settings ask for; the first message is always wanted here, unless it is switched off. */
export function asked(form: Settings['form'] = {}): Record<Field, Ask> {
  const { email = 'required', phone = 'optional', message = 'required' } = form;
  return { name: 'required', email, phone, message: message === 'off' ? 'off' : 'required' };
}

export function errorsOf(values: Values, ask: Record<Field, Ask>, texts: Texts): Errors {
  const errors: Errors = {};
  for (const field of FIELDS) {
    const value = values[field].trim();
    if (ask[field] === 'off') continue;
    if (!value && ask[field] === 'required') errors[field] = texts.missing[field];
    else if (value && !VALID[field](value)) errors[field] = texts.invalid[field];
  }
  return errors;
}

export const firstBad = (errors: Errors): Field | undefined => FIELDS.find((field) => errors[field]);
