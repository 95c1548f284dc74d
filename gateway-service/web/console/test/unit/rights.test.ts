import type { Account, InboxRoom, MessageItem } from '@parlor/client';
import { describe, expect, it } from 'vitest';
import {
  actionsFor,
  mayAnswerEnd,
  mayDelete,
  mayEdit,
  obstacleFor,
  seen,
} from '../../src/conversation/rights';

const me: Account = { id: 'a_me', name: 'Me', email: 'me@x', roles: ['agent'] };
const boss: Account = { ...me, id: 'a_boss', roles: ['supervisor'] };
const person = { id: me.id, name: 'Me' };
const guest = { id: 'g_1', name: 'Guest' };

const room = (fields: Partial<InboxRoom>): InboxRoom => ({
  id: 'r',
  kind: 'guest',
  name: 'Guest',
  guest,
  members: [{ ...guest, kind: 'guest', role: 'guest' }],
  epoch: 1,
  head: 1,
  unread: 0,
  createdAt: '',
  updatedAt: '',
  ...fields,
});

const group = (fields: Partial<InboxRoom>): InboxRoom => {
  const { guest: _, ...rest } = room({ kind: 'group', ...fields });
  return rest;
};

const member = (more: object = {}) => ({
  ...person,
  kind: 'account' as const,
  role: 'member' as const,
  ...more,
});

describe('actions', () => {
  it.each([
    ['open', ['claim', 'close']],
    ['queued', ['claim', 'close']],
    ['resolved', ['reopen', 'close']],
    ['closed', ['reopen']],
  ] as const)('on a room that is %s', (status, expected) => {
    expect(actionsFor(room({ status }), me)).toEqual(expected);
  });

  it('of the one who has the conversation, and of supervisors, are all', () => {
    const assigned = room({ status: 'assigned', assignee: person });

    expect(actionsFor(assigned, me)).toEqual(['resolve', 'snooze', 'release', 'transfer', 'close']);
    expect(actionsFor(assigned, boss)).toEqual(['takeover', 'resolve', 'release', 'transfer', 'close']);
    expect(actionsFor(assigned, { ...me, id: 'a_other' })).toEqual(['close']);
  });

  it('are none where there is no guest', () => {
    expect(actionsFor(group({}), boss)).toEqual([]);
  });
});

describe('the question whether it may end', () => {
  const asked = room({ status: 'assigned', assignee: person, endAskedAt: '2026-03-01T10:00:00.000Z' });

  it('is answered by the one who has the conversation, and by supervisors', () => {
    expect(mayAnswerEnd(asked, me)).toBe(true);
    expect(mayAnswerEnd(asked, boss)).toBe(true);
    expect(mayAnswerEnd(asked, { ...me, id: 'a_other' })).toBe(false);
  });

  it('is not there before it is asked', () => {
    expect(mayAnswerEnd(room({ status: 'assigned', assignee: person }), me)).toBe(false);
  });
});

describe('what stands in the way of writing', () => {
  it.each([
    ['closed', room({ status: 'closed', assignee: person })],
    ['accept', room({ status: 'queued' })],
    ['accept', room({ status: 'open' })],
    ['assigned', room({ status: 'assigned', assignee: { id: 'a_other', name: 'Other' } })],
    ['outside', group({ members: [] })],
    ['muted', group({ members: [member({ muted: true })] })],
    ['announcement', group({ kind: 'announcement', members: [member()] })],
  ] as const)('%s', (obstacle, where) => {
    expect(obstacleFor(where, me.id)).toBe(obstacle);
  });

  it('is nothing for the assignee, a member, and an admin of announcements', () => {
    expect(obstacleFor(room({ status: 'assigned', assignee: person }), me.id)).toBeUndefined();
    expect(obstacleFor(group({ members: [member()] }), me.id)).toBeUndefined();
    expect(
      obstacleFor(group({ kind: 'announcement', members: [member({ role: 'admin' })] }), me.id),
    ).toBeUndefined();
  });
});

describe('a message', () => {
  const item = (fields: Partial<MessageItem>): MessageItem => ({
    kind: 'message',
    seq: 1,
    id: 'm',
    author: { ...person, kind: 'account' },
    at: '',
    text: 'x',
    attachments: [],
    reactions: [],
    ...fields,
  });
  const others = item({ author: { id: 'a_other', name: 'O', kind: 'account' } });

  it('is edited by its author only, and not once it is deleted', () => {
    expect(mayEdit(item({}), me.id)).toBe(true);
    expect(mayEdit(others, me.id)).toBe(false);
    expect(mayEdit(item({ deletedAt: 'x' }), me.id)).toBe(false);
  });

  it('is deleted by its author, moderators and supervisors', () => {
    expect(mayDelete(item({}), room({}), me)).toBe(true);
    expect(mayDelete(others, room({}), me)).toBe(false);
    expect(mayDelete(others, group({ members: [member({ role: 'moderator' })] }), me)).toBe(true);
    expect(mayDelete(others, room({}), boss)).toBe(true);
    expect(mayDelete(item({ deletedAt: 'x' }), room({}), boss)).toBe(false);
  });

  it('is seen when the guest has read it, whoever else has', () => {
    expect(seen(room({}), { g_1: 5 }, me.id, 5)).toBe(true);
    expect(seen(room({}), { g_1: 4, a_boss: 9 }, me.id, 5)).toBe(false);
    expect(seen(group({}), { a_me: 9 }, me.id, 5)).toBe(false);
    expect(seen(group({}), { a_other: 5 }, me.id, 5)).toBe(true);
  });
});
