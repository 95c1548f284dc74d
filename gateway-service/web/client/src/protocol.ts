/** The wire format of protocol version 1: the same names as on the wire, and nothing else. */

import type { Entry } from './entries';
import type { Availability, MemberRole, Named, RoomKind, RoomStatus, Self, Who } from './vocabulary';

export type * from './entries';
export type * from './vocabulary';

export interface Member extends Who {
  readonly role: MemberRole;
  readonly muted?: boolean;
}

export interface LastMessage {
  readonly seq: number;
  readonly at: string;
  readonly author: Who;
  readonly text: string;
}

/** A place in line. */
export interface QueuePlace {
  /** 1 is next. */
  readonly position: number;
  /** Missing while there is too little to say. */
  readonly estimatedWaitMs?: number;
}

/** The desk in numbers. */
export interface QueueNumbers {
  readonly at: string;
  readonly waiting: number;
  readonly active: number;
  readonly closedToday: number;
  /** Of those taken today; missing when there are none. */
  readonly averageWaitMs?: number;
}

/** How the guest found a closed conversation. */
export interface Rating {
  /** 1 to 5, which is best. */
  readonly score: number;
  readonly comment?: string;
  readonly ratedAt: string;
}

/** Where one is mentioned in a room; in a guest's room, in the notes beside it. */
export interface Mentioned {
  /** The seq of the newest message that mentions one. */
  readonly newest: number;
  /** How many such messages one has not read. */
  readonly unread: number;
}

/** A room as REST shows it. Frames carry the same without `unread`; `backroom` only reaches staff. */
/** A legal hold, by what it was put on: this room, or everything of its guest. */
export type Hold = 'room' | 'guest';

export interface Room {
  readonly id: string;
  readonly kind: RoomKind;
  readonly name: string;
  readonly status?: RoomStatus;
  readonly assignee?: Named;
  readonly guest?: Named;
  readonly backroom?: string;
  /** Of a back room: the guest's room it belongs to. */
  readonly frontroom?: string;
  readonly members: readonly Member[];
  readonly epoch: number;
  readonly head: number;
  /** How many messages (not entries) the room has. */
  readonly messages?: number;
  readonly unread?: number;
  /** Staff only, and not in frames; missing where one was never mentioned. */
  readonly mentioned?: Mentioned;
  readonly lastMessage?: LastMessage;
  readonly queuedAt?: string;
  readonly queue?: QueuePlace;
  /** Staff only: where the guest began. */
  readonly page?: string;
  /** Staff only: the site or channel the guest came from. */
  readonly origin?: string;
  /** Staff only: what the guest wrote about until the conversation last ended. */
  readonly topics?: readonly string[];
  /** Staff only: the ids of the tags on it. */
  readonly tags?: readonly string[];
  /** Since when the guest waits for the agent to let it end. */
  readonly endAskedAt?: string;
  /** Staff only: until when the agent who has it has put it aside. */
  readonly snoozedUntil?: string;
  /** Staff only: why nothing of it may be erased. */
  readonly held?: readonly Hold[];
  /** Only while it is closed. */
  readonly rating?: Rating;
  readonly version?: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What a `room.changed` may carry: always the id, and whatever changed. */
export type RoomChange = Partial<Room> & { readonly id: string };

export interface Welcome {
  readonly type: 'welcome';
  readonly connection: string;
  readonly self: Self;
  readonly heartbeatMs: number;
  readonly limits: Limits;
}

export interface Limits {
  readonly frameBytes: number;
  readonly textChars: number;
  readonly sendsPer10s: number;
  /** The largest file that is taken. */
  readonly fileBytes?: number;
}

export interface ReadMark {
  readonly member: string;
  readonly seq: number;
  readonly ordinal?: number;
}

export interface RoomOpened {
  readonly type: 'room.opened';
  readonly ref?: string;
  readonly room: string;
  readonly epoch: number;
  readonly head: number;
  readonly result: 'resumed' | 'snapshot';
  readonly entries: readonly Entry[];
  readonly reads?: readonly ReadMark[];
}

export interface MessageAck {
  readonly type: 'message.ack';
  readonly ref?: string;
  readonly room: string;
  readonly id: string;
  readonly seq: number;
  readonly at: string;
}

export interface MessageRead extends ReadMark {
  readonly type: 'message.read';
  readonly room: string;
}

export interface Typing {
  readonly type: 'typing';
  readonly room: string;
  readonly member: string;
  readonly name: string;
  readonly on: boolean;
}

/** A colleague looks at a room, writes there, or went away. */
export interface Viewing {
  readonly type: 'viewing';
  readonly room: string;
  readonly member: string;
  readonly name: string;
  readonly doing: 'looking' | 'reply' | 'note' | 'away';
}

/** One is mentioned in a message. */
export interface MentionedIn {
  readonly type: 'mentioned';
  readonly room: string;
  /** Of a note: the guest's room beside which it stands. */
  readonly frontroom?: string;
  readonly message: LastMessage;
}

export interface PresenceChanged {
  readonly type: 'presence.changed';
  readonly member: string;
  readonly status: Availability;
  readonly lastSeen?: string;
}

/** What a person has set for itself. `version` grows by one with each change; 0 when nothing was ever set. */
export interface PersonalSettings {
  readonly version: number;
  readonly sounds: boolean;
  readonly notifications: 'all' | 'mine' | 'none';
  /** Whether notifications show what was written. */
  readonly preview: boolean;
  readonly theme: 'system' | 'light' | 'dark';
  /** A language tag; none for that of the browser. */
  readonly language?: string | undefined;
}

export interface QueueChanged extends QueueNumbers {
  readonly type: 'queue.changed';
}

export interface Heartbeat {
  readonly type: 'heartbeat';
  readonly at: string;
  readonly heads: Readonly<Record<string, number>>;
}

export interface ErrorFrame {
  readonly type: 'error';
  readonly ref?: string;
  readonly code: string;
  readonly message: string;
  readonly retryAfterMs?: number;
}

export type ServerFrame =
  | Entry
  | Welcome
  | RoomOpened
  | MessageAck
  | MessageRead
  | Typing
  | Viewing
  | MentionedIn
  | PresenceChanged
  | { readonly type: 'personal.changed'; readonly settings: PersonalSettings }
  | { readonly type: 'settings.changed'; readonly setting: string }
  | { readonly type: 'visitor.changed'; readonly room: string }
  | QueueChanged
  | Heartbeat
  | ErrorFrame
  | { readonly type: 'room.left'; readonly ref?: string; readonly room: string }
  | { readonly type: 'room.created'; readonly room: Room }
  | { readonly type: 'room.changed'; readonly room: RoomChange }
  | { readonly type: 'pong'; readonly at?: string };

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

export interface TimelinePage {
  readonly epoch: number;
  readonly head: number;
  readonly entries: readonly Entry[];
}
