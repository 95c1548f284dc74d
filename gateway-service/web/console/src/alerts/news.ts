import type { InboxRoom, LastMessage, MentionedIn, Room, RoomChange, ServerFrame } from '@parlor/client';

/** Something that happened and may be worth a sound or a notification. */
export interface News {
  readonly kind: 'conversation' | 'message' | 'mention';
  readonly room: Room;
  /** The same in every tab that hears of it, and different from any other news. */
  readonly key: string;
  /** Whether it is for me: my conversation, or a room of the team that I am in. */
  readonly mine: boolean;
  readonly message?: LastMessage;
  /** Whether the message is a note beside the room. */
  readonly note?: boolean;
}

/** A frame that is about a room as lists show it. */
export type RoomNews = Extract<ServerFrame, { type: 'mentioned' | 'room.created' | 'room.changed' }>;

/** A guest whose waiting began this long ago is no news. */
const FRESH_MS = 60_000;

/**
 * What a frame tells somebody who knew `before` of the room, and who has heard its messages up to `heard`. Nothing
 * of what oneself wrote, on whatever device, and nothing of what bots say.
 */
export function newsOf(
  frame: ServerFrame,
  before: InboxRoom | undefined,
  heard: number | undefined,
  self: string,
): readonly News[] {
  if (frame.type === 'room.created') return created(frame.room, self);
  if (frame.type === 'mentioned') return before ? mentioned(frame, before) : [];
  if (frame.type !== 'room.changed') return [];
  const change = frame.room;
  const room = whole(change, before);
  if (!room) return [];
  return [...given(change, before, room, self), ...written(change, before, room, heard, self)];
}

/** Which room a frame is about; of a note the room beside which it stands. */
export const roomOf = (frame: RoomNews): string =>
  frame.type === 'mentioned' ? (frame.frontroom ?? frame.room) : frame.room.id;

/** How far a frame tells of the room's own messages; a note beside it is none of them. */
export function toldTo(frame: RoomNews): number | undefined {
  if (frame.type !== 'mentioned') return frame.room.lastMessage?.seq;
  return frame.frontroom === undefined ? frame.message.seq : undefined;
}

/** Whether a frame alone says enough of its room. */
export const isWhole = (frame: RoomNews): boolean => frame.type !== 'mentioned' && 'kind' in frame.room;

/** Once, however often it is told. That the room has a new message is then the same news. */
function mentioned({ room: place, frontroom, message }: MentionedIn, room: InboxRoom): readonly News[] {
  if (message.seq <= (room.mentioned?.newest ?? 0)) return [];
  const note = frontroom !== undefined;
  return [{ kind: 'mention', room, key: `${place}.${message.seq}`, mine: true, message, note }];
}

/** The room as it is now; undefined while too little is known of it. */
function whole(change: RoomChange, before: InboxRoom | undefined): Room | undefined {
  if (!before) return change.kind && change.members ? (change as Room) : undefined;
  const { assignee: _, ...lasting } = before;
  return { ...(change.members ? lasting : before), ...change };
}

function created(room: Room, self: string): readonly News[] {
  if (room.kind !== 'guest') return [];
  return [{ kind: 'conversation', room, key: `${room.id}.created`, mine: isMember(room, self) }];
}

/**
 * A guest began to wait for a person, or a conversation came to me: from the queue, or from a colleague, who may have had
 * it unseen.
 */
function given(change: RoomChange, before: InboxRoom | undefined, room: Room, self: string): readonly News[] {
  const waits = change.status === 'queued' && (before ? before.status !== 'queued' : isFresh(change));
  const unseen = !before && change.status === 'assigned';
  const handed = change.assignee?.id === self && (before ? before.assignee?.id !== self : unseen);
  if (!waits && !handed) return [];
  const key = `${room.id}.${handed ? 'handed' : 'waits'}.${change.version ?? 0}`;
  return [{ kind: 'conversation', room, key, mine: handed }];
}

function written(
  { lastMessage: message }: RoomChange,
  before: InboxRoom | undefined,
  room: Room,
  heard: number | undefined,
  self: string,
): readonly News[] {
  const known = heard ?? (before ? (before.lastMessage?.seq ?? 0) : Infinity);
  if (!message || message.seq <= known || message.author.id === self) return [];
  if (message.author.kind === 'bot' || message.author.kind === 'system') return [];
  return [{ kind: 'message', room, key: `${room.id}.${message.seq}`, mine: isMember(room, self), message }];
}

const isMember = (room: Room, self: string): boolean => room.members.some(({ id }) => id === self);

const isFresh = ({ queuedAt }: RoomChange): boolean =>
  queuedAt !== undefined && Date.now() - Date.parse(queuedAt) < FRESH_MS;
