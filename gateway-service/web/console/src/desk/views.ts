import type { InboxRoom, RoomQuery } from '@parlor/client';

export const VIEWS = ['queue', 'mine', 'unassigned', 'all', 'team'] as const;
export type View = (typeof VIEWS)[number];

export const isView = (value: string | undefined): value is View =>
  (VIEWS as readonly (string | undefined)[]).includes(value);

/** What is asked of the server for a view; a view of several kinds asks once for each. */
export function queriesOf(view: View): readonly RoomQuery[] {
  switch (view) {
    case 'queue':
      return [{ kind: 'guest', status: 'queued' }];
    case 'mine':
      return [{ kind: 'guest', assignee: 'me' }];
    case 'unassigned':
      return [{ kind: 'guest', assignee: 'none' }];
    case 'all':
      return [{ kind: 'guest' }];
    case 'team':
      return [{ kind: 'direct' }, { kind: 'group' }, { kind: 'team' }, { kind: 'announcement' }];
  }
}

/** Whether a room stands in a view at this moment. */
export function belongs(room: InboxRoom, view: View, self: string): boolean {
  const guest = room.kind === 'guest';
  switch (view) {
    case 'queue':
      return guest && room.status === 'queued';
    case 'mine':
      return guest && room.assignee?.id === self && room.status !== 'closed';
    case 'unassigned':
      return guest && !room.assignee && (room.status === 'open' || room.status === 'queued');
    case 'all':
      return guest;
    case 'team':
      return !guest && room.kind !== 'backroom';
  }
}

/** A room calls for me when it has something new and I am one of its members. */
export const callsFor = (room: InboxRoom, self: string): boolean =>
  room.unread > 0 && room.members.some(({ id }) => id === self);

export const countUnread = (rooms: readonly InboxRoom[], view: View, self: string): number =>
  rooms.filter((room) => belongs(room, view, self) && callsFor(room, self)).length;

const activity = (room: InboxRoom): string => room.lastMessage?.at ?? room.updatedAt;

const waitingSince = (room: InboxRoom): string => room.queuedAt ?? room.updatedAt;

/**
 * The rooms of a view in the order they are shown: the queue by waiting time, everything else unread first, then
 * newest. `held` is the open room: it keeps its place among the unread until another is opened, so that
 * reading does not pull it away under the reader's hand.
 */
export function ordered(
  rooms: readonly InboxRoom[],
  view: View,
  self: string,
  held?: string,
): readonly InboxRoom[] {
  const shown = rooms.filter((room) => belongs(room, view, self));
  if (view === 'queue')
    return shown.toSorted((a, b) => compare(waitingSince(a), waitingSince(b)) || byId(a, b));
  const rank = (room: InboxRoom) => (callsFor(room, self) || room.id === held ? 0 : 1);
  return shown.toSorted((a, b) => rank(a) - rank(b) || compare(activity(b), activity(a)) || byId(a, b));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const byId = (a: InboxRoom, b: InboxRoom): number => compare(a.id, b.id);

/** Narrows by what is known here while the server is still searching. */
export function mentions(room: InboxRoom, words: string): boolean {
  const wanted = words.trim().toLocaleLowerCase();
  const heard = [room.name, room.guest?.name, room.assignee?.name, room.lastMessage?.text];
  return heard.some((text) => text?.toLocaleLowerCase().includes(wanted));
}

/** Rooms that stand in a view here although the server no longer lists them: they changed while we were away. */
export function doubtful(
  rooms: readonly InboxRoom[],
  view: View,
  self: string,
  found: ReadonlySet<string>,
): readonly string[] {
  return rooms.filter((room) => belongs(room, view, self) && !found.has(room.id)).map(({ id }) => id);
}
