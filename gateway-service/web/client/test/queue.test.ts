import { describe, expect, it, vi } from 'vitest';
import { Queue, type QueueNumbers, type ServerFrame, type Session } from '../src';

const numbers = (second: number, waiting: number): QueueNumbers => ({
  at: `2026-01-01T00:00:${String(second).padStart(2, '0')}.000Z`,
  waiting,
  active: 1,
  closedToday: 0,
});
const news = (second: number, waiting: number) =>
  ({ type: 'queue.changed', ...numbers(second, waiting) }) as const;

function desk(answer: () => Promise<QueueNumbers>) {
  let listener: (frame: ServerFrame) => void = () => undefined;
  const session = {
    onFrame: (one: typeof listener) => ((listener = one), () => undefined),
  } as unknown as Session;
  const queue = new Queue(session, { queue: answer });
  return { queue, hear: (frame: ServerFrame) => listener(frame) };
}

const welcome = { type: 'welcome' } as ServerFrame;

describe('the numbers of the desk', () => {
  it('are asked for with every connection and told from then on', async () => {
    const { queue, hear } = desk(async () => numbers(1, 3));
    expect(queue.getSnapshot()).toBeUndefined();

    hear(welcome);
    await vi.waitFor(() => expect(queue.getSnapshot()?.waiting).toBe(3));
    hear(news(2, 4));

    expect(queue.getSnapshot()).toEqual(numbers(2, 4));
  });

  it('never become older', async () => {
    const { queue, hear } = desk(async () => numbers(5, 3));
    hear(news(6, 4));

    hear(welcome);
    hear(news(4, 9));
    await Promise.resolve();

    expect(queue.getSnapshot()?.waiting).toBe(4);
  });

  it('stay as they were when nobody answers', async () => {
    const { queue, hear } = desk(() => Promise.reject(new Error('away')));
    hear(news(1, 2));
    hear(welcome);
    await Promise.resolve();

    expect(queue.getSnapshot()?.waiting).toBe(2);
  });
});
