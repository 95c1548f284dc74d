import {
  type Guest,
  type GuestApi,
  Problem,
  type Room,
  type RoomChange,
  type RoomStore,
  type ServerFrame,
  type Session,
} from '@parlor/client';
import type { Settings, Shell } from '../settings';
import type { Place } from './talk-module';
import type { Visit } from './visit';

/** Many hear at once that settings changed: they do not all ask at once. */
const SPREAD_MS = 2_000;

/** What happens in a conversation, told to the visit and to the page. */
export class Course {
  readonly #shell: Shell;
  readonly #api: GuestApi<Settings>;
  readonly #visit: Visit;
  readonly #store: RoomStore;
  readonly #guest: Guest;
  readonly #room: string;
  #welcomed = false;
  #over = false;
  #unread = 0;

  constructor(shell: Shell, { guest, room }: Place, api: GuestApi<Settings>, visit: Visit, session: Session) {
    this.#shell = shell;
    this.#api = api;
    this.#visit = visit;
    this.#guest = guest;
    this.#room = room;
    this.#store = session.room(room);
    this.#store.subscribe(() => this.#countUnread());
    session.onFrame((frame) => this.#take(frame));
    session.connection.subscribe(() => {
      if (session.connection.getSnapshot().reason === 'signed-out') this.#lost();
    });
    void this.#refreshGuest();
  }

  /** Asks for a person, or to end; what is refused becomes the visit's problem. */
  async ask(what: 'handoff' | 'end'): Promise<void> {
    if (this.#visit.getSnapshot().busy) return;
    this.#visit.change({ busy: what, problem: undefined });
    try {
      this.#roomRead(await this.#api[what](this.#room));
    } catch (problem) {
      this.#visit.change({ problem: problem instanceof Problem ? problem.code : 'other' });
    }
    this.#visit.change({ busy: undefined });
  }

  /** Says how it was. Fails with a [Problem]. */
  async rate(score: number, comment: string): Promise<void> {
    this.#roomRead(await this.#api.rate(this.#room, { score, ...(comment && { comment }) }));
  }

  stop(): void {
    this.#over = true;
    this.#shell.emit('unread', 0);
  }

  #take(frame: ServerFrame): void {
    if (this.#over) return;
    if (frame.type === 'welcome') this.#connected();
    if (frame.type === 'settings.changed') this.#refreshSettings();
    if (frame.type === 'room.left' && frame.room === this.#room && !frame.ref) this.#lost();
    if (frame.type === 'room.changed' && frame.room.id === this.#room) this.#roomChanged(frame.room);
    if (frame.type === 'message.sent' && frame.author.id !== this.#guest.id) {
      this.#shell.emit('message', { author: frame.author, text: frame.text, at: frame.at });
    }
  }

  /** Whoever was away may have missed that settings changed. */
  #connected(): void {
    void this.#refreshRoom();
    if (this.#welcomed) this.#refreshSettings();
    this.#welcomed = true;
  }

  #refreshSettings(): void {
    setTimeout(() => this.#over || void this.#visit.refresh(), Math.random() * SPREAD_MS);
  }

  #roomChanged(change: RoomChange): void {
    const { room } = this.#visit.getSnapshot();
    if (!room || older(change, room)) return;
    const { assignee: _, queue: _queue, endAskedAt: _asked, rating: _rating, ...lasting } = room;
    const next: Room = change.members ? { ...lasting, ...change } : { ...room, ...change };
    this.#show(next);
    if (next.status === 'queued' && !next.queue) void this.#refreshRoom();
  }

  async #refreshRoom(): Promise<void> {
    try {
      const room = await this.#api.room(this.#room);
      if (!this.#over) this.#roomRead(room);
    } catch (problem) {
      this.#check(problem);
    }
  }

  /** An answer may be overtaken by news of what happened after it. */
  #roomRead(room: Room): void {
    const known = this.#visit.getSnapshot().room;
    if (known?.id !== room.id || !older(room, known)) this.#show(room);
  }

  #show(room: Room): void {
    const known = this.#visit.getSnapshot().room;
    this.#visit.change({ room });
    if (known && known.status !== room.status) this.#shell.emit('status', room.status);
    if (room.queue && room.queue.position !== known?.queue?.position)
      this.#shell.emit('position', room.queue);
  }

  async #refreshGuest(): Promise<void> {
    try {
      const { guest } = await this.#api.me();
      if (!this.#over) this.#visit.change({ guest });
    } catch (problem) {
      this.#check(problem);
    }
  }

  /** Whether the guest or its room is gone: erased, by hand or because it is old. */
  #check(problem: unknown): void {
    if (problem instanceof Problem && (problem.status === 401 || problem.code === 'not-a-member'))
      this.#lost();
  }

  #lost(): void {
    if (!this.#over) this.#visit.forget();
  }

  #countUnread(): void {
    const { items, reads } = this.#store.getSnapshot();
    const read = reads[this.#guest.id] ?? 0;
    const unread = items.filter(
      (item) => item.kind === 'message' && item.author.id !== this.#guest.id && item.seq > read,
    ).length;
    if (unread === this.#unread || this.#over) return;
    this.#unread = unread;
    this.#shell.emit('unread', unread);
  }
}

const older = (news: RoomChange, known: Room): boolean => (news.version ?? Infinity) < (known.version ?? 0);
