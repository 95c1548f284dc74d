import { describe, expect, it } from 'vitest';
import { language, localized } from '../src/panel/i18n';
import { linked } from '../src/panel/links';
import { en } from '../src/panel/locales/en';
import { asked, errorsOf, firstBad } from '../src/panel/rules';
import { soon } from '../src/panel/soon';
import { about, clock, day } from '../src/panel/time';

describe('the language', () => {
  it('is the wanted one where there is one, else English', async () => {
    expect((await language('de-AT')).texts.close).toBe('Schließen');
    expect((await language('ar')).talk?.human).toBeTruthy();
    expect(await language('fr')).toMatchObject({ locale: 'en', texts: en });
    expect((await language('en-GB')).locale).toBe('en-GB');
    expect((await language('?')).locale).toBe('en');
  });

  it('translates the standard texts, but not what somebody wrote', async () => {
    const { texts } = await language('de');
    expect(localized(texts, 'title', 'Hi there')).toBe('Hallo!');
    expect(localized(texts, 'title', undefined)).toBe('Hallo!');
    expect(localized(texts, 'title', 'Moin')).toBe('Moin');
  });
});

describe('times', () => {
  const now = new Date('2026-03-05T12:00:00');

  it('name today, yesterday, the weekday, then the date', () => {
    expect(day('en', '2026-03-05T01:00:00', now)).toBe('Today');
    expect(day('de', '2026-03-04T23:59:00', now)).toBe('Gestern');
    expect(day('en', '2026-03-02T12:00:00', now)).toBe('Monday');
    expect(day('en-GB', '2026-01-02T12:00:00', now)).toBe('2 January');
    expect(day('en-GB', '2025-01-02T12:00:00', now)).toBe('2 January 2025');
  });

  it('say about how long something takes, never less', () => {
    expect(about('en', 0)).toBe('1 minute');
    expect(about('en', 61_000)).toBe('2 minutes');
    expect(about('de', 90 * 60_000)).toBe('90 Minuten');
    expect(about('en', 91 * 60_000)).toBe('2 hours');
  });

  it('are short', () => {
    expect(clock('de', '2026-03-05T09:05:00')).toBe('9:05');
    expect(soon('en-GB', '2026-03-05T14:00:00', now)).toBe('14:00');
    expect(soon('en-GB', '2026-03-06T09:00:00', now)).toMatch(/^Friday/);
  });
});

describe('links in a message', () => {
  const hrefs = (text: string) =>
    linked(text).flatMap((part) => (part && typeof part === 'object' && 'props' in part ? [part.props] : []));

  it('are web addresses without the full stop after them', () => {
    expect(hrefs('See https://a.example/x?y=1.')).toMatchObject([{ href: 'https://a.example/x?y=1' }]);
    expect(linked('See https://a.example.').at(-1)).toBe('.');
  });

  it('are never anything else', () => {
    expect(hrefs('javascript:alert(1) data:text/html,x <a href="x">')).toEqual([]);
  });
});

describe('the form', () => {
  const values = { name: 'Ada', email: 'ada@example.org', phone: '', message: 'Hello' };

  it('asks for what the settings ask for', () => {
    expect(asked()).toEqual({ name: 'required', email: 'required', phone: 'optional', message: 'required' });
    expect(asked({ email: 'off', message: 'off' })).toMatchObject({ email: 'off', message: 'off' });
    expect(errorsOf({ ...values, email: '' }, asked({ email: 'off' }), en)).toEqual({});
  });

  it('says of each field what is wrong, the first one first', () => {
    const errors = errorsOf({ name: ' ', email: 'ada@', phone: 'x', message: '' }, asked(), en);
    expect(errors).toEqual({
      name: en.missing.name,
      email: en.invalid.email,
      phone: en.invalid.phone,
      message: en.missing.message,
    });
    expect(firstBad({ phone: 'x', email: 'y' })).toBe('email');
    expect(firstBad(errorsOf(values, asked(), en))).toBeUndefined();
  });

  it.each(['a@b', 'a b@c.de', '@c.de', 'a@b.', 'a@@b.de'])('does not take %s for an address', (email) => {
    expect(errorsOf({ ...values, email }, asked(), en)).toHaveProperty('email');
  });
});
