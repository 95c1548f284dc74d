import {
  type Account,
  type Inbox,
  type InboxRoom,
  onlyHere,
  type Personal,
  type Presence,
  type ServerFrame,
  type Session,
  type Tone,
  Tones,
  whenSent,
} from '@parlor/client';
import { callsFor } from '../desk/views';
import { Looking } from './looking';
import { MENTION } from './mention-tone';
import { isWhole, type News, newsOf, roomOf, toldTo } from './news';
import { Notices } from './Notices';
import { Taken } from './taken';

/** After a reconnection, how long the lists may take to be read again. */
const CATCH_UP_MS = 2_000;

export interface AlertsOptions {
  readonly account: Account;
  readonly session: Session;
  readonly presence: Presence;
  readonly personal: Personal;
  /** Asked before the inbox takes a frame, so that it still knows what was before. */
  readonly inbox: () => Inbox;
}

/** What is heard: the tones of everybody who uses the client, and one for being mentioned. */
export type Sound = Tone | 'mention';

/** Sounds and desktop notifications, as the person has set them; each piece of news once over all its tabs. */
export class Alerts {
  readonly notices = new Notices();
  readonly taken = new Taken();
  readonly #tones = new Tones();
  readonly #looking: Looking;
  readonly #options: AlertsOptions;
  readonly #stops: readonly (() => void)[];
  /** The last message told of each room on this connection. */
  readonly #heard = new Map<string, number>();
  /** News of rooms the inbox is just asking about. */
  readonly #unknown = new Map<string, ServerFrame>();
  /** How far each room was when the connection was lost, while it is away. */
  #before: ReadonlyMap<string, number> | undefined;
  #catchUp: ReturnType<typeof setTimeout> | undefined;

  constructor(options: AlertsOptions) {
    const { account, session } = options;
    this.#options = options;
    this.#looking = new Looking(account.id, () => this.notices.clear());
    this.#stops = [
      session.onFrame((frame) => this.#take(frame)),
      session.connection.subscribe(() => this.#connectionChanged()),
      whenSent(session.outbox, () => this.#wanted && this.#tones.play('sent')),
    ];
  }

  /** To be called once there is an inbox. */
  start(): () => void {
    const stopReading = this.#options.inbox().subscribe(() => this.#retry());
    return () => {
      for (const stop of [...this.#stops, stopReading]) stop();
      clearTimeout(this.#catchUp);
      this.notices.clear();
      this.#looking.stop();
      this.taken.stop();
      this.#tones.stop();
    };
  }

  /** Lets somebody hear what it is about. */
  try(sound: Sound): void {
    if (sound === 'mention') this.#tones.play('received', MENTION);
    else this.#tones.play(sound);
  }

  #take(frame: ServerFrame): void {
    if (frame.type === 'welcome') return this.#welcomed();
    if (frame.type === 'room.left' && frame.ref === undefined) return this.#forget(frame.room);
    if (frame.type !== 'mentioned' && frame.type !== 'room.created' && frame.type !== 'room.changed') return;
    const id = roomOf(frame);
    const before = this.#options.inbox().get(id);
    if (!before && !isWhole(frame)) return void this.#unknown.set(id, frame);
    const news = newsOf(frame, before, this.#heard.get(id), this.#options.account.id);
    const seq = toldTo(frame);
    if (seq !== undefined) this.#heard.set(id, Math.max(seq, this.#heard.get(id) ?? 0));
    const taken = frame.type !== 'mentioned' && 'status' in frame.room && this.taken.had(id);
    news
      .filter(({ kind, mine }) => !(taken && mine && kind === 'conversation'))
      .forEach((one) => this.#tell(one));
  }

  /** What is told of a room that comes back was said while it was lost. */
  #forget(room: string): void {
    this.#heard.delete(room);
    this.#unknown.delete(room);
  }

  /** The inbox has read something: perhaps the room that news came of. */
  #retry(): void {
    for (const [id, frame] of this.#unknown) {
      const known = this.#options.inbox().get(id);
      if (!known) continue;
      this.#unknown.delete(id);
      // It was asked for after the news, and may know of it.
      const { mentioned: _, ...room } = known;
      newsOf(frame, room, 0, this.#options.account.id).forEach((one) => this.#tell(one));
    }
  }

  #tell(news: News): void {
    if (news.kind === 'message') {
      if (news.mine) this.#sound('received', news);
    } else this.#sound(news.kind, news);
    void this.#notify(news);
  }

  /** A tab that cannot be heard leaves it to the others. */
  #sound(sound: Sound, { key }: News): void {
    if (!this.#wanted || !this.#tones.ready) return;
    void onlyHere(this.#name('tone', key), () => this.try(sound));
  }

  async #notify(news: News): Promise<void> {
    const { notifications, preview } = this.#settings;
    if (this.#busy || notifications === 'none' || (notifications === 'mine' && !news.mine)) return;
    if (await this.#looking.somewhere()) return;
    await onlyHere(this.#name('notice', news.key), () => this.notices.show(news, preview));
  }

  #connectionChanged(): void {
    if (this.#options.session.connection.online || this.#before) return;
    const { rooms } = this.#options.inbox().getSnapshot();
    this.#before = new Map(rooms.map((room) => [room.id, grownTo(room)]));
  }

  #welcomed(): void {
    this.#heard.clear();
    this.#unknown.clear();
    const before = this.#before;
    this.#before = undefined;
    if (!before?.size) return;
    clearTimeout(this.#catchUp);
    this.#catchUp = setTimeout(() => void this.#missed(before), CATCH_UP_MS);
  }

  /** What came while there was no connection, but not what was told since. */
  async #missed(before: ReadonlyMap<string, number>): Promise<void> {
    if (this.#busy || this.#settings.notifications === 'none' || (await this.#looking.somewhere())) return;
    const { account, inbox } = this.#options;
    const rooms = inbox()
      .getSnapshot()
      .rooms.filter((room) => callsFor(room, account.id) && !this.#heard.has(room.id))
      .filter((room) => grownTo(room) > (before.get(room.id) ?? 0))
      .map((room) => `${room.id}.${grownTo(room)}`);
    await onlyHere(this.#name('digest', rooms.join()), () =>
      this.notices.missed(rooms.map((key) => key.slice(0, key.lastIndexOf('.')))),
    );
  }

  get #settings() {
    return this.#options.personal.getSnapshot().settings;
  }

  /** Not to be disturbed. */
  get #busy(): boolean {
    const { presence, account } = this.#options;
    return presence.getSnapshot()[account.id]?.status === 'busy';
  }

  get #wanted(): boolean {
    return this.#settings.sounds && !this.#busy;
  }

  #name(what: string, key: string): string {
    return `parlor.${what}.${this.#options.account.id}.${key}`;
  }
}

/** Grows with every message of a room, and with every mention of me in it or beside it. */
const grownTo = ({ lastMessage, mentioned }: InboxRoom): number =>
  (lastMessage?.seq ?? 0) + (mentioned?.newest ?? 0);
