import type {
  Entry,
  MessageDeleted,
  MessageEdited,
  MessageSent,
  NoticePosted,
  ReactionChanged,
  ReadMark,
  RoomOpened,
} from './protocol';
import type { MessageItem, NoticeItem, TimelineItem } from './types';

export type Amendment = MessageEdited | MessageDeleted | ReactionChanged;

/** What this client knows of one room: every entry in [first, head], folded. */
export interface Timeline {
  readonly epoch: number;
  readonly first: number;
  readonly head: number;
  readonly items: readonly TimelineItem[];
  readonly reads: Readonly<Record<string, number>>;
  /** Amendments of messages older than `first`, ascending: their page may have been read before them. */
  readonly early: readonly Amendment[];
}

export const emptyTimeline: Timeline = { epoch: 0, first: 1, head: 0, items: [], reads: {}, early: [] };

/** The answer to `room.open`: entries after the head, or a newest page that replaces all there was. */
export function opened(timeline: Timeline, frame: RoomOpened): Timeline {
  const marked = (frame.reads ?? []).reduce(markRead, timeline);
  if (frame.result === 'resumed') return frame.entries.reduce(append, marked);
  const first = frame.entries[0]?.seq ?? frame.head + 1;
  const reads = frame.epoch === timeline.epoch ? marked.reads : {};
  const fresh = { ...emptyTimeline, epoch: frame.epoch, first, head: first - 1, reads };
  const filled = (frame.reads ?? []).reduce(markRead, frame.entries.reduce(append, fresh));
  return { ...filled, head: Math.max(frame.head, filled.head) };
}

/** Adds the next entry. One that is already here, of another epoch or behind a hole changes nothing. */
export function append(timeline: Timeline, entry: Entry): Timeline {
  if (entry.epoch !== timeline.epoch || entry.seq !== timeline.head + 1) return timeline;
  return { ...apply(timeline, entry), head: entry.seq };
}

/** True when the entry shows that something before it is missing. */
export const leavesHole = (timeline: Timeline, entry: Entry): boolean =>
  entry.epoch !== timeline.epoch || entry.seq > timeline.head + 1;

/** Puts an older page before what is here; a page that does not join it changes nothing. */
export function prepend(timeline: Timeline, epoch: number, page: readonly Entry[]): Timeline {
  const older = page.filter((entry) => entry.seq < timeline.first);
  const first = older[0];
  if (epoch !== timeline.epoch || !first || older.at(-1)?.seq !== timeline.first - 1) return timeline;
  const start: Timeline = { ...emptyTimeline, epoch, first: first.seq, head: first.seq - 1 };
  const folded = timeline.early.reduce(amend, older.reduce(append, start));
  return {
    ...timeline,
    first: first.seq,
    items: [...folded.items, ...timeline.items],
    reads: Object.entries(folded.reads).reduce(
      (reads, [member, seq]) => ({ ...reads, [member]: Math.max(seq, reads[member] ?? 0) }),
      timeline.reads,
    ),
    early: folded.early,
  };
}

/** Read marks only grow. */
export function markRead<T extends Pick<Timeline, 'reads'>>(timeline: T, { member, seq }: ReadMark): T {
  if ((timeline.reads[member] ?? 0) >= seq) return timeline;
  return { ...timeline, reads: { ...timeline.reads, [member]: seq } };
}

function apply(timeline: Timeline, entry: Entry): Timeline {
  switch (entry.type) {
    case 'message.sent':
      return markRead(added(timeline, messageItem(entry)), { member: entry.author.id, seq: entry.seq });
    case 'notice.posted':
      return added(timeline, noticeItem(entry));
    case 'message.edited':
    case 'message.deleted':
    case 'reaction.changed':
      return amend(timeline, entry);
    default:
      // A later version's entry: it takes its seq, and nothing is shown.
      return timeline;
  }
}

const added = (timeline: Timeline, item: TimelineItem): Timeline => ({
  ...timeline,
  items: [...timeline.items, item],
});

export function amend(timeline: Timeline, amendment: Amendment): Timeline {
  if (amendment.target < timeline.first) return { ...timeline, early: [...timeline.early, amendment] };
  const index = timeline.items.findLastIndex((item) => item.seq === amendment.target);
  const item = timeline.items[index];
  if (item?.kind !== 'message') return timeline;
  return { ...timeline, items: timeline.items.with(index, folded(item, amendment)) };
}

function folded(item: MessageItem, amendment: Amendment): MessageItem {
  switch (amendment.type) {
    case 'message.edited':
      return item.deletedAt ? item : { ...item, text: amendment.text, editedAt: amendment.at };
    case 'message.deleted':
      return tombstone(item, amendment.at);
    case 'reaction.changed':
      return item.deletedAt ? item : { ...item, reactions: amendment.reactions };
  }
}

function tombstone({ mentions: _, ...item }: MessageItem, deletedAt: string): MessageItem {
  return { ...item, text: '', attachments: [], reactions: [], deletedAt };
}

function messageItem({ type: _, room: _room, epoch: _epoch, ...message }: MessageSent): MessageItem {
  const { attachments = [], reactions = [] } = message;
  return { ...message, kind: 'message', attachments, reactions };
}

function noticeItem({ type: _, room: _room, epoch: _epoch, ...notice }: NoticePosted): NoticeItem {
  return { ...notice, kind: 'notice' };
}
