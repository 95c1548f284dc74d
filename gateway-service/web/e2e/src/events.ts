import { expect } from 'vitest';
import { PATIENCE } from '../../testing/patience';
import type { Json } from './wire';

/** An event as it came, with its position. */
export interface Told {
  readonly position: number;
  readonly type: string;
  readonly data: Json;
}

/** Follows `/events` as a program would that has read nothing but the protocol. */
export class Events {
  readonly told: Told[] = [];
  private readonly ending = new AbortController();
  private rest = '';

  private constructor(private readonly answer: Response) {}

  static async follow(url: string, key: string, after?: number): Promise<Events> {
    const ending = new AbortController();
    const answer = await fetch(`${url}/api/v1/events${after === undefined ? '' : `?after=${after}`}`, {
      headers: { authorization: `Bearer ${key}`, accept: 'text/event-stream' },
      signal: ending.signal,
    });
    const events = new Events(answer);
    events.ending.signal.addEventListener('abort', () => ending.abort());
    if (answer.ok) void events.read();
    return events;
  }

  get status(): number {
    return this.answer.status;
  }

  problem(): Promise<Json> {
    return this.answer.json() as Promise<Json>;
  }

  /** Waits for the first event that fits. */
  async until(fits: (told: Told) => boolean): Promise<Told> {
    await expect.poll(() => this.told.some(fits), PATIENCE).toBe(true);
    return this.told.find(fits) as Told;
  }

  end(): void {
    this.ending.abort();
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of this.answer.body ?? []) this.take(decoder.decode(chunk, { stream: true }));
    } catch (failure) {
      if (!this.ending.signal.aborted) throw failure;
    }
  }

  private take(text: string): void {
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
      );
      const data = fields.get('data');
      if (data === undefined) continue;
      const event = JSON.parse(data) as { type: string; data: Json };
      this.told.push({ position: Number(fields.get('id')), type: event.type, data: event.data });
    }
  }
}
