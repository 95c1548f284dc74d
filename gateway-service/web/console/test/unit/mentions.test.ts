import type { Account, InboxRoom } from '@parlor/client';
import { describe, expect, it } from 'vitest';
import { atSign, matching, mentionable, mentionedIn, parts } from '../../src/mentions/names';

const account = (name: string, more: Partial<Account> = {}): Account => ({
  id: `a_${name.split(' ')[0]?.toLowerCase()}`,
  name,
  email: '',
  roles: ['agent'],
  ...more,
});
const ada = account('Ada Lindqvist');
const bo = account('Bo Ferreira');
const bob = account('Bo Ferreira Braga', { id: 'a_bob' });
const left = account('Eli Novak', { disabled: true });

const room = (kind: InboxRoom['kind'], members: readonly Account[]): InboxRoom => ({
  id: 'r_1',
  kind,
  name: 'Room',
  members: members.map(({ id, name }) => ({ id, name, kind: 'account', role: 'member' })),
  epoch: 1,
  head: 0,
  unread: 0,
  createdAt: '',
  updatedAt: '',
});
const names = (people: readonly Account[]) => people.map(({ name }) => name);

describe('an at sign', () => {
  it.each([
    ['@', '', 0],
    ['@bo', 'bo', 0],
    ['Thanks @Éli', 'eli', 7],
    ['Thanks\n@دانا', 'دانا', 7],
    ['(@bo', 'bo', 1],
  ])('begins a search in %j', (text, words, at) => {
    expect(atSign(text, text.length)).toEqual({ at, words });
  });

  it.each(['', 'bo@parlor.local', '@bo ', '@@', 'a@'])('begins none in %j', (text) => {
    expect(atSign(text, text.length)).toBeUndefined();
  });
});

describe('who can be mentioned', () => {
  const all = [ada, bo, left];

  it('is every colleague in a note, without oneself and without those who are gone', () => {
    expect(names(mentionable(all, room('guest', []), true, ada.id))).toEqual([bo.name]);
  });

  it('is every other member in a room of the team, and nobody where a guest reads along', () => {
    expect(names(mentionable([...all, bob], room('group', [ada, bob]), false, ada.id))).toEqual([bob.name]);
    expect(mentionable(all, room('guest', [bo]), false, ada.id)).toEqual([]);
  });

  it('is found by the beginning of a word of the name, the first word first', () => {
    expect(names(matching([account('Zoe Bond'), bo, ada], 'bo'))).toEqual([bo.name, 'Zoe Bond']);
    expect(matching([ada], 'qvist')).toEqual([]);
  });
});

describe('a text', () => {
  it('is parted where people are named, the longest name first', () => {
    expect(parts('Ask @Bo Ferreira Braga or @Bo Ferreira.', [bo, bob])).toEqual([
      { text: 'Ask ' },
      { text: '@Bo Ferreira Braga', named: bob.name },
      { text: ' or ' },
      { text: '@Bo Ferreira', named: bo.name },
      { text: '.' },
    ]);
  });

  it.each(['@Bo Ferreiras', 'mail@Bo Ferreira', 'Bo Ferreira'])('names nobody in %j', (text) => {
    expect(parts(text, [bo])).toEqual([{ text }]);
  });

  it('takes names as they are written, whatever signs are in them', () => {
    expect(parts('@A.* (B)', [account('A.* (B)')])).toEqual([{ text: '@A.* (B)', named: 'A.* (B)' }]);
  });

  it('mentions those it names; of two with one name the one who is meant', () => {
    const other = { ...bo, id: 'a_other' };

    expect(mentionedIn('@Bo Ferreira and @Ada Lindqvist', [ada, bo], () => true)).toEqual([ada.id, bo.id]);
    expect(mentionedIn('@Bo Ferreira', [bo, other], ({ id }) => id !== bo.id)).toEqual(['a_other']);
    expect(mentionedIn('Bo Ferreira', [bo], () => true)).toEqual([]);
  });
});
