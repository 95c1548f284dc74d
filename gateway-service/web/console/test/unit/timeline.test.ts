import type { MessageItem, NoticeItem, OutgoingMessage } from '@parlor/client';
import { describe, expect, it } from 'vitest';
import { interleave, outgoing, withinReach } from '../../src/conversation/interleave';
import { rowsOf, type Row } from '../../src/conversation/rows';

const ME = 'a_me';
const at = (minute: number, day = 1): string => new Date(2026, 2, day, 10, minute).toISOString();

const message = (seq: number, when: string, author = 'g_maya', ordinal = seq): MessageItem => ({
  kind: 'message',
  seq,
  id: `m${seq}`,
  author: { id: author, name: author, kind: author === ME ? 'account' : 'guest' },
  at: when,
  text: `text ${seq}`,
  attachments: [],
  reactions: [],
  ordinal,
});

const notice = (seq: number, when: string): NoticeItem => ({
  kind: 'notice',
  seq,
  id: `n${seq}`,
  author: { id: 'system', name: 'Parlor', kind: 'system' },
  at: when,
  notice: 'assigned',
});

const waiting = (id: string, when: string): OutgoingMessage => ({
  id,
  room: 'r',
  at: when,
  text: id,
  state: 'queued',
});

const rows = (items: Parameters<typeof interleave>[0], more: Partial<Parameters<typeof rowsOf>[0]> = {}) =>
  rowsOf({ items: interleave(items, []), outgoing: [], self: ME, firstUnread: undefined, ...more });

const kinds = (list: readonly Row[]) => list.map(({ kind }) => kind);
const places = (list: readonly Row[]) =>
  list.flatMap((row) =>
    row.kind === 'message' ? [`${row.first ? 'first' : ''}${row.last ? 'last' : ''}`] : [],
  );

describe('the back room', () => {
  const order = (merged: ReturnType<typeof interleave>) =>
    merged.map(({ item, note }) => `${note ? 'note' : 'item'} ${item.seq}`);

  it('stands between the messages by time', () => {
    const merged = interleave([message(1, at(1)), message(2, at(5))], [message(1, at(3)), message(2, at(9))]);

    expect(order(merged)).toEqual(['item 1', 'note 1', 'item 2', 'note 2']);
  });

  it('follows a message of the same moment', () => {
    expect(order(interleave([message(1, at(1))], [message(1, at(1))]))).toEqual(['item 1', 'note 1']);
  });

  it('and the room keep their own order when clocks disagree', () => {
    const merged = interleave([message(1, at(5)), message(2, at(4))], [message(1, at(6)), message(2, at(2))]);

    expect(order(merged)).toEqual(['item 1', 'item 2', 'note 1', 'note 2']);
  });

  it('waits with what is older than the loaded part of the room', () => {
    const front = [message(50, at(30))];
    const back = [message(1, at(10)), message(2, at(40))];

    expect(withinReach(front, back, false).map(({ seq }) => seq)).toEqual([2]);
    expect(withinReach(front, back, true)).toEqual(back);
    expect(withinReach([], back, false)).toEqual(back);
  });

  it('shares the end with what is on its way, by time', () => {
    const both = outgoing([waiting('b', at(2))], [waiting('a', at(1))]);

    expect(both.map(({ message: { id }, note }) => [id, note])).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });
});

describe('rows', () => {
  it('begin each day with its name', () => {
    expect(kinds(rows([message(1, at(1)), message(2, at(2)), message(3, at(1, 2))]))).toEqual([
      'day',
      'message',
      'message',
      'day',
      'message',
    ]);
  });

  it('group what one author wrote within five minutes', () => {
    const list = rows([message(1, at(0)), message(2, at(4)), message(3, at(8)), message(4, at(14))]);

    expect(places(list)).toEqual(['first', '', 'last', 'firstlast']);
  });

  it('end a group at another author and at a notice', () => {
    const list = rows([message(1, at(0)), message(2, at(1), ME), notice(3, at(2)), message(4, at(2), ME)]);

    expect(places(list)).toEqual(['firstlast', 'firstlast', 'firstlast']);
  });

  it('never group a note with a reply', () => {
    const items = interleave([message(1, at(0), ME)], [message(1, at(1), ME)]);

    expect(places(rowsOf({ items, outgoing: [], self: ME, firstUnread: undefined }))).toEqual([
      'firstlast',
      'firstlast',
    ]);
  });

  it('mark once where the unread part begins', () => {
    const list = rows([message(1, at(0)), message(2, at(1)), message(3, at(2))], { firstUnread: 2 });

    expect(kinds(list)).toEqual(['day', 'message', 'unread', 'message', 'message']);
  });

  it('do not call my own message unread', () => {
    const list = rows([message(1, at(0)), message(2, at(1), ME), message(3, at(2))], { firstUnread: 2 });

    expect(kinds(list)).toEqual(['day', 'message', 'message', 'unread', 'message']);
  });

  it('put what is on its way at the end', () => {
    const pending = outgoing([waiting('x', at(0))], []);

    expect(kinds(rows([message(1, at(5))], { outgoing: pending }))).toEqual(['day', 'message', 'outgoing']);
  });

  it('have keys of their own, in the room and the back room', () => {
    const items = interleave(
      [message(1, at(0)), message(2, at(1, 2))],
      [message(1, at(0)), message(2, at(1, 2))],
    );
    const keys = rowsOf({ items, outgoing: [], self: ME, firstUnread: 1 }).map(({ key }) => key);

    expect(new Set(keys).size).toBe(keys.length);
  });
});
