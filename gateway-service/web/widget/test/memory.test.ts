import { afterEach, describe, expect, it, vi } from 'vitest';
import { located } from '../src/panel/located';
import { Memory } from '../src/panel/memory';

const kept = { token: 'pg_x', guest: { id: 'g_1', name: 'Ada' }, room: 'r_1' };
const memory = new Memory('https://chat.example.org');

describe('the memory of a visit', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    localStorage.clear();
  });

  it('is of one gateway', () => {
    memory.keep(kept);
    expect(memory.kept()).toEqual(kept);
    expect(new Memory('https://other.example.org').kept()).toBeUndefined();
    memory.forget();
    expect(memory.kept()).toBeUndefined();
  });

  it.each(['', '{', 'null', '"x"', '{"token":"pg_x"}', '{"token":"pg_x","guest":{},"room":"r"}'])(
    'does not believe %s',
    (text) => {
      localStorage.setItem(memory.key, text);
      expect(memory.kept()).toBeUndefined();
    },
  );

  it('is short where storage is forbidden', () => {
    const forbidden = () => {
      throw new DOMException('no', 'SecurityError');
    };
    vi.stubGlobal('localStorage', { getItem: forbidden, setItem: forbidden, removeItem: forbidden });
    memory.keep(kept);
    expect(memory.kept()).toBeUndefined();
    memory.forget();
  });
});

describe('paths in the settings', () => {
  it('are on the gateway', () => {
    const options = { url: 'https://chat.example.org', locale: 'en' };
    const settings = { brand: { name: 'A', logo: '/logo.png' }, texts: { footerLink: 'https://a.example/' } };

    expect(located({ settings, options })).toEqual({
      brand: { name: 'A', logo: 'https://chat.example.org/logo.png' },
      texts: { footerLink: 'https://a.example/' },
    });
    expect(located({ settings: {}, options })).toEqual({});
  });
});
