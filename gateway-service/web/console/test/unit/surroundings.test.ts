import { describe, expect, it } from 'vitest';
import { languageName, localTime, pageName } from '../../src/visitor/surroundings';

describe('what surrounds a visitor', () => {
  it('has languages by the name the reader knows', () => {
    expect(languageName('en', 'pt-BR')).toBe('Brazilian Portuguese');
    expect(languageName('de', 'fr')).toBe('Französisch');
    expect(languageName('en', 'no tag')).toBe('no tag');
  });

  it('has the time of its own zone', () => {
    const noon = Date.parse('2026-03-14T12:00:00Z');

    expect(localTime('en-GB', 'America/Sao_Paulo', noon)).toMatch(/^Sat.*\b0?9:00/);
    expect(localTime('en-GB', 'Asia/Tokyo', noon)).toMatch(/^Sat.*21:00/);
    expect(localTime('en-GB', 'Mars/Base', noon)).toBeUndefined();
  });

  it.each([
    ['https://shop.example/a?b=c', 'Your basket', 'Your basket'],
    ['https://shop.example/caf%C3%A9?b=c', undefined, '/café'],
    ['https://shop.example/?b=c', undefined, 'shop.example'],
    ['https://shop.example/%E0', undefined, 'https://shop.example/%E0'],
    ['https://[', undefined, 'https://['],
  ])('has pages by what tells them apart: %s', (page, title, name) => {
    expect(pageName(page, title)).toBe(name);
  });
});
