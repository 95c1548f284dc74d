import type { NewMessage, RoomApi } from './api';
import type { Connection } from './connection';
import { randomId } from './ids';
import { Observable } from './observable';
import type { Outbox } from './outbox';
import type { Entry, Heartbeat, RoomOpened, ServerFrame } from './protocol';
import { RoomOpening } from './room-opening';
import { append, emptyTimeline, leavesHole, markRead, opened, prepend, type Timeline } from './timeline';
import { TypingMembers, TypingSignal } from './typing';
import {
  closedRoom,
  type Delivery,
  type MessageItem,
  type OutgoingMessage,
  type RoomDoor,
  type RoomSnapshot,
} from './types';

const OLDER_PAGE = 50;

export interface RoomLink {
  readonly connection: Connection;
  readonly outbox: Outbox;
  readonly api: Pick<RoomApi, 'timeline'>;
  readonly owner: string;
}

/** One room as this client has it: the timeline without a hole, and what is still on its way. */
export class RoomStore extends Observable<RoomSnapshot> implements RoomDoor {
  readonly #room: string;
  readonly #link: RoomLink;
  readonly #typing = new TypingMembers(() => this.#show());
  readonly #signal: TypingSignal;
  readonly #opening: RoomOpening;
  #timeline: Timeline = emptyTimeline;
  #pending: readonly OutgoingMessage[] = [];
  /** How many callers want the room open. */
  #wanted = 0;
  /** How far this client has read, told to the server or not. */
  #readUpTo = 0;

  constructor(room: string, link: RoomLink) {
    super(closedRoom(room));
    this.#room = room;
    this.#link = link;
    this.#signal = new TypingSignal((on) => link.connection.signal({ type: 'typing', room, on }));
    this.#opening = new RoomOpening(room, link.connection, {
      wanted: () => this.#wanted > 0,
      position: () => this.#timeline,
      refused: (problem) => this.#show({ phase: 'refused', problem }),
    });
    link.outbox.subscribe(() => this.#outgoing());
    this.#outgoing();
  }

  open(): () => void {
    if (this.#wanted++ === 0) this.#ask();
    let held = true;
    return () => {
      if (held) this.#release();
      held = false;
    };
  }

  send(message: NewMessage): string {
    const id = randomId();
    this.#signal.reset();
    void this.#link.outbox.add(this.#room, message, id);
    return id;
  }

  retry(id: string): void {
    void this.#link.outbox.retry(this.#room, id);
  }

  discard(id: string): void {
    void this.#link.outbox.discard(this.#room, id);
  }

  async edit(seq: number, text: string): Promise<void> {
    await this.#link.connection.request({ type: 'message.edit', ...this.#command(seq), text });
  }

  async remove(seq: number): Promise<void> {
    await this.#link.connection.request({ type: 'message.delete', ...this.#command(seq) });
  }

  async react(seq: number, emoji: string): Promise<void> {
    await this.#link.connection.request({ type: 'reaction.toggle', ...this.#command(seq), emoji });
  }

  async loadOlder(): Promise<void> {
    const { older } = this.getSnapshot();
    if (older === 'none' || older === 'loading') return;
    const before = this.#timeline.first;
    this.set({ ...this.getSnapshot(), older: 'loading' });
    try {
      const page = await this.#link.api.timeline(this.#room, { before, limit: OLDER_PAGE });
      this.#timeline = prepend(this.#timeline, page.epoch, page.entries);
      this.#show({ older: this.#older() });
    } catch {
      this.set({ ...this.getSnapshot(), older: 'failed' });
    }
  }

  typing(on = true): void {
    if (on) this.#signal.on();
    else this.#signal.off();
  }

  read(seq = this.#timeline.head): void {
    if (seq <= Math.max(this.#readUpTo, this.#timeline.reads[this.#link.owner] ?? 0)) return;
    this.#readUpTo = seq;
    this.#tellRead();
  }

  delivery({ author, seq }: MessageItem): Delivery {
    const readers = Object.entries(this.#timeline.reads);
    const seen = readers.some(([member, read]) => member !== author.id && read >= seq);
    return seen ? 'read' : 'delivered';
  }

  /** Every frame of this room and every heartbeat comes through here. */
  handle(frame: ServerFrame): void {
    if (this.#wanted === 0) return;
    switch (frame.type) {
      case 'welcome':
        return this.#ask();
      case 'room.opened':
        return this.#opened(frame);
      case 'heartbeat':
        return this.#compare(frame);
      case 'room.left':
        return frame.ref === undefined ? this.#show({ phase: 'left' }) : undefined;
      case 'typing':
        return frame.member === this.#link.owner ? undefined : this.#typing.take(frame);
      case 'message.read':
        this.#timeline = markRead(this.#timeline, frame);
        return this.#show();
      default:
        if ('seq' in frame && 'epoch' in frame) this.#entry(frame);
    }
  }

  /** The connection is away: what is shown may be old from now on. */
  disconnected(): void {
    this.#typing.clear();
    if (this.getSnapshot().phase === 'open') this.#show({ phase: 'stale' });
  }

  #release(): void {
    if (--this.#wanted > 0) return;
    this.#typing.clear();
    this.#opening.left();
    this.#link.connection.request({ type: 'room.leave', room: this.#room }).catch(() => undefined);
    this.#show({ phase: 'closed' });
  }

  #ask(): void {
    const { phase, head } = this.getSnapshot();
    if (this.#wanted > 0 && phase !== 'open') this.#show({ phase: head > 0 ? 'stale' : 'opening' });
    void this.#opening.ask();
  }

  #opened(frame: RoomOpened): void {
    this.#timeline = opened(this.#timeline, frame);
    this.#opening.opened(this.#timeline.head >= frame.head);
    this.#settle();
    this.#show({ phase: 'open', older: this.#older() });
    this.#tellRead();
  }

  #entry(entry: Entry): void {
    if (leavesHole(this.#timeline, entry)) return this.#opening.reopen();
    if (entry.type === 'message.sent') this.#typing.forget(entry.author.id);
    this.#timeline = append(this.#timeline, entry);
    this.#settle();
    this.#show();
  }

  #compare({ heads }: Heartbeat): void {
    const { phase } = this.getSnapshot();
    // Nobody is told that a back room may be read again.
    if (phase === 'left' || phase === 'refused') return void this.#opening.ask();
    if ((heads[this.#room] ?? 0) > this.#timeline.head) this.#opening.reopen();
  }

  #command(seq: number) {
    return { room: this.#room, id: randomId(), seq };
  }

  #tellRead(): void {
    const told = this.#timeline.reads[this.#link.owner] ?? 0;
    if (this.#readUpTo <= told) return;
    this.#link.connection.signal({ type: 'message.read', room: this.#room, seq: this.#readUpTo });
  }

  #outgoing(): void {
    const mine = this.#link.outbox.getSnapshot().filter(({ room }) => room === this.#room);
    const same = mine.length === this.#pending.length && mine.every((m, i) => m === this.#pending[i]);
    if (same) return;
    this.#pending = mine;
    this.#settle();
    this.#show();
  }

  /** What has arrived in the timeline is no longer on its way. */
  #settle(): void {
    const { head, items } = this.#timeline;
    const own = (id: string) => items.some((item) => item.id === id && item.author.id === this.#link.owner);
    for (const { id, seq } of this.#pending) {
      if ((seq !== undefined && seq <= head) || own(id)) this.#link.outbox.settle(this.#room, id);
    }
  }

  #older(): RoomSnapshot['older'] {
    return this.#timeline.epoch > 0 && this.#timeline.first > 1 ? 'more' : 'none';
  }

  #show(change: Partial<RoomSnapshot> = {}): void {
    const { epoch, head, items, reads } = this.#timeline;
    this.set({
      ...this.getSnapshot(),
      epoch,
      head,
      items,
      reads,
      pending: this.#pending,
      typing: this.#typing.members,
      ...change,
    });
  }
}
