import { describe, expect, it } from 'vitest';
import { actionOf, KEY_GROUPS, KEYS, keysFor, keysOf } from '../../src/app/keys';
import de from '../../src/i18n/de.json';
import en from '../../src/i18n/en.json';

const all = KEY_GROUPS.flatMap((group) => keysOf(group));

describe('the table of keys', () => {
  it('gives every key one meaning and every meaning one key', () => {
    const actions = KEY_GROUPS.flatMap((group) => Object.keys(KEYS[group]));
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(actions).size).toBe(actions.length);
    for (const keys of all) expect(keysFor(actionOf(keys)!)).toBe(keys);
  });

  it.each([
    ['en', en],
    ['de', de],
  ])('has words for each of them, and for no others: %s', (_, words) => {
    expect(Object.keys(words.shortcuts.key).sort()).toEqual([...all].sort());
  });
});
