import { describe, expect, it } from 'vitest';
import { language, localized } from '../src/panel/i18n';
import { linked } from '../src/panel/links';
import { wished } from '../src/language';
import { en } from '../src/panel/locales/en';
import { more } from '../src/panel/locales/en.more';
import { talk } from '../src/panel/locales/en.talk';
import { viewing } from '../src/panel/locales/en.viewer';
import { asked, errorsOf, firstBad } from '../src/panel/rules';
import { soon } from '../src/panel/soon';
import { about, clock, counted, day } from '../src/panel/time';

describe('the language', () => {
  it('is the wanted one where there is one, else English', async () => {
    expect((await language('de-AT')).texts.close).toBe('Schließen');
    expect((await language('ar')).talk?.human).toBeTruthy();
    expect((await language('fr-CA')).texts.close).toBe('Fermer');
    expect((await language('es')).more?.card).toBe('Guardar contacto');
    expect((await language('am-ET')).texts.title).toBe('ሰላም');
    expect(await language('nl')).toMatchObject({ locale: 'en', texts: en });
    expect(await language('est')).toMatchObject({ locale: 'en', texts: en });
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

describe('every language', () => {
  /** Names, and words that are the same in many languages. */
  const SAME = /^(Name|E-mail|Message|Optional|Assistant|Conversation|WhatsApp|Telegram|AI|A: B)$/i;

  const said = (texts: unknown, path = ''): [string, string][] => {
    if (typeof texts === 'string') return [[path, texts]];
    if (typeof texts === 'function') return [[path, (texts as (a: string, b: string) => string)('A', 'B')]];
    return Object.entries(texts ?? {}).flatMap(([key, text]) => said(text, `${path}.${key}`));
  };

  it.each(['de', 'fr', 'es', 'ar', 'am'])('says everything in its own words: %s', async (locale) => {
    const { texts, talk: talking, more: rest, viewing: views } = await language(locale);
    const english = new Map(said({ en, talk, more, viewing }));
    const own = said({ en: texts, talk: talking, more: rest, viewing: views });
    const forms = /\.(zero|one|two|few|many|other)$/;

    const keys = (all: Iterable<string>) =>
      [...new Set([...all].map((key) => key.replace(forms, '')))].sort();
    expect(keys(own.map(([key]) => key))).toEqual(keys(english.keys()));
    expect(own.filter(([key, text]) => text === english.get(key) && !SAME.test(text))).toEqual([]);
    expect(own.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it.each(['en', 'de', 'fr', 'es', 'ar', 'am'])('counts by the rules of its grammar: %s', async (locale) => {
    const forms = (await language(locale)).talk?.left ?? talk.left;
    const known = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;

    expect(known).toEqual(expect.arrayContaining(Object.keys(forms)));
    for (const count of [0, 1, 2, 3, 11, 100, 500]) {
      expect(counted(locale, forms, count)).not.toContain('#');
    }
  });

  it('counts', () => {
    expect(counted('en', talk.left, 1)).toBe('1 character left');
    expect(counted('en', talk.left, 1_200)).toBe('1,200 characters left');
    expect(counted('fr', { one: '# reste', other: '# restent' }, 0)).toBe('0 reste');
  });
});

describe('the language of a visitor', () => {
  it('is the first wish that is spoken here', () => {
    expect(wished('fr_CA', 'de')).toBe('fr-CA');
    expect(wished(undefined, '', 'nl', 'am-ET', 'de')).toBe('am-ET');
    expect(wished('nl', 'pt-BR')).toBe('nl');
    expect(wished()).toBe('en');
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
