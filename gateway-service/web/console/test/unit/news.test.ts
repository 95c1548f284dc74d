import type { InboxRoom, Member, RoomChange, ServerFrame } from '@parlor/client';
import { describe, expect, it } from 'vitest';
import { newsOf } from '../../src/alerts/news';

const SELF = 'a_ada';
const member = (id: string): Member => ({ id, name: id, kind: 'account', role: 'agent' });
const said = (seq: number, author = 'g_sam', kind: 'guest' | 'account' | 'bot' = 'guest') => ({
  lastMessage: {
    seq,
    at: '2026-03-14T09:00:00.000Z',
    author: { id: author, name: author, kind },
    text: 'Hi',
  },
});

const room = (fields: Partial<InboxRoom> = {}): InboxRoom => ({
  id: 'r_1',
  kind: 'guest',
  name: 'Sam',
  status: 'assigned',
  members: [member(SELF)],
  epoch: 1,
  head: 5,
  messages: 5,
  unread: 0,
  version: 3,
  createdAt: '2026-03-14T08:00:00.000Z',
  updatedAt: '2026-03-14T08:00:00.000Z',
  ...said(5),
  ...fields,
});

const changed = (change: Partial<RoomChange>): ServerFrame => ({
  type: 'room.changed',
  room: { id: 'r_1', ...change },
});
const news = (frame: ServerFrame, before?: InboxRoom, heard?: number) =>
  newsOf(frame, before, heard, SELF).map(({ kind, key, mine }) => ({ kind, key, mine }));

describe('news', () => {
  it('is a message that was not heard of before', () => {
    expect(news(changed(said(6)), room())).toEqual([{ kind: 'message', key: 'r_1.6', mine: true }]);
  });

  it('is not a message told twice, nor one that was only edited', () => {
    expect(news(changed(said(5)), room())).toEqual([]);
    expect(news(changed(said(6)), room(), 6)).toEqual([]);
  });

  it('is not what I wrote on another device, nor what a bot says', () => {
    expect(news(changed(said(6, SELF, 'account')), room())).toEqual([]);
    expect(news(changed(said(6, 'b_1', 'bot')), room())).toEqual([]);
  });

  it('is not mine in a room I am no member of', () => {
    expect(news(changed(said(6)), room({ members: [member('a_bo')] }))).toMatchObject([{ mine: false }]);
  });

  it('is a guest who begins to wait, once', () => {
    const queued = changed({ status: 'queued', version: 4, members: [] });

    expect(news(queued, room({ status: 'open' }))).toEqual([
      { kind: 'conversation', key: 'r_1.waits.4', mine: false },
    ]);
    expect(news(queued, room({ status: 'queued' }))).toEqual([]);
  });

  it('is a conversation that comes to me, from a colleague or from the queue, once', () => {
    const mine = changed({ assignee: { id: SELF, name: 'Ada' }, version: 4, members: [member(SELF)] });

    expect(news(mine, room({ assignee: { id: 'a_bo', name: 'Bo' } }))).toEqual([
      { kind: 'conversation', key: 'r_1.handed.4', mine: true },
    ]);
    expect(news(mine, room({ status: 'queued' }))).toEqual([
      { kind: 'conversation', key: 'r_1.handed.4', mine: true },
    ]);
    expect(news(mine, room({ assignee: { id: SELF, name: 'Ada' } }))).toEqual([]);
  });

  it('is a conversation that comes to me from a colleague who had it unseen, not one of mine that changes', () => {
    const assignee = { id: SELF, name: 'Ada' };

    expect(news(changed({ ...room({ assignee, version: 4 }) }))).toEqual([
      { kind: 'conversation', key: 'r_1.handed.4', mine: true },
    ]);
    expect(news(changed({ ...room({ assignee, status: 'closed' }) }))).toEqual([]);
    expect(news(changed({ ...room({ assignee: { id: 'a_bo', name: 'Bo' } }) }))).toEqual([]);
  });

  it('is a new conversation of a guest, not a new room of the team', () => {
    const created = (kind: 'guest' | 'group'): ServerFrame => ({
      type: 'room.created',
      room: room({ kind }),
    });

    expect(news(created('guest'))).toEqual([{ kind: 'conversation', key: 'r_1.created', mine: true }]);
    expect(news(created('group'))).toEqual([]);
  });

  it('is a mention, in a room or in a note beside one, once', () => {
    const mention = (more: object): ServerFrame => ({
      type: 'mentioned',
      room: 'r_1',
      message: said(6, 'a_bo', 'account').lastMessage,
      ...more,
    });

    expect(news(mention({}), room())).toEqual([{ kind: 'mention', key: 'r_1.6', mine: true }]);
    expect(news(mention({ room: 'r_1b', frontroom: 'r_1' }), room())).toEqual([
      { kind: 'mention', key: 'r_1b.6', mine: true },
    ]);
    expect(news(mention({}), room({ mentioned: { newest: 6, unread: 1 } }))).toEqual([]);
    expect(news(mention({}))).toEqual([]);
  });

  it('is not the old last message of a room that only changed its state', () => {
    expect(news(changed({ ...room(), name: 'Renamed' }))).toEqual([]);
  });
});
