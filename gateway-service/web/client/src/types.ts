/** What the client shows to an application: snapshots, and the doors that change them. */
import type { Readable } from './observable';
import type { NewMessage } from './api';
import type { Attachment, Limits, Named, Notice, Reaction, Room, RoomStatus, Self, Who } from './protocol';

/** `sent → acked → delivered → read` as far as the server and the other members tell. */
export type Delivery = 'queued' | 'sent' | 'acked' | 'delivered' | 'read' | 'failed';

export interface MessageItem {
  readonly kind: 'message';
  readonly seq: number;
  readonly id: string;
  readonly author: Who;
  readonly at: string;
  readonly text: string;
  readonly replyTo?: number;
  readonly attachments: readonly Attachment[];
  readonly mentions?: readonly string[];
  readonly reactions: readonly Reaction[];
  readonly ordinal?: number;
  readonly editedAt?: string;
  readonly deletedAt?: string;
}

export interface NoticeItem {
  readonly kind: 'notice';
  readonly seq: number;
  readonly id: string;
  readonly author: Who;
  readonly at: string;
  readonly notice: Notice;
  readonly member?: Named;
  readonly status?: RoomStatus;
}

export type TimelineItem = MessageItem | NoticeItem;

/** A message of mine that is not in the timeline yet. */
export interface OutgoingMessage extends NewMessage {
  readonly id: string;
  readonly room: string;
  readonly at: string;
  readonly state: 'queued' | 'sent' | 'acked' | 'failed';
  /** Why it failed: a code of the protocol. Only with `failed`. */
  readonly reason?: string;
  readonly seq?: number;
}

export interface TypingMember {
  readonly member: string;
  readonly name: string;
}

export interface RoomSnapshot {
  readonly room: string;
  /** `stale`: was open, the connection is away, what is shown may be old. `refused`: see `problem`. */
  readonly phase: 'closed' | 'opening' | 'open' | 'stale' | 'left' | 'refused';
  readonly problem?: { readonly code: string; readonly message: string };
  readonly epoch: number;
  /** The last contiguous seq this client has. */
  readonly head: number;
  /** Ascending by seq, without amendments: those are folded into what they change. */
  readonly items: readonly TimelineItem[];
  readonly pending: readonly OutgoingMessage[];
  readonly older: 'more' | 'loading' | 'none' | 'failed';
  /** member → seq up to which it has read. */
  readonly reads: Readonly<Record<string, number>>;
  readonly typing: readonly TypingMember[];
}

export interface ConnectionSnapshot {
  /** `waiting`: will try again at `retryAt`. `offline`: the browser has no network. `stopped`: see `reason`. */
  readonly state: 'idle' | 'connecting' | 'online' | 'waiting' | 'offline' | 'stopped';
  readonly self?: Self;
  readonly limits?: Limits;
  readonly retryAt?: number;
  /** `signed-out` (4401): sign in again. `rejected` (4400): a bug, do not try again. */
  readonly reason?: 'signed-out' | 'rejected';
}

/** What is known of a room that nobody opened. */
export const closedRoom = (room: string): RoomSnapshot => ({
  room,
  phase: 'closed',
  epoch: 0,
  head: 0,
  items: [],
  pending: [],
  older: 'none',
  reads: {},
  typing: [],
});

export interface RoomDoor extends Readable<RoomSnapshot> {
  /** Opens the room while at least one caller wants it; call the answer to let go. */
  open(): () => void;
  /** Puts a message in the outbox; answers its id at once. */
  send(message: NewMessage): string;
  retry(id: string): void;
  discard(id: string): void;
  /** These fail with a Problem. */
  edit(seq: number, text: string): Promise<void>;
  remove(seq: number): Promise<void>;
  react(seq: number, emoji: string): Promise<void>;
  loadOlder(): Promise<void>;
  /** Call on every key; sends at most one signal in 3 s. `typing(false)` says it is over. */
  typing(on?: boolean): void;
  /** Marks everything (or up to seq) as read. */
  read(seq?: number): void;
  /** What became of a message of mine that is in the timeline. */
  delivery(item: MessageItem): Delivery;
}

export interface InboxRoom extends Room {
  readonly unread: number;
}

export interface InboxSnapshot {
  readonly phase: 'loading' | 'ready' | 'failed';
  /** Unread first, then newest activity. */
  readonly rooms: readonly InboxRoom[];
  /** Of all rooms known here. */
  readonly unread: number;
  readonly more: boolean;
}
