import type { RoomApi, RoomQuery } from './api';
import { heard, mentionPlace, noMentions, readTo, reconnected, shownMentions, told } from './mentioned';
import type { Mentions } from './mentioned';
import { Observable } from './observable';
import type { MentionedIn, MessageRead, Room, RoomChange, ServerFrame } from './protocol';
import { RoomQuestions, type RoomAnswer } from './room-questions';
import type { Session } from './session';
import type { InboxRoom, InboxSnapshot } from './types';

const PAGE = 50;
/** Of how many lost rooms is remembered that they were; beyond it the one lost first is forgotten. */
const REMEMBERED = 1_000;

/** A room as it was last told, and how many of its messages its owner has read. */
interface Known {
  readonly room: Room;
  readonly readMessages: number;
  readonly mentions: Mentions;
}

/** The rooms of one member, live: unread first, then newest activity. */
export class Inbox extends Observable<InboxSnapshot> {
  readonly #api: Pick<RoomApi, 'rooms' | 'room'>;
  readonly #owner: string;
  readonly #rooms = new Map<string, Known>();
  /** Rooms that may not be read any more, as far as is known here. */
  readonly #lost = new Set<string>();
  readonly #questions: RoomQuestions;
  readonly #stop: () => void;
  #next: string | undefined;

  constructor(session: Session, api: Pick<RoomApi, 'rooms' | 'room'>) {
    super({ phase: 'loading', rooms: [], unread: 0, more: false });
    this.#api = api;
    this.#owner = session.owner;
    this.#questions = new RoomQuestions(api, (room, answer) => this.#answered(room, answer));
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

  /** Takes rooms as REST shows them. One that is lost may have been asked for before it was: it is asked for anew. */
  add(rooms: readonly Room[]): void {
    for (const room of rooms) {
      if (this.#lost.has(room.id)) this.refresh(room.id);
      else this.#put(room);
    }
    this.#show();
  }

  /** Asks for a room that may have changed, or may be lost. */
  refresh(room: string): void {
    this.#questions.ask(room);
  }

  get(room: string): InboxRoom | undefined {
    const known = this.#rooms.get(room);
    return known && withUnread(known);
  }

  #take(frame: ServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        this.#mention(() => true, reconnected);
        this.#lost.clear();
        return void this.load();
      case 'room.created':
        this.#put(frame.room);
        return this.#show();
      case 'room.changed':
        return this.#change(frame.room);
      case 'message.read':
        return this.#read(frame);
      case 'mentioned':
        return this.#mentioned(frame);
      case 'room.left':
        return frame.ref === undefined ? this.#lose(frame.room) : undefined;
    }
  }

  #put(room: Room): void {
    const known = this.#rooms.get(room.id);
    if (known && older(room, known.room)) return;
    const toldRead = room.unread === undefined ? 0 : (room.messages ?? 0) - room.unread;
    const readMessages = Math.max(toldRead, this.#own(room), known?.readMessages ?? 0);
    const mentions = told(known?.mentions ?? noMentions, room.mentioned);
    this.#lost.delete(room.id);
    this.#rooms.set(room.id, { room: known ? merge(known.room, room) : room, readMessages, mentions });
  }

  #change(change: RoomChange): void {
    const known = this.#rooms.get(change.id);
    if (!known) return this.refresh(change.id);
    const { unread: _, ...rest } = change;
    if (older(rest, known.room)) return;
    const room = merge(known.room, rest);
    const readMessages = Math.max(this.#own(room), known.readMessages);
    this.#rooms.set(change.id, { ...known, room, readMessages });
    this.#show();
  }

  /** Whoever wrote the last message has read them all. */
  #own({ lastMessage, messages = 0 }: Room): number {
    return lastMessage?.author.id === this.#owner ? messages : 0;
  }

  #read({ room, member, seq, ordinal }: MessageRead): void {
    if (member !== this.#owner) return;
    const known = this.#rooms.get(room);
    if (known) {
      const readMessages = Math.max(known.readMessages, ordinal ?? known.room.messages ?? 0);
      this.#rooms.set(room, { ...known, readMessages });
    }
    this.#mention(
      (shown) => mentionPlace(shown) === room,
      (mentions) => readTo(mentions, seq),
    );
    this.#show();
  }

  #mentioned({ room, frontroom = room, message }: MentionedIn): void {
    if (!this.#rooms.has(frontroom)) return this.refresh(frontroom);
    this.#mention(
      ({ id }) => id === frontroom,
      (mentions) => heard(mentions, message.seq),
    );
    this.#show();
  }

  #mention(where: (room: Room) => boolean, change: (mentions: Mentions) => Mentions): void {
    for (const [id, known] of this.#rooms) {
      const mentions = where(known.room) ? change(known.mentions) : known.mentions;
      if (mentions !== known.mentions) this.#rooms.set(id, { ...known, mentions });
    }
  }

  #answered(room: string, answer: RoomAnswer): void {
    if (answer === 'not-there') return this.#lose(room);
    if (answer !== 'unknown') this.#put(answer);
    this.#show();
  }

  /** The room may not be read any more, or is erased: it goes at once. */
  #lose(room: string): void {
    this.#questions.drop(room);
    this.#lost.add(room);
    const [first] = this.#lost;
    if (this.#lost.size > REMEMBERED && first !== undefined) this.#lost.delete(first);
    if (this.#rooms.delete(room)) this.#show();
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
  const { mentioned: _, ...rest } = known.room;
  const room = { ...rest, unread, ...shownMentions(known.mentions) };
  shown.set(known, room);
  return room;
}

const older = (news: Partial<Room>, known: Room): boolean =>
  (news.version ?? Infinity) < (known.version ?? 0) && (news.head ?? 0) <= known.head;

/**
 * A room as REST shows it and news of its state are whole views, in which a missing assignee is none; news of
 * activity is a part of one. They come by different ways: the newer state and the newer timeline stay.
 */
function merge(room: Room, change: Partial<Room>): Room {
  const {
    assignee: _,
    queue: _queue,
    queuedAt: _queuedAt,
    endAskedAt: _endAskedAt,
    snoozedUntil: _snoozedUntil,
    topics: _topics,
    tags: _tags,
    rating: _rating,
    held: _held,
    status: _status,
    ...lasting
  } = room;
  const behind = (change.version ?? Infinity) < (room.version ?? 0);
  const state = behind ? room : { ...(change.members ? lasting : room), ...change };
  const onward = change.head !== undefined && (change.head >= room.head || state.epoch !== room.epoch);
  return { ...state, ...timelineOf(onward ? change : room) };
}

const timelineOf = ({ head = 0, messages, lastMessage }: Partial<Room>) => ({
  head,
  ...(messages !== undefined && { messages }),
  ...(lastMessage && { lastMessage }),
});

function byActivity(a: InboxRoom, b: InboxRoom): number {
  if (a.unread > 0 !== b.unread > 0) return a.unread > 0 ? -1 : 1;
  const [left, right] = [activity(a), activity(b)];
  if (left !== right) return left < right ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

const activity = (room: Room): string => room.lastMessage?.at ?? room.updatedAt;
