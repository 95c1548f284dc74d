import type { RoomApi } from './api';
import { notThere } from './problem';
import type { Room } from './protocol';

/** How many rooms are asked for at once: what an administrator sets may bring back many. */
const AT_ONCE = 4;

/** What became of a question; `unknown` when there was no answer. */
export type RoomAnswer = Room | 'not-there' | 'unknown';

/** Asks for single rooms, each once at a time, so that a burst of news asks once. */
export class RoomQuestions {
  readonly #waiting = new Set<string>();
  readonly #asking = new Map<string, symbol>();

  constructor(
    private readonly api: Pick<RoomApi, 'room'>,
    private readonly answered: (room: string, answer: RoomAnswer) => void,
  ) {}

  ask(room: string): void {
    if (this.#asking.has(room)) return;
    this.#waiting.add(room);
    this.#next();
  }

  /** Something happened after which an answer that is under way may be old: it does not count. */
  drop(room: string): void {
    this.#waiting.delete(room);
    this.#asking.delete(room);
  }

  #next(): void {
    for (const room of this.#waiting) {
      if (this.#asking.size >= AT_ONCE) return;
      this.#waiting.delete(room);
      void this.#ask(room);
    }
  }

  async #ask(room: string): Promise<void> {
    const question = Symbol(room);
    this.#asking.set(room, question);
    const answer = await this.api
      .room(room)
      .catch((problem: unknown) => (notThere(problem) ? 'not-there' : 'unknown'));
    if (this.#asking.get(room) === question) {
      this.#asking.delete(room);
      this.answered(room, answer);
    }
    this.#next();
  }
}
