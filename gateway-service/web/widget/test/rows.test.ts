import type { MessageItem, RoomSnapshot, TimelineItem, Who } from '@parlor/client';
import { describe, expect, it } from 'vitest';
import { lastOwn, rowsOf } from '../src/panel/rows';

const me: Who = { id: 'g_me', kind: 'guest', name: 'Me' };
const ada: Who = { id: 'a_ada', kind: 'account', name: 'Ada' };

const message = (seq: number, author: Who, at: string): MessageItem => ({
  kind: 'message',
  seq,
  id: `m${seq}`,
  author,
  at,
  text: `text ${seq}`,
  attachments: [],
  reactions: [],
});

const room = (items: TimelineItem[], pending: RoomSnapshot['pending'] = []): RoomSnapshot => ({
  room: 'r_1',
  phase: 'open',
  epoch: 1,
  head: items.length,
  items,
  pending,
  older: 'none',
  reads: {},
  typing: [],
});

const layout = (snapshot: RoomSnapshot) =>
  rowsOf(snapshot, me, () => 'delivered').map((row) =>
    row.kind === 'group' ? `${row.own ? 'own' : row.author.name} ${row.lines.length}` : row.kind,
  );

describe('the rows of a conversation', () => {
  it('carry the files of messages, also of those on their way', () => {
    const file = { id: 'f_1', name: 'a.pdf', type: 'application/pdf', size: 3, url: '/f_1' };
    const sent = { ...message(1, me, '2026-03-02T12:00:00Z'), attachments: [file] };
    const waiting = {
      id: 'm2',
      room: 'r_1',
      at: sent.at,
      text: '',
      state: 'queued',
      attachments: [file],
    } as const;

    const lines = rowsOf(room([sent], [waiting]), me, () => 'sent').flatMap((row) =>
      row.kind === 'group' ? row.lines : [],
    );

    expect(lines.map(({ attachments }) => attachments)).toEqual([[file], [file]]);
  });

  it('group messages of one author that are close together', () => {
    const items = [
      message(1, ada, '2026-03-02T12:00:00Z'),
      message(2, ada, '2026-03-02T12:01:00Z'),
      message(3, me, '2026-03-02T12:01:30Z'),
      message(4, ada, '2026-03-02T12:02:00Z'),
      message(5, ada, '2026-03-02T12:10:00Z'),
    ];
    expect(layout(room(items))).toEqual(['day', 'Ada 2', 'own 1', 'Ada 1', 'Ada 1']);
  });

  it('separate days, once each', () => {
    const items = [
      message(1, ada, '2026-03-02T12:00:00'),
      message(2, me, '2026-03-02T13:00:00'),
      message(3, me, '2026-03-03T13:00:00'),
    ];
    expect(layout(room(items))).toEqual(['day', 'Ada 1', 'own 1', 'day', 'own 1']);
  });

  it('end with what is on its way, in its state', () => {
    const pending = [
      {
        id: 'p1',
        room: 'r_1',
        at: '2026-03-02T12:00:10Z',
        text: 'late',
        state: 'failed',
        reason: 'muted',
      } as const,
    ];
    const rows = rowsOf(room([message(1, me, '2026-03-02T12:00:00Z')], pending), me, () => 'read');
    const group = rows.at(-1);
    expect(group?.kind === 'group' && group.lines.map(({ state }) => state)).toEqual(['read', 'failed']);
    expect(lastOwn(rows)).toBe('p1');
  });

  it('are broken by a notice', () => {
    const notice: TimelineItem = {
      kind: 'notice',
      seq: 2,
      id: 'n',
      author: ada,
      at: '2026-03-02T12:00:30Z',
      notice: 'joined',
    };
    const items = [message(1, ada, '2026-03-02T12:00:00Z'), notice, message(3, ada, '2026-03-02T12:01:00Z')];
    expect(layout(room(items))).toEqual(['day', 'Ada 1', 'notice', 'Ada 1']);
  });
});
