import { describe, expect, it } from 'vitest';
import { emojiOf, moveTo, searchEmoji } from '../src/emoji';

const found = async (locale: string, wish: string) =>
  searchEmoji(await emojiOf(locale), wish).map(({ emoji }) => emoji);

describe('emoji', () => {
  it.each(['en', 'de', 'fr', 'es', 'ar', 'am', 'nl'])('have a name each: %s', async (locale) => {
    const all = await emojiOf(locale);

    expect(all.length).toBeGreaterThan(70);
    expect(all.filter(({ words }) => words.trim() === '')).toEqual([]);
    expect(new Set(all.map(({ emoji }) => emoji)).size).toBe(all.length);
  });

  it('are found by the beginning of any word, in any case, with and without accents', async () => {
    expect(await found('en', 'thumbs')).toEqual(['👍', '👎']);
    expect(await found('de-AT', 'SCHLÜS')).toEqual(['🔑']);
    expect(await found('fr', 'cle')).toEqual(['🔑']);
    expect(await found('fr', 'œil')).toEqual(['😉']);
    expect(await found('am', 'ቡና')).toEqual(['☕']);
    expect(await found('ar', 'قهوة')).toEqual(['☕']);
    expect(await found('en', 'offee')).toEqual([]);
    expect((await found('en', ' ')).length).toBeGreaterThan(70);
  });

  it('are left by arrows in rows, and mirrored from right to left', () => {
    expect(moveTo('ArrowRight', 0, 20, 8, false)).toBe(1);
    expect(moveTo('ArrowRight', 3, 20, 8, true)).toBe(2);
    expect(moveTo('ArrowDown', 3, 20, 8, false)).toBe(11);
    expect(moveTo('ArrowDown', 18, 20, 8, false)).toBe(19);
    expect(moveTo('ArrowUp', 3, 20, 8, false)).toBe(0);
    expect(moveTo('End', 3, 20, 8, false)).toBe(19);
    expect(moveTo('a', 3, 20, 8, false)).toBeUndefined();
  });
});
