import type { MessageItem, NoticeItem } from '@parlor/client';
import type { Interleaved, Outgoing } from './interleave';

/** Messages of one author closer than this stand together under one name. */
const TOGETHER_MS = 5 * 60_000;

/** Where a bubble stands in its group. */
export type Place = { readonly first: boolean; readonly last: boolean };

export type MessageRow = Place & {
  readonly kind: 'message';
  readonly key: string;
  readonly item: MessageItem;
  readonly own: boolean;
  readonly note: boolean;
};

export type Row =
  | MessageRow
  | (Place & { readonly kind: 'outgoing'; readonly key: string; readonly outgoing: Outgoing })
  | { readonly kind: 'notice'; readonly key: string; readonly item: NoticeItem }
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'unread'; readonly key: string };

export type RowsInput = {
  readonly items: readonly Interleaved[];
  readonly outgoing: readonly Outgoing[];
  readonly self: string;
  /** The ordinal of the first message that was unread when the room was opened. */
  readonly firstUnread: number | undefined;
};

/** What the timeline shows, top to bottom: separators, groups and the messages on their way. */
export function rowsOf({ items, outgoing, self, firstUnread }: RowsInput): Row[] {
  const rows: Row[] = [];
  let day = '';
  let marked = false;
  for (const { item, note } of items) {
    if (dayOf(item.at) !== day) {
      day = dayOf(item.at);
      rows.push({ kind: 'day', key: `day-${day}`, at: item.at });
    }
    if (!marked && !note && startsUnread(item, firstUnread, self)) {
      marked = true;
      rows.push({ kind: 'unread', key: 'unread' });
    }
    rows.push(rowOf(item, note, self));
  }
  for (const message of outgoing) {
    rows.push({
      kind: 'outgoing',
      key: `out-${message.message.id}`,
      outgoing: message,
      first: true,
      last: true,
    });
  }
  return grouped(rows, self);
}

function rowOf(item: Interleaved['item'], note: boolean, self: string): Row {
  const key = `${note ? 'note' : 'item'}-${item.seq}`;
  if (item.kind === 'notice') return { kind: 'notice', key, item };
  return { kind: 'message', key, item, note, own: item.author.id === self, first: true, last: true };
}

function startsUnread(item: Interleaved['item'], firstUnread: number | undefined, self: string): boolean {
  if (firstUnread === undefined || item.kind !== 'message' || item.author.id === self) return false;
  return item.ordinal !== undefined && item.ordinal >= firstUnread;
}

function grouped(rows: readonly Row[], self: string): Row[] {
  return rows.map((row, index) => {
    if (row.kind !== 'message' && row.kind !== 'outgoing') return row;
    const first = !together(rows[index - 1], row, self);
    const last = !together(row, rows[index + 1], self);
    return { ...row, first, last };
  });
}

function together(upper: Row | undefined, lower: Row | undefined, self: string): boolean {
  const [above, below] = [voiceOf(upper, self), voiceOf(lower, self)];
  if (!above || !below) return false;
  const near = Math.abs(Date.parse(below.at) - Date.parse(above.at)) < TOGETHER_MS;
  return above.author === below.author && above.note === below.note && near;
}

function voiceOf(row: Row | undefined, self: string) {
  if (row?.kind === 'message') return { author: row.item.author.id, note: row.note, at: row.item.at };
  if (row?.kind === 'outgoing') return { author: self, note: row.outgoing.note, at: row.outgoing.message.at };
  return undefined;
}

/** The calendar day where the reader sits. */
export function dayOf(at: string): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}
