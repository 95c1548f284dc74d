import type { InboxRoom } from '@parlor/client';
import { describe, expect, it } from 'vitest';
import {
  belongs,
  callsFor,
  countUnread,
  doubtful,
  mentions,
  ordered,
  placeOf,
  VIEWS,
} from '../../src/desk/views';

const ME = 'a_me';
let serial = 0;

function room(fields: Partial<InboxRoom>): InboxRoom {
  const id = fields.id ?? `r_${++serial}`;
  const at = '2026-03-01T10:00:00.000Z';
  return {
    id,
    kind: 'guest',
    name: id,
    members: [],
    epoch: 1,
    head: 1,
    unread: 0,
    createdAt: at,
    updatedAt: at,
    ...fields,
  };
}

const at = (minute: number): string => `2026-03-01T10:${String(minute).padStart(2, '0')}:00.000Z`;
const member = { id: ME, name: 'Me', kind: 'account', role: 'agent' } as const;
const mine = (fields: Partial<InboxRoom>) =>
  room({ status: 'assigned', assignee: { id: ME, name: 'Me' }, members: [member], ...fields });
const ids = (rooms: readonly InboxRoom[]) => rooms.map(({ id }) => id);

describe('a view', () => {
  const rooms = {
    open: room({ status: 'open' }),
    queued: room({ status: 'queued' }),
    mine: mine({}),
    mineResolved: mine({ status: 'resolved' }),
    mineClosed: mine({ status: 'closed' }),
    others: room({ status: 'assigned', assignee: { id: 'a_bo', name: 'Bo' } }),
    direct: room({ kind: 'direct', members: [member] }),
    mentioned: room({ status: 'closed', mentioned: { newest: 3, unread: 0 } }),
    backroom: room({ kind: 'backroom' }),
  };

  it.each([
    ['queue', ['queued']],
    ['mine', ['mine', 'mineResolved']],
    ['unassigned', ['open', 'queued']],
    ['all', ['open', 'queued', 'mine', 'mineResolved', 'mineClosed', 'others', 'mentioned']],
    ['mentions', ['mentioned']],
    ['team', ['direct']],
  ] as const)('%s holds what belongs to it', (view, expected) => {
    const held = Object.entries(rooms).filter(([, one]) => belongs(one, view, ME));

    expect(held.map(([name]) => name)).toEqual(expected);
  });

  it('never holds a back room', () => {
    expect(VIEWS.some((view) => belongs(rooms.backroom, view, ME))).toBe(false);
  });
});

describe('the order of a list', () => {
  it('is unread first, then newest', () => {
    const old = mine({ id: 'old-unread', unread: 1, updatedAt: at(1) });
    const fresh = mine({ id: 'new-read', updatedAt: at(9) });
    const older = mine({ id: 'old-read', updatedAt: at(5) });

    expect(ids(ordered([older, fresh, old], 'mine', ME))).toEqual(['old-unread', 'new-read', 'old-read']);
  });

  it('of mentions is those that are not read first, and each opens at its newest mention', () => {
    const old = room({ id: 'old', updatedAt: at(1), backroom: 'b', mentioned: { newest: 3, unread: 1 } });
    const fresh = mine({ id: 'fresh', unread: 1, updatedAt: at(9), mentioned: { newest: 7, unread: 0 } });

    expect(ids(ordered([fresh, old], 'mentions', ME))).toEqual(['old', 'fresh']);
    expect(placeOf('mentions', old)).toBe('/mentions/old?note=3');
    expect(placeOf('mentions', fresh)).toBe('/mentions/fresh?at=7');
    expect(placeOf('all', old)).toBe('/all/old');
  });

  it('keeps the room that is being read in its place', () => {
    const read = mine({ id: 'being-read', unread: 0, updatedAt: at(1) });
    const fresh = mine({ id: 'new-read', updatedAt: at(9) });

    expect(ids(ordered([fresh, read], 'mine', ME, 'being-read'))).toEqual(['being-read', 'new-read']);
  });

  it('of the queue is who has waited longest', () => {
    const late = room({ id: 'late', status: 'queued', queuedAt: at(7), unread: 3, members: [member] });
    const early = room({ id: 'early', status: 'queued', queuedAt: at(2) });

    expect(ids(ordered([late, early], 'queue', ME))).toEqual(['early', 'late']);
  });

  it('does not depend on where rooms came from', () => {
    const one = mine({ id: 'one' });
    const two = mine({ id: 'two' });

    expect(ordered([one, two], 'mine', ME)).toEqual(ordered([two, one], 'mine', ME));
  });

  it('goes by the last message, not by the last change', () => {
    const author = { id: 'g', name: 'G', kind: 'guest' } as const;
    const renamed = mine({
      id: 'renamed',
      updatedAt: at(9),
      lastMessage: { seq: 1, at: at(1), author, text: '' },
    });
    const written = mine({
      id: 'written',
      updatedAt: at(5),
      lastMessage: { seq: 1, at: at(5), author, text: '' },
    });

    expect(ids(ordered([renamed, written], 'mine', ME))).toEqual(['written', 'renamed']);
  });
});

describe('unread', () => {
  it('calls for members only', () => {
    expect(callsFor(mine({ unread: 1 }), ME)).toBe(true);
    expect(callsFor(room({ unread: 1 }), ME)).toBe(false);
    expect(callsFor(mine({ unread: 0 }), ME)).toBe(false);
  });

  it('calls for whoever is mentioned, member or not, until that is read', () => {
    expect(callsFor(room({ mentioned: { newest: 3, unread: 1 } }), ME)).toBe(true);
    expect(callsFor(room({ mentioned: { newest: 3, unread: 0 } }), ME)).toBe(false);
  });

  it('counts rooms, not messages', () => {
    expect(countUnread([mine({ unread: 5 }), mine({ unread: 1 }), mine({})], 'mine', ME)).toBe(2);
  });
});

it('a room the server no longer lists is doubtful', () => {
  const listed = room({ id: 'listed', status: 'queued' });
  const gone = room({ id: 'gone', status: 'queued' });

  expect(doubtful([listed, gone, mine({})], 'queue', ME, new Set(['listed']))).toEqual(['gone']);
});

it('a search looks at names and the last message, whatever the case', () => {
  const author = { id: 'g', name: 'G', kind: 'guest' } as const;
  const found = room({
    name: 'Léa Moreau',
    lastMessage: { seq: 1, at: at(1), author, text: 'A walnut TABLE' },
  });

  expect(mentions(found, ' léa ')).toBe(true);
  expect(mentions(found, 'table')).toBe(true);
  expect(mentions(found, 'chair')).toBe(false);
});
