import { describe, expect, it } from 'vitest';
import { pieces } from '../../src/conversation/links';
import am from '../../src/i18n/am.json';
import ar from '../../src/i18n/ar.json';
import de from '../../src/i18n/de.json';
import en from '../../src/i18n/en.json';
import es from '../../src/i18n/es.json';
import fr from '../../src/i18n/fr.json';
import { brief, daysBetween, dayName, elapsed } from '../../src/i18n/times';
import { hueOf, initialsOf } from '../../src/ui/initials';

const now = new Date(2026, 2, 18, 12, 0).getTime();
const at = (...date: [number, number, number, number?, number?]) => new Date(...date).toISOString();

describe('times', () => {
  it('count calendar days, not hours', () => {
    expect(daysBetween(new Date(2026, 2, 17, 23, 59).getTime(), new Date(2026, 2, 18, 0, 1).getTime())).toBe(
      1,
    );
    expect(daysBetween(new Date(2026, 2, 18, 0, 1).getTime(), new Date(2026, 2, 18, 23, 59).getTime())).toBe(
      0,
    );
  });

  it('name today and yesterday, and date the rest', () => {
    expect(dayName('en', at(2026, 2, 18, 1), now)).toBe('Today');
    expect(dayName('de', at(2026, 2, 17, 23), now)).toBe('Gestern');
    expect(dayName('en-GB', at(2026, 2, 3), now)).toBe('Tuesday 3 March');
    expect(dayName('en-GB', at(2025, 11, 31), now)).toContain('2025');
  });

  it('are brief in lists', () => {
    expect(brief('en-GB', at(2026, 2, 18, 9, 5), now)).toBe('09:05');
    expect(brief('en-GB', at(2026, 2, 16), now)).toBe('Mon');
    expect(brief('en-GB', at(2026, 1, 1), now)).toBe('1 Feb');
    expect(brief('en-GB', at(2024, 1, 1), now)).toBe('1 Feb 24');
  });

  it('say how long in one unit, and never less than nothing', () => {
    const ago = (ms: number) => elapsed('en-GB', new Date(now - ms).toISOString(), now);

    expect(ago(45_000)).toBe('45 secs');
    expect(ago(61_000)).toBe('1 min');
    expect(ago(3_600_000 * 5)).toBe('5 hrs');
    expect(ago(86_400_000 * 3)).toBe('3 days');
    expect(ago(-5_000)).toBe('0 secs');
  });
});

describe('text', () => {
  it('turns web, mail and telephone addresses into links', () => {
    expect(pieces('see https://a.example/x?y=1, or mailto:me@a.example.')).toEqual([
      { text: 'see ' },
      { text: 'https://a.example/x?y=1', href: 'https://a.example/x?y=1' },
      { text: ', or ' },
      { text: 'mailto:me@a.example', href: 'mailto:me@a.example' },
      { text: '.' },
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    'JaVaScRiPt:alert(1)',
  ])('leaves %s as words', (text) => {
    expect(pieces(text)).toEqual([{ text }]);
  });

  it('loses nothing', () => {
    const text = '<b>http://x.example</b> & "https://y.example" (https://z.example)';

    expect(
      pieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});

describe('initials', () => {
  it.each([
    ['Ada Lindqvist', 'AL'],
    ['ada', 'A'],
    ['Jean-Luc van der Berg', 'JB'],
    ['  ', '?'],
    ['👋 Maya', 'M'],
    ['دانا الخطيب', 'دا'],
    ['李 小龍', '李小'],
  ])('of %s are %s', (name, expected) => {
    expect(initialsOf(name)).toBe(expected);
  });

  it('keep their colour', () => {
    expect(hueOf('Ada')).toBe(hueOf('Ada'));
    expect(hueOf('')).toBeGreaterThanOrEqual(0);
    expect(hueOf('Ada')).toBeLessThan(8);
  });
});

describe('languages', () => {
  const translations = { de, fr, es, ar, am };
  const PLURAL = /_(zero|one|two|few|many|other)$/;

  const keys = (words: object, prefix = ''): string[] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'object' ? keys(value as object, `${prefix}${key}.`) : [`${prefix}${key}`],
    );
  const texts = (words: object): Map<string, string> =>
    new Map(keys(words).map((key) => [key, String(read(words, key.split('.')))]));
  const read = (words: object, path: readonly string[]): unknown =>
    path.reduce<unknown>((inside, key) => (inside as Record<string, unknown>)[key], words);
  const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

  /** The keys a language has to have: those of English, with the plural forms of its own grammar. */
  function wanted(language: string): string[] {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const all = keys(en).flatMap((key) =>
      PLURAL.test(key) ? forms.map((form) => key.replace(PLURAL, `_${form}`)) : [key],
    );
    return [...new Set(all)].sort();
  }

  it.each(Object.entries(translations))('have the same texts: %s', (language, words) => {
    expect(keys(words).sort()).toEqual(wanted(language));
  });

  it.each(Object.entries(translations))('fill in the same blanks: %s', (_, words) => {
    const english = texts(en);
    const different = [...texts(words)].filter(([key, text]) => {
      const original = english.get(key) ?? english.get(key.replace(PLURAL, '_other'));
      return blanks(text).join() !== blanks(original ?? '').join();
    });

    expect(different).toEqual([]);
  });

  it.each(Object.entries(translations))('say nearly everything in words of their own: %s', (_, words) => {
    const english = texts(en);
    const same = [...texts(words)].filter(
      ([key, text]) => text === english.get(key) && /[a-z]{3}/i.test(text),
    );

    // Names and the odd word that both languages have.
    expect(same.length).toBeLessThan(english.size / 15);
  });
});
