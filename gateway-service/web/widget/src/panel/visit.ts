import {
  createHttp,
  type Guest,
  type GuestApi,
  guestApi,
  type Http,
  type NewGuest,
  Observable,
  Problem,
  type Room,
  type RoomChange,
  type ServerFrame,
} from '@parlor/client';
import type { Settings, Shell } from '../settings';
import { located } from './located';
import { type Kept, Memory } from './memory';
import type { Talk, TalkModule } from './talk-module';

export interface VisitState {
  readonly view: 'welcome' | 'form' | 'conversation';
  readonly settings: Settings;
  readonly guest?: Guest;
  readonly room?: Room | undefined;
  /** Something asked of the server that is not answered yet. */
  readonly busy?: 'handoff' | 'end' | undefined;
  /** A code of what was refused, until it is dismissed. */
  readonly problem?: string | undefined;
  readonly visible: boolean;
}

/** A conversation that is being led: its parts came with the first message, not before. */
interface Live extends Kept, Talk {
  readonly Screen: TalkModule['Conversation'];
}

/** One visitor's way through the widget: from the welcome screen to the end of a conversation. */
export class Visit extends Observable<VisitState> {
  readonly #shell: Shell;
  readonly #loadTalk: () => Promise<TalkModule>;
  readonly #api: GuestApi<Settings>;
  /** For files, which are too large for the rest of the API. */
  readonly http: Http;
  readonly #memory: Memory;
  #live: Live | undefined;
  #token: string | undefined;
  #unread = 0;

  constructor(shell: Shell, loadTalk: () => Promise<TalkModule>) {
    super({ view: 'welcome', settings: located(shell), visible: false });
    this.#shell = shell;
    this.#loadTalk = loadTalk;
    this.#memory = new Memory(shell.options.url);
    this.http = createHttp({ baseUrl: shell.options.url, token: () => this.#token });
    this.#api = guestApi<Settings>(this.http);
    void this.#resume(this.#memory.kept());
    addEventListener('storage', (event) => this.#otherTab(event));
  }

  get live(): Pick<Live, 'session' | 'store' | 'sounds' | 'Screen'> | undefined {
    return this.#live;
  }

  show(view: VisitState['view']): void {
    this.#change({ view, problem: undefined });
  }

  shown(visible: boolean): void {
    this.#change({ visible });
    if (visible && !this.#live) void this.#refreshSettings();
  }

  /** Something that was tried outside of here did not work. */
  failed(problem: string): void {
    this.#change({ problem });
  }

  dismiss(): void {
    this.#change({ problem: undefined });
  }

  /** Fails with a [Problem] for the form to show. */
  async begin(form: NewGuest): Promise<void> {
    const talk = this.#loadTalk();
    this.#token = undefined;
    const { guest, token, room } = await this.#api.startGuest(form);
    this.#leave();
    const kept = { token, guest: { id: guest.id, name: guest.name }, room: room.id };
    this.#memory.keep(kept);
    await talk.catch(() => undefined);
    await this.#resume(kept);
    this.#change({ guest, room });
  }

  handoff(): Promise<void> {
    return this.#ask('handoff');
  }

  end(): Promise<void> {
    return this.#ask('end');
  }

  /** Back to the form, which still knows who is there. */
  again(): void {
    this.show('form');
  }

  /** Once more, after the conversation could not be loaded. */
  retry(): void {
    void this.#resume(this.#memory.kept());
  }

  async #ask(what: 'handoff' | 'end'): Promise<void> {
    if (!this.#live || this.getSnapshot().busy) return;
    this.#change({ busy: what, problem: undefined });
    try {
      this.#roomRead(await this.#api[what](this.#live.room));
    } catch (problem) {
      this.#change({ problem: problem instanceof Problem ? problem.code : 'other' });
    }
    this.#change({ busy: undefined });
  }

  /** Shows the conversation at once and fills it as soon as its code and its messages are there. */
  async #resume(kept: Kept | undefined): Promise<void> {
    if (!kept) return;
    this.#token = kept.token;
    this.#change({ view: 'conversation', guest: kept.guest, room: undefined, problem: undefined });
    const talk = await this.#loadTalk().catch(() => undefined);
    if (this.#token !== kept.token) return;
    if (!talk) return this.#change({ problem: 'unreachable' });
    const { Conversation: Screen, begin } = talk;
    const begun = begin(this.#shell, kept, this.#api, () => this.getSnapshot().visible);
    const { session, store } = begun;
    this.#live = { ...kept, ...begun, Screen };
    store.subscribe(() => this.#countUnread());
    session.onFrame((frame) => this.#take(frame));
    session.connection.subscribe(() => this.#checkAccess());
    this.#change({ problem: undefined });
    void this.#refreshGuest();
  }

  #take(frame: ServerFrame): void {
    if (frame.type === 'welcome') void this.#refreshRoom();
    if (frame.type === 'room.changed' && frame.room.id === this.#live?.room) this.#roomChanged(frame.room);
    if (frame.type === 'message.sent' && frame.author.id !== this.#live?.guest.id) {
      this.#shell.emit('message', { author: frame.author, text: frame.text, at: frame.at });
    }
  }

  #roomChanged(change: RoomChange): void {
    const { room } = this.getSnapshot();
    if (!room || older(change, room)) return;
    const { assignee: _, queue: _queue, endAskedAt: _asked, ...lasting } = room;
    const next: Room = change.members ? { ...lasting, ...change } : { ...room, ...change };
    this.#change({ room: next });
    if (next.status !== room.status) this.#shell.emit('status', next.status);
    if (next.status === 'queued' && !next.queue) void this.#refreshRoom();
  }

  async #refreshSettings(): Promise<void> {
    const settings = await this.#shell.refresh();
    this.#change({ settings: located({ ...this.#shell, settings }) });
  }

  async #refreshRoom(): Promise<void> {
    const live = this.#live;
    const room = live && (await this.#api.room(live.room).catch(() => undefined));
    if (room && this.#live === live) this.#roomRead(room);
  }

  /** An answer may be overtaken by news of what happened after it. */
  #roomRead(room: Room): void {
    const known = this.getSnapshot().room;
    if (known?.id !== room.id || !older(room, known)) this.#change({ room });
  }

  async #refreshGuest(): Promise<void> {
    const live = this.#live;
    try {
      const { guest } = await this.#api.me();
      if (this.#live === live) this.#change({ guest });
    } catch (problem) {
      if (this.#live === live && problem instanceof Problem && problem.status === 401) this.#forget();
    }
  }

  #checkAccess(): void {
    if (this.#live?.session.connection.getSnapshot().reason === 'signed-out') this.#forget();
  }

  #countUnread(): void {
    if (!this.#live) return;
    const { guest, store } = this.#live;
    const { items, reads } = store.getSnapshot();
    const read = reads[guest.id] ?? 0;
    const unread = items.filter(
      (item) => item.kind === 'message' && item.author.id !== guest.id && item.seq > read,
    ).length;
    if (unread === this.#unread) return;
    this.#unread = unread;
    this.#shell.emit('unread', unread);
  }

  /** The token is worth nothing any more: the visitor is a new one. */
  #forget(): void {
    this.#memory.forget();
    this.#leave();
    this.#change({ view: 'welcome', problem: 'not-a-member' });
  }

  #leave(): void {
    this.#live?.end();
    this.#live = undefined;
    this.#token = undefined;
    this.#unread = 0;
    this.#shell.emit('unread', 0);
  }

  /** Another tab began a conversation: this one joins it. */
  #otherTab({ key }: StorageEvent): void {
    const kept = key === this.#memory.key ? this.#memory.kept() : undefined;
    if (!kept || kept.token === this.#live?.token) return;
    this.#leave();
    void this.#resume(kept);
  }

  #change(change: Partial<VisitState>): void {
    this.set({ ...this.getSnapshot(), ...change });
  }
}

const older = (news: RoomChange, known: Room): boolean => (news.version ?? Infinity) < (known.version ?? 0);
