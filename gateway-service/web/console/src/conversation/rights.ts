import type { Account, InboxRoom, MessageItem } from '@parlor/client';
import { isSupervisor } from '../session/account';

export type Action =
  | 'claim'
  | 'takeover'
  | 'resolve'
  | 'release'
  | 'transfer'
  | 'snooze'
  | 'wake'
  | 'close'
  | 'decline'
  | 'reopen';

/** What a colleague may do with a conversation at this moment; the first is what most people want next. */
export function actionsFor(room: InboxRoom, account: Account): readonly Action[] {
  if (room.kind !== 'guest') return [];
  const responsible = room.assignee?.id === account.id || isSupervisor(account);
  switch (room.status) {
    case 'open':
    case 'queued':
      return ['claim', 'close'];
    case 'assigned':
      if (mayTakeOver(room, account)) return ['takeover', 'resolve', 'release', 'transfer', 'close'];
      return responsible
        ? ['resolve', room.snoozedUntil ? 'wake' : 'snooze', 'release', 'transfer', 'close']
        : ['close'];
    case 'resolved':
      return ['reopen', 'close'];
    case 'closed':
      return ['reopen'];
    default:
      return [];
  }
}

/** Whether somebody who reads along may make the conversation of a colleague their own. */
export const mayTakeOver = (room: InboxRoom, account: Account): boolean =>
  room.kind === 'guest' &&
  room.status === 'assigned' &&
  room.assignee?.id !== account.id &&
  isSupervisor(account);

/** Whether the guest waits for an answer of this colleague: may the conversation end? */
export const mayAnswerEnd = (room: InboxRoom, account: Account): boolean =>
  room.endAskedAt !== undefined && (room.assignee?.id === account.id || isSupervisor(account));

/** Why one cannot write here, or nothing when one can. */
export type Obstacle = 'closed' | 'accept' | 'assigned' | 'muted' | 'announcement' | 'outside';

export function obstacleFor(room: InboxRoom, self: string): Obstacle | undefined {
  const member = room.members.find(({ id }) => id === self);
  if (room.kind === 'guest') {
    if (room.status === 'closed') return 'closed';
    if (!room.assignee) return 'accept';
    return room.assignee.id === self ? undefined : 'assigned';
  }
  if (!member) return 'outside';
  if (member.muted) return 'muted';
  return room.kind === 'announcement' && member.role !== 'admin' ? 'announcement' : undefined;
}

export const mayEdit = (item: MessageItem, self: string): boolean =>
  item.author.id === self && !item.deletedAt;

export function mayDelete(item: MessageItem, room: InboxRoom, account: Account): boolean {
  if (item.deletedAt) return false;
  const role = room.members.find(({ id }) => id === account.id)?.role;
  return item.author.id === account.id || role === 'moderator' || role === 'admin' || isSupervisor(account);
}

/** Whether the other side has seen a message: in a guest's room only the guest counts. */
export function seen(
  room: InboxRoom,
  reads: Readonly<Record<string, number>>,
  self: string,
  seq: number,
): boolean {
  if (room.guest) return (reads[room.guest.id] ?? 0) >= seq;
  return Object.entries(reads).some(([member, read]) => member !== self && read >= seq);
}
