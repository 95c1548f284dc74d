import type { NewMessage } from './api';
import { randomId } from './ids';
import { Observable } from './observable';
import type { KeptMessage, OutboxStorage } from './outbox-storage';
import { Problem } from './problem';
import type { MessageAck } from './protocol';
import type { OutgoingMessage } from './types';

/** How often a message is sent again by its id before its sender is asked. */
const MAX_UNANSWERED = 5;
const RATE_LIMITED_MS = 1_000;

export interface OutboxOptions {
  /** Whose messages these are: nobody else's are ever shown or sent. */
  readonly owner: string;
  readonly storage: OutboxStorage;
  /** Sends one message; answers when it is stored, else fails with a [Problem]. */
  readonly send: (message: OutgoingMessage) => Promise<MessageAck>;
  readonly online: () => boolean;
  readonly lock?: Lock | undefined;
}

/** Runs the work while no other tab does the work of that name. */
export type Lock = (name: string, work: () => Promise<void>) => Promise<void>;

export const webLock: Lock = async (name, work) => {
  await (globalThis.navigator?.locks ? navigator.locks.request(name, work) : work());
};

/**
 * Messages on their way, kept until the server has stored them. One at a time per room and under a lock that
 * all tabs share, so their order is kept; ids stay the same, so a repeat is the same message.
 */
export class Outbox extends Observable<readonly OutgoingMessage[]> {
  readonly #options: OutboxOptions;
  readonly #lock: Lock;
  #channel: BroadcastChannel | undefined;
  readonly #draining = new Set<string>();
  /** Being written: not yet in storage, but not gone. */
  readonly #unsaved = new Set<string>();
  readonly #unanswered = new Map<string, number>();
  #messages: readonly KeptMessage[] = [];
  #order = 0;

  constructor(options: OutboxOptions) {
    super([]);
    this.#options = options;
    this.#lock = options.lock ?? webLock;
    if (globalThis.BroadcastChannel) {
      this.#channel = new BroadcastChannel(`parlor.outbox.${options.owner}`);
      this.#channel.onmessage = () => this.flush();
    }
  }

  /** Answers once the message is kept; it is shown at once and sent as soon as there is a connection. */
  async add(room: string, content: NewMessage, id = randomId()): Promise<void> {
    this.#order = Math.max(this.#order + 1, Date.now());
    const at = new Date(this.#order).toISOString();
    const { owner } = this.#options;
    await this.#keep({ ...content, id, room, at, owner, order: this.#order, state: 'queued' });
  }

  async retry(room: string, id: string): Promise<void> {
    const message = this.#find(room, id);
    if (message?.state !== 'failed') return;
    const { reason: _, ...again } = message;
    this.#unanswered.delete(id);
    await this.#keep({ ...again, state: 'queued' });
  }

  async discard(room: string, id: string): Promise<void> {
    const message = this.#find(room, id);
    if (!message) return;
    this.#replace(this.#messages.filter((other) => other !== message));
    await this.#options.storage.remove(message);
    this.#tell();
  }

  /** The message is in the timeline: nothing is left to do or to show. */
  settle(room: string, id: string): void {
    void this.discard(room, id);
  }

  /** Reads what is kept, from other tabs too, and sends what waits. */
  async flush(): Promise<void> {
    await this.#reload();
    const waiting = this.#messages.filter((message) => message.state === 'queued');
    await Promise.all([...new Set(waiting.map(({ room }) => room))].map((room) => this.#drain(room)));
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  async #keep(message: KeptMessage): Promise<void> {
    this.#unsaved.add(message.id);
    this.#show(message);
    await this.#options.storage.put(message).catch(() => undefined);
    this.#unsaved.delete(message.id);
    this.#tell();
    await this.#drain(message.room);
  }

  async #drain(room: string): Promise<void> {
    if (this.#draining.has(room) || !this.#options.online()) return;
    this.#draining.add(room);
    try {
      await this.#lock(`parlor.outbox.${this.#options.owner}.${room}`, () => this.#sendAll(room));
    } finally {
      this.#draining.delete(room);
    }
    if (this.#next(room)) await this.#drain(room);
  }

  async #sendAll(room: string): Promise<void> {
    await this.#reload();
    for (let message = this.#next(room); message; message = this.#next(room)) {
      if (!this.#options.online()) return;
      await this.#sendOne(message);
    }
  }

  async #sendOne(message: KeptMessage): Promise<void> {
    this.#show({ ...message, state: 'sent' });
    try {
      const { seq } = await this.#options.send(message);
      await this.#options.storage.remove(message);
      this.#change(message, { state: 'acked', seq });
      this.#tell();
    } catch (problem) {
      await this.#refused(
        message,
        problem instanceof Problem ? problem : new Problem('failed', `${problem}`),
      );
    }
  }

  async #refused(message: KeptMessage, problem: Problem): Promise<void> {
    const { id } = message;
    const count = (this.#unanswered.get(id) ?? 0) + 1;
    const unknown = problem.code === 'unknown-outcome';
    const again = problem.code === 'disconnected' || problem.code === 'too-many' || unknown;
    if (unknown) this.#unanswered.set(id, count);
    if (problem.code === 'too-many') await delay(problem.retryAfterMs ?? RATE_LIMITED_MS);
    if (again && !(unknown && count >= MAX_UNANSWERED)) return this.#change(message, { state: 'queued' });
    this.#change(message, { state: 'failed', reason: problem.code });
    const failed = this.#find(message.room, id);
    if (failed) await this.#options.storage.put(failed);
    this.#tell();
  }

  #next(room: string): KeptMessage | undefined {
    if (!this.#options.online()) return undefined;
    return this.#messages.find((message) => message.room === room && message.state === 'queued');
  }

  #find(room: string, id: string): KeptMessage | undefined {
    return this.#messages.find((message) => message.room === room && message.id === id);
  }

  /** What is stored is the truth, except for what this tab is saving, sending or has just been told. */
  async #reload(): Promise<void> {
    const stored = await this.#options.storage.load(this.#options.owner);
    const mine = this.#messages.filter(
      ({ id, state }) => state === 'sent' || state === 'acked' || this.#unsaved.has(id),
    );
    const others = stored.filter(({ room, id }) => !mine.some((own) => own.room === room && own.id === id));
    this.#replace([...mine, ...others]);
  }

  #change(message: KeptMessage, change: Partial<KeptMessage>): void {
    const current = this.#find(message.room, message.id);
    if (current) this.#show({ ...current, ...change });
  }

  #show(message: KeptMessage): void {
    const others = this.#messages.filter(({ room, id }) => room !== message.room || id !== message.id);
    this.#replace([...others, message]);
  }

  #replace(messages: readonly KeptMessage[]): void {
    const inOrder = messages.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
    this.#messages = inOrder;
    this.set(inOrder);
  }

  #tell(): void {
    this.#channel?.postMessage('changed');
  }
}

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
