import type { Mentioned, Room } from './protocol';

/** What is known of the mentions of a member in a room: as REST told it, and as it was heard and read since. */
export interface Mentions extends Partial<Mentioned> {
  /** Up to which seq the member has read, as far as it was heard here. */
  readonly read: number;
  /** Whether the newest was heard on this connection: REST may not know it yet. */
  readonly live: boolean;
}

export const noMentions: Mentions = { read: 0, live: false };

/** Whose timeline mentions stand in: notes in the back room. */
export const mentionPlace = ({ id, backroom }: Room): string => backroom ?? id;

/** REST and what is heard come by different ways: neither takes the other back. */
export function told({ newest = 0, unread, read, live }: Mentions, now: Mentioned | undefined): Mentions {
  if (live && newest > (now?.newest ?? 0)) return { newest, unread: unread ?? 0, read, live };
  if (!now) return { read, live: false };
  return { newest: now.newest, unread: now.newest > read ? now.unread : 0, read, live };
}

/** Somebody mentions the member; told again it is no other mention. */
export function heard(known: Mentions, seq: number): Mentions {
  const { newest = 0, unread = 0, read } = known;
  if (seq <= newest) return known;
  return { newest: seq, unread: seq > read ? unread + 1 : unread, read, live: true };
}

/** The member has read up to `seq`. Of whoever has not read all of them, how many are left is told with the room. */
export function readTo(known: Mentions, seq: number): Mentions {
  const read = Math.max(known.read, seq);
  return known.newest !== undefined && known.newest <= read
    ? { ...known, unread: 0, read }
    : { ...known, read };
}

/** On a new connection what REST tells counts. */
export const reconnected = (known: Mentions): Mentions => ({ ...known, live: false });

/** As a room shows it. */
export const shownMentions = ({ newest, unread = 0 }: Mentions): { mentioned?: Mentioned } =>
  newest === undefined ? {} : { mentioned: { newest, unread } };
