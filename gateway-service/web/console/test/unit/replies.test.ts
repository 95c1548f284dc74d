import type { QuickReply } from '@parlor/client';
import { describe, expect, it } from 'vitest';
import { blanks, filled, parts } from '../../src/replies/placeholders';
import { before, matching, slashAt } from '../../src/replies/search';

const reply = (shortcut: string, title = 'A title', shared = true): QuickReply => ({
  id: `qr_${shortcut}_${String(shared)}`,
  shared,
  shortcut,
  title,
  body: 'Text',
  version: 1,
  updatedAt: '2026-03-01T09:00:00.000Z',
});

const at = (text: string) => slashAt(text, text.length);

describe('a slash', () => {
  it.each([
    ['/', ''],
    ['/hi', 'hi'],
    ['Hello /tr', 'tr'],
    ['Hello\n/tr', 'tr'],
    ['/ÜBER', 'uber'],
    ['/شكر', 'شكر'],
  ])('begins a search in %j', (text, words) => {
    expect(at(text)?.words).toBe(words);
  });

  it.each(['', 'and/or', 'https://a.example', '/hi ', '1 / 2', '/hi!', '//'])('begins none in %j', (text) => {
    expect(at(text)).toBeUndefined();
  });

  it('is the one the caret stands behind', () => {
    expect(slashAt('/hi and /bye', 3)).toEqual({ at: 0, words: 'hi' });
    expect(slashAt('/hi and /bye', 12)).toEqual({ at: 8, words: 'bye' });
    expect(slashAt('/hi and /bye', 6)).toBeUndefined();
  });
});

describe('searching quick replies', () => {
  const shortcuts = (found: QuickReply[]) => found.map(({ shortcut }) => shortcut);

  it('puts what begins like it first, then titles, then the rest', () => {
    const replies = [
      reply('xret'),
      reply('back', 'Please return it'),
      reply('return'),
      reply('ret'),
      reply('no'),
    ];
    expect(shortcuts(matching(replies, 'ret'))).toEqual(['ret', 'return', 'back', 'xret']);
  });

  it("puts one's own before the shared one with the same shortcut", () => {
    expect(matching([reply('hi'), reply('hi', 'Mine', false)], 'hi')[0]?.title).toBe('Mine');
    expect([reply('a'), reply('b', '', false)].sort(before)[0]?.shortcut).toBe('b');
  });

  it('makes nothing of accents and capitals, and shows a page at most', () => {
    expect(shortcuts(matching([reply('grüße', 'Grüße')], 'GRUS'))).toEqual([]);
    expect(shortcuts(matching([reply('grüsse')], 'GRUS'))).toEqual(['grüsse']);
    expect(
      matching(
        Array.from({ length: 60 }, (_, n) => reply(`r${n}`)),
        'r',
      ),
    ).toHaveLength(20);
  });
});

describe('placeholders', () => {
  const values = { 'guest.name': 'Léa', 'agent.name': '{{brand}}', brand: '$& Co' };

  it('are filled in where they are known, whatever blanks and capitals they have', () => {
    expect(filled('Hi {{guest.name}}, {{ Guest.Name }}!', values)).toBe('Hi Léa, Léa!');
    expect(filled('By {{brand}}', values)).toBe('By $& Co');
  });

  it('stay where they are not known, and what was put in is not read again', () => {
    expect(filled('{{order}} {{guest.email}}', values)).toBe('{{order}} {{guest.email}}');
    expect(filled('{{agent.name}}', values)).toBe('{{brand}}');
    expect(filled('{{constructor}} {{__proto__}}', values)).toBe('{{constructor}} {{__proto__}}');
  });

  it('are found again where they stayed', () => {
    expect(blanks('Parcel {{order}} to {{city}}')).toEqual([
      { from: 7, to: 16, text: '{{order}}' },
      { from: 20, to: 28, text: '{{city}}' },
    ]);
    expect(parts('a {{b}} c')).toEqual([{ text: 'a ' }, { text: '{{b}}', name: 'b' }, { text: ' c' }]);
    expect(blanks('{{}} {x} {{two words}} { {x} }')).toEqual([]);
  });
});
