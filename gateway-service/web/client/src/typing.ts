import type { Typing } from './protocol';
import type { TypingMember } from './types';

const SIGNAL_EVERY_MS = 3_000;
const FORGET_AFTER_MS = 3_000;

/** My own typing: at most one signal in 3 s, and an end only where there was a beginning. */
export class TypingSignal {
  #lastAt = -Infinity;

  constructor(private readonly signal: (on: boolean) => void) {}

  /** Call on every key. */
  on(): void {
    if (Date.now() - this.#lastAt < SIGNAL_EVERY_MS) return;
    this.#lastAt = Date.now();
    this.signal(true);
  }

  off(): void {
    if (Date.now() - this.#lastAt < SIGNAL_EVERY_MS) this.signal(false);
    this.reset();
  }

  /** A message was sent: the others see that by themselves. */
  reset(): void {
    this.#lastAt = -Infinity;
  }
}

/** Who else types, each forgotten 3 s after the last signal. */
export class TypingMembers {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #members: readonly TypingMember[] = [];

  constructor(private readonly changed: () => void) {}

  get members(): readonly TypingMember[] {
    return this.#members;
  }

  take({ member, name, on }: Typing): void {
    if (!on) return this.forget(member);
    clearTimeout(this.#timers.get(member));
    this.#timers.set(
      member,
      setTimeout(() => this.forget(member), FORGET_AFTER_MS),
    );
    if (this.#members.some((known) => known.member === member)) return;
    this.#members = [...this.#members, { member, name }];
    this.changed();
  }

  forget(member: string): void {
    clearTimeout(this.#timers.get(member));
    if (!this.#timers.delete(member)) return;
    this.#members = this.#members.filter((known) => known.member !== member);
    this.changed();
  }

  clear(): void {
    for (const { member } of this.#members) this.forget(member);
  }
}
