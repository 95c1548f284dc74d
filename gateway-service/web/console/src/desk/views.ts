import type { InboxRoom, RoomQuery } from '@parlor/client';

export const VIEWS = ['queue', 'mine', 'mentions', 'unassigned', 'all', 'snoozed', 'ended', 'team'] as const;
export type View = (typeof VIEWS)[number];

export const isView = (value: string | undefined): value is View =>
  (VIEWS as readonly (string | undefined)[]).includes(value);

/** What is asked of the server for a view; a view of several kinds asks once for each. */
export function queriesOf(view: View): readonly RoomQuery[] {
  switch (view) {
    case 'queue':
      return [{ kind: 'guest', status: 'queued' }];
    case 'mine':
    case 'snoozed':
      return [{ kind: 'guest', assignee: 'me' }];
    case 'mentions':
      return [{ mentioned: true }];
    case 'unassigned':
      return [{ kind: 'guest', assignee: 'none' }];
    case 'all':
      return [{ kind: 'guest' }];
    case 'ended':
      return [
        { kind: 'guest', status: 'closed' },
        { kind: 'guest', status: 'resolved' },
      ];
    case 'team':
      return [{ kind: 'direct' }, { kind: 'group' }, { kind: 'team' }, { kind: 'announcement' }];
  }
}

/** Whether a conversation has ended, for now or for good. */
export const isOver = ({ status }: Pick<InboxRoom, 'status'>): boolean =>
  status === 'resolved' || status === 'closed';

const isWith = (room: InboxRoom, self: string): boolean =>
  room.kind === 'guest' && room.assignee?.id === self;

const STANDS: Readonly<Record<View, (room: InboxRoom, self: string) => boolean>> = {
  queue: (room) => room.kind === 'guest' && room.status === 'queued',
  mine: (room, self) => isWith(room, self) && room.status !== 'closed' && !room.snoozedUntil,
  snoozed: (room, self) => isWith(room, self) && room.snoozedUntil !== undefined,
  mentions: (room) => room.mentioned !== undefined && room.kind !== 'backroom',
  unassigned: (room) =>
    room.kind === 'guest' && !room.assignee && (room.status === 'open' || room.status === 'queued'),
  all: (room) => room.kind === 'guest',
  ended: (room) => room.kind === 'guest' && isOver(room),
  team: (room) => room.kind !== 'guest' && room.kind !== 'backroom',
};

/** Whether a room stands in a view at this moment. */
export const belongs = (room: InboxRoom, view: View, self: string): boolean => STANDS[view](room, self);

/** Whether somebody mentions me there, and I have not read it. */
export const asksForMe = ({ mentioned }: Pick<InboxRoom, 'mentioned'>): boolean => Boolean(mentioned?.unread);

/** A room calls for me when it has something new and I am one of its members, or when somebody mentions me. */
export const callsFor = (room: InboxRoom, self: string): boolean =>
  asksForMe(room) || (room.unread > 0 && room.members.some(({ id }) => id === self));

/** Where a room of a view is opened: among mentions at the newest of them. */
export function placeOf(view: View, { id, backroom, mentioned }: InboxRoom): string {
  const at = view === 'mentions' && mentioned ? `?${backroom ? 'note' : 'at'}=${mentioned.newest}` : '';
  return `/${view}/${id}${at}`;
}

export const countUnread = (rooms: readonly InboxRoom[], view: View, self: string): number =>
  rooms.filter((room) => belongs(room, view, self) && callsFor(room, self)).length;

const activity = (room: InboxRoom): string => room.lastMessage?.at ?? room.updatedAt;

const backAt = (room: InboxRoom): string => room.snoozedUntil ?? '';
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
  if (view === 'snoozed') return shown.toSorted((a, b) => compare(backAt(a), backAt(b)) || byId(a, b));
  if (view === 'queue')
    return shown.toSorted((a, b) => compare(waitingSince(a), waitingSince(b)) || byId(a, b));
  const isNew = view === 'mentions' ? asksForMe : (room: InboxRoom) => callsFor(room, self);
  const rank = (room: InboxRoom) => (isNew(room) || room.id === held ? 0 : 1);
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

/** How many doubtful rooms are asked about one by one. */
const MAX_DOUBTS = 30;

/**
 * Rooms that stand in a view here although the server no longer lists them: they changed while we were away, or may not
 * be read any more. The first of them as they are shown.
 */
export function doubtful(
  rooms: readonly InboxRoom[],
  view: View,
  self: string,
  found: ReadonlySet<string>,
): readonly string[] {
  return ordered(rooms, view, self)
    .filter(({ id }) => !found.has(id))
    .slice(0, MAX_DOUBTS)
    .map(({ id }) => id);
}
