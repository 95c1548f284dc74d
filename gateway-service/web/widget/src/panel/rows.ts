import type {
  Attachment,
  Delivery,
  MessageItem,
  NoticeItem,
  OutgoingMessage,
  RoomSnapshot,
  Who,
} from '@parlor/client';

/** One bubble, stored or on its way. */
export interface Line {
  readonly key: string;
  readonly at: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly state?: Delivery;
  readonly reason?: string;
  readonly edited: boolean;
  readonly deleted: boolean;
}

export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'notice'; readonly key: string; readonly notice: NoticeItem }
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly own: boolean;
      readonly author: Who;
      readonly lines: readonly Line[];
    };

/** Messages of one author closer than this share one group. */
const GROUP_MS = 5 * 60_000;

/** Lays a room out as days, notices and groups of bubbles. */
export function rowsOf(room: RoomSnapshot, self: Who, delivery: (item: MessageItem) => Delivery): Row[] {
  const rows: Row[] = [];
  for (const item of room.items) {
    separate(rows, item.at);
    if (item.kind === 'notice') rows.push({ kind: 'notice', key: item.id, notice: item });
    else join(rows, item.author, item.author.id === self.id, stored(item, self, delivery));
  }
  for (const message of room.pending) {
    separate(rows, message.at);
    join(rows, self, true, underway(message));
  }
  return rows;
}

function separate(rows: Row[], at: string): void {
  const day = new Date(at).toDateString();
  if (rows.findLast((row) => row.kind === 'day')?.key !== day) rows.push({ kind: 'day', key: day, at });
}

function join(rows: Row[], author: Who, own: boolean, line: Line): void {
  const last = rows.at(-1);
  const near =
    last?.kind === 'group' && last.author.id === author.id && closeTo(last.lines.at(-1)?.at, line.at);
  if (near) rows[rows.length - 1] = { ...last, lines: [...last.lines, line] };
  else rows.push({ kind: 'group', key: line.key, own, author, lines: [line] });
}

const closeTo = (before: string | undefined, at: string): boolean =>
  before !== undefined && Date.parse(at) - Date.parse(before) < GROUP_MS;

const stored = (item: MessageItem, self: Who, delivery: (item: MessageItem) => Delivery): Line => ({
  key: item.id,
  at: item.at,
  text: item.text,
  attachments: item.attachments,
  edited: item.editedAt !== undefined,
  deleted: item.deletedAt !== undefined,
  ...(item.author.id === self.id && { state: delivery(item) }),
});

const underway = ({ id, at, text, attachments = [], state, reason }: OutgoingMessage): Line => ({
  key: id,
  at,
  text,
  attachments,
  state,
  edited: false,
  deleted: false,
  ...(reason && { reason }),
});

/** The key of the last own message: the one whose state is always shown. */
export function lastOwn(rows: readonly Row[]): string | undefined {
  const group = rows.findLast((row) => row.kind === 'group' && row.own);
  return group?.kind === 'group' ? group.lines.at(-1)?.key : undefined;
}
