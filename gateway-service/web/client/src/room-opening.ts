import type { Connection } from './connection';
import type { Problem } from './problem';

const RETRY_MS = 2_000;
/** After so many answers that did not close a hole, the room is read anew. */
const MAX_REOPENS = 3;
/** What does not say that the room may not be opened: it is asked for again. */
const PASSING = new Set(['unknown-outcome', 'too-many', 'unavailable']);

export interface Opener {
  /** Whether anybody wants the room open. */
  wanted(): boolean;
  /** What is here already; no epoch, nothing. */
  position(): { readonly epoch: number; readonly head: number };
  refused(problem: Pick<Problem, 'code' | 'message'>): void;
}

/** Asks for one room until it is open: after what is here already, or anew when that does not help. */
export class RoomOpening {
  /** Asked, and not answered yet. */
  #asking = false;
  /** Which question is the last one: what becomes of those before, once the room was left, does not matter. */
  #question = 0;
  /** How often in a row it was asked for because of a hole. */
  #reopens = 0;

  constructor(
    private readonly room: string,
    private readonly connection: Connection,
    private readonly opener: Opener,
  ) {}

  async ask(): Promise<void> {
    if (this.#asking || !this.opener.wanted() || !this.connection.online) return;
    this.#asking = true;
    const question = ++this.#question;
    const { epoch, head } = this.opener.position();
    const resume = epoch > 0 && this.#reopens < MAX_REOPENS ? { epoch, after: head } : {};
    await this.connection
      .request({ type: 'room.open', room: this.room, ...resume })
      .catch((problem: Problem) => question === this.#question && this.#notOpened(problem));
    if (question === this.#question) this.#asking = false;
  }

  /** Something is missing. */
  reopen(): void {
    if (this.#asking) return;
    this.#reopens++;
    void this.ask();
  }

  /** The room is open; `whole` when nothing is missing any more. */
  opened(whole: boolean): void {
    this.#asking = false;
    if (whole) this.#reopens = 0;
  }

  /** The room is left: no answer counts any more. */
  left(): void {
    this.#asking = false;
    this.#question++;
  }

  #notOpened({ code, message, retryAfterMs }: Problem): void {
    if (code === 'disconnected') return;
    if (PASSING.has(code)) setTimeout(() => void this.ask(), retryAfterMs ?? RETRY_MS);
    else this.opener.refused({ code, message });
  }
}
