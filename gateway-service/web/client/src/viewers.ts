import { Observable } from './observable';
import type { Viewing } from './protocol';
import type { Session } from './session';

/** A colleague who has the same conversation before them. */
export type Viewer = {
  readonly member: string;
  readonly name: string;
  readonly doing: 'looking' | 'reply' | 'note';
};

/** How often is said again that one looks. */
const REPEAT_MS = 15_000;
/** Two that got lost, and a little. */
const FORGET_MS = 40_000;
/** How long after a key somebody still writes. */
const WRITING_MS = 4_000;

type Timer = ReturnType<typeof setTimeout>;

/**
 * Who else looks at a room and writes there: staff only. Of a conversation with a guest the room is its back room, which
 * no guest can open.
 */
export class Viewers extends Observable<readonly Viewer[]> {
  readonly #timers = new Map<string, Timer>();
  #doing: Viewing['doing'] = 'away';
  #again: Timer | undefined;
  #quiet: Timer | undefined;

  constructor(
    private readonly session: Pick<Session, 'connection' | 'onFrame'>,
    private readonly room: string,
    private readonly owner: string,
  ) {
    super([]);
  }

  /** From now on one looks, until what this answers is called. */
  start(): () => void {
    const stop = this.session.onFrame((frame) => {
      if (frame.type === 'welcome') this.#say();
      if (frame.type === 'viewing' && frame.room === this.room) this.#take(frame);
    });
    this.look(true);
    return () => {
      stop();
      this.look(false);
      for (const member of [...this.#timers.keys()]) this.#forget(member);
    };
  }

  /** Whether one looks; nobody does at a page in the background. */
  look(on: boolean): void {
    clearTimeout(this.#quiet);
    this.#do(on ? 'looking' : 'away');
  }

  /** Call on every key. */
  write(doing: 'reply' | 'note'): void {
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.look(true), WRITING_MS);
    if (this.#doing !== doing) this.#do(doing);
  }

  #do(doing: Viewing['doing']): void {
    this.#doing = doing;
    this.#say();
  }

  #say(): void {
    clearTimeout(this.#again);
    this.session.connection.signal({ type: 'viewing', room: this.room, doing: this.#doing });
    if (this.#doing !== 'away') this.#again = setTimeout(() => this.#say(), REPEAT_MS);
  }

  #take({ member, name, doing }: Viewing): void {
    if (member === this.owner) return;
    if (doing === 'away') return this.#forget(member);
    const isNew = !this.#timers.has(member);
    clearTimeout(this.#timers.get(member));
    this.#timers.set(
      member,
      setTimeout(() => this.#forget(member), FORGET_MS),
    );
    const others = this.getSnapshot().filter((known) => known.member !== member);
    const known = this.getSnapshot().find((viewer) => viewer.member === member);
    if (known?.doing !== doing || known.name !== name) this.set([...others, { member, name, doing }]);
    // Who has just come does not know who was here before.
    if (isNew && this.#doing !== 'away') this.#say();
  }

  #forget(member: string): void {
    clearTimeout(this.#timers.get(member));
    if (!this.#timers.delete(member)) return;
    this.set(this.getSnapshot().filter((known) => known.member !== member));
  }
}
