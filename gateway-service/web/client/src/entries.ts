import type { Named, RoomStatus, Who } from './vocabulary';

export type Notice =
  | 'created'
  | 'joined'
  | 'left'
  | 'handed-off'
  | 'assigned'
  | 'transferred'
  | 'released'
  | 'resolved'
  | 'closed'
  | 'end-asked'
  | 'end-declined'
  | 'reopened'
  | 'renamed';

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  /** Where members of the room get it; behind it `/thumbnail`, the small copy of an image. */
  readonly url: string;
  /** Of an image as it is to be shown. */
  readonly width?: number;
  readonly height?: number;
}

export interface Reaction {
  readonly emoji: string;
  readonly members: readonly string[];
}

interface EntryHead {
  readonly room: string;
  readonly epoch: number;
  readonly seq: number;
  readonly id: string;
  readonly author: Who;
  readonly at: string;
}

/** A message; in snapshots, history and resumed entries already folded with what later happened to it. */
export interface MessageSent extends EntryHead {
  readonly type: 'message.sent';
  readonly text: string;
  readonly replyTo?: number;
  readonly attachments?: readonly Attachment[];
  /** The accounts it mentions. */
  readonly mentions?: readonly string[];
  readonly ordinal?: number;
  readonly editedAt?: string;
  readonly deletedAt?: string;
  readonly reactions?: readonly Reaction[];
}

export interface MessageEdited extends EntryHead {
  readonly type: 'message.edited';
  readonly target: number;
  readonly text: string;
}

export interface MessageDeleted extends EntryHead {
  readonly type: 'message.deleted';
  readonly target: number;
}

export interface ReactionChanged extends EntryHead {
  readonly type: 'reaction.changed';
  readonly target: number;
  readonly emoji: string;
  readonly on: boolean;
  readonly reactions: readonly Reaction[];
}

export interface NoticePosted extends EntryHead {
  readonly type: 'notice.posted';
  readonly notice: Notice;
  readonly member?: Named;
  readonly status?: RoomStatus;
}

/** Everything that takes a seq in a room's timeline. */
export type Entry = MessageSent | MessageEdited | MessageDeleted | ReactionChanged | NoticePosted;
