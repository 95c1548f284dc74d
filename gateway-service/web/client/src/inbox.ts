import type { RoomApi, RoomQuery } from './api';
import { Observable } from './observable';
import type { MessageRead, Room, RoomChange, ServerFrame } from './protocol';
import type { Session } from './session';
import type { InboxRoom, InboxSnapshot } from './types';

const PAGE = 50;

/** A room as it was last told, and how many of its messages its owner has read. */
interface Known {
  readonly room: Room;
  readonly readMessages: number;
}

/** The rooms of one member, live: unread first, then newest activity. */
export class Inbox extends Observable<InboxSnapshot> {
  readonly #api: Pick<RoomApi, 'rooms' | 'room'>;
  readonly #owner: string;
  readonly #rooms = new Map<string, Known>();
  /** Rooms being asked for, so that a burst of news asks once. */
  readonly #asked = new Set<string>();
  readonly #stop: () => void;
  #next: string | undefined;

  constructor(session: Session, api: Pick<RoomApi, 'rooms' | 'room'>) {
    super({ phase: 'loading', rooms: [], unread: 0, more: false });
    this.#api = api;
    this.#owner = session.owner;
    this.#stop = session.onFrame((frame) => this.#take(frame));
  }

  stop(): void {
    this.#stop();
  }

  /** Reads the first page. Happens by itself after every (re)connection. */
  async load(): Promise<void> {
    try {
      const { items, next } = await this.#api.rooms({ limit: PAGE });
      this.#next = next;
      this.add(items);
    } catch {
      this.set({ ...this.getSnapshot(), phase: this.#rooms.size ? 'ready' : 'failed' });
    }
  }

  async loadMore(): Promise<void> {
    if (!this.#next) return;
    const { items, next } = await this.#api.rooms({ limit: PAGE, cursor: this.#next });
    this.#next = next;
    this.add(items);
  }

  /** Asks the server for rooms by filter and keeps them live from then on; answers their ids and a cursor. */
  async find(query: RoomQuery): Promise<{ ids: readonly string[]; next?: string }> {
    const { items, next } = await this.#api.rooms(query);
    this.add(items);
    return { ids: items.map(({ id }) => id), ...(next ? { next } : {}) };
  }

  /** Takes rooms as REST shows them. */
  add(rooms: readonly Room[]): void {
    for (const room of rooms) this.#put(room);
    this.#show();
  }

  get(room: string): InboxRoom | undefined {
    const known = this.#rooms.get(room);
    return known && withUnread(known);
  }

  #take(frame: ServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        return void this.load();
      case 'room.created':
        this.#put(frame.room);
        return this.#show();
      case 'room.changed':
        return this.#change(frame.room);
      case 'message.read':
        return this.#read(frame);
      case 'room.left':
        return frame.ref === undefined ? void this.#ask(frame.room) : undefined;
    }
  }

  #put(room: Room): void {
    const known = this.#rooms.get(room.id);
    if (known && older(room, known.room)) return;
    const told = room.unread === undefined ? 0 : (room.messages ?? 0) - room.unread;
    const readMessages = Math.max(told, this.#own(room), known?.readMessages ?? 0);
    this.#rooms.set(room.id, { room, readMessages });
  }

  #change(change: RoomChange): void {
    const known = this.#rooms.get(change.id);
    if (!known) return void this.#ask(change.id);
    const { unread: _, ...rest } = change;
    if (older(rest, known.room)) return;
    const room = merge(known.room, rest);
    const readMessages = Math.max(this.#own(room), known.readMessages);
    this.#rooms.set(change.id, { room, readMessages });
    this.#show();
  }

  /** Whoever wrote the last message has read them all. */
  #own({ lastMessage, messages = 0 }: Room): number {
    return lastMessage?.author.id === this.#owner ? messages : 0;
  }

  #read({ room, member, ordinal }: MessageRead): void {
    const known = this.#rooms.get(room);
    if (member !== this.#owner || !known) return;
    const readMessages = Math.max(known.readMessages, ordinal ?? known.room.messages ?? 0);
    this.#rooms.set(room, { ...known, readMessages });
    this.#show();
  }

  /** A room heard of for the first time, or one that may be lost. */
  async #ask(room: string): Promise<void> {
    if (this.#asked.has(room)) return;
    this.#asked.add(room);
    try {
      this.#put(await this.#api.room(room));
    } catch {
      this.#rooms.delete(room);
    }
    this.#asked.delete(room);
    this.#show();
  }

  #show(): void {
    const rooms = [...this.#rooms.values()].map(withUnread).sort(byActivity);
    const unread = rooms.filter((room) => room.unread > 0).length;
    this.set({ phase: 'ready', rooms, unread, more: this.#next !== undefined });
  }
}

const shown = new WeakMap<Known, InboxRoom>();

/** The same object as long as nothing changed, so that a list draws only what did. */
function withUnread(known: Known): InboxRoom {
  const before = shown.get(known);
  if (before) return before;
  const unread = Math.max(0, (known.room.messages ?? 0) - known.readMessages);
  const room = { ...known.room, unread };
  shown.set(known, room);
  return room;
}

const older = (news: Partial<Room>, known: Room): boolean =>
  (news.version ?? Infinity) < (known.version ?? 0) && (news.head ?? 0) <= known.head;

/**
 * News of state is a whole view, in which a missing assignee is none; news of activity is a part of one.
 * The two come by different ways: neither may take the timeline back.
 */
function merge(room: Room, change: Partial<Room>): Room {
  const {
    assignee: _,
    queue: _queue,
    queuedAt: _queuedAt,
    endAskedAt: _endAskedAt,
    status: _status,
    ...lasting
  } = room;
  const merged = { ...(change.members ? lasting : room), ...change };
  if (merged.head >= room.head) return merged;
  const { head, messages, lastMessage } = room;
  return { ...merged, head, ...(messages && { messages }), ...(lastMessage && { lastMessage }) };
}

function byActivity(a: InboxRoom, b: InboxRoom): number {
  if (a.unread > 0 !== b.unread > 0) return a.unread > 0 ? -1 : 1;
  const [left, right] = [activity(a), activity(b)];
  if (left !== right) return left < right ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

const activity = (room: Room): string => room.lastMessage?.at ?? room.updatedAt;
