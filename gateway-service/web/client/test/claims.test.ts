import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Locks, onlyHere } from '../src/claims';

/** Locks as browsers have them, for all tabs of one test. */
function locks(): Locks {
  const held = new Set<string>();
  const request = async (name: string, _: LockOptions, work: (lock: Lock | null) => Promise<void>) => {
    if (held.has(name)) return work(null);
    held.add(name);
    await work({ name, mode: 'exclusive' });
    held.delete(name);
  };
  return { request: request as unknown as LockManager['request'] };
}

describe('of several tabs', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('one alone acts on one piece of news', async () => {
    const shared = locks();
    const work = vi.fn();

    const tabs = [1, 2, 3].map(() => onlyHere('r_1.7', work, shared));
    await vi.advanceTimersByTimeAsync(10_000);
    await Promise.all(tabs);

    expect(work).toHaveBeenCalledOnce();
  });

  it('each acts on other news', async () => {
    const shared = locks();
    const work = vi.fn();

    void onlyHere('r_1.7', work, shared);
    void onlyHere('r_1.8', work, shared);
    await vi.advanceTimersByTimeAsync(0);

    expect(work).toHaveBeenCalledTimes(2);
  });

  it('one alone acts where there are no locks, also of those who come late', async () => {
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('BroadcastChannel', Channel);
    const work = vi.fn();

    for (const _ of [1, 2, 3]) void onlyHere('r_1.7', work);
    await vi.advanceTimersByTimeAsync(500);
    void onlyHere('r_1.7', work);
    void onlyHere('r_1.8', work);
    await vi.advanceTimersByTimeAsync(500);

    expect(work).toHaveBeenCalledTimes(2);
  });
});

/** A channel between the tabs of one test. */
class Channel {
  static readonly all = new Set<Channel>();
  onmessage: ((event: { data: unknown }) => void) | undefined;

  constructor() {
    Channel.all.add(this);
  }

  postMessage(data: unknown): void {
    for (const other of Channel.all) if (other !== this) other.onmessage?.({ data });
  }

  close(): void {
    Channel.all.delete(this);
  }
}
