import type { Connection } from '@parlor/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectWhileWanted } from '../src/panel/attention';

let visibility: DocumentVisibilityState = 'visible';
function look(state: DocumentVisibilityState): void {
  visibility = state;
  document.dispatchEvent(new Event('visibilitychange'));
}

function fake(state = 'idle') {
  const connection = {
    state,
    start: vi.fn(() => (connection.state = 'online')),
    stop: vi.fn(() => (connection.state = 'idle')),
    getSnapshot: () => ({ state: connection.state }),
  };
  return connection;
}

describe('a page', () => {
  let release: () => void = () => undefined;
  const watch = (connection: ReturnType<typeof fake>, open = false) => {
    release = connectWhileWanted(connection as unknown as Connection, () => open);
  };

  beforeEach(() => {
    vi.useFakeTimers();
    visibility = 'visible';
    vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  });

  afterEach(() => {
    release();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('in the background connects when it is looked at', () => {
    visibility = 'hidden';
    const connection = fake();
    watch(connection);
    expect(connection.start).not.toHaveBeenCalled();
    look('visible');
    expect(connection.start).toHaveBeenCalledOnce();
  });

  it('gives its socket back after a while away, and comes back', () => {
    const connection = fake();
    watch(connection);
    look('hidden');
    vi.advanceTimersByTime(299_000);
    look('visible');
    look('hidden');
    vi.advanceTimersByTime(299_000);
    expect(connection.stop).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(connection.stop).toHaveBeenCalledOnce();
    look('visible');
    expect(connection.state).toBe('online');
  });

  it('keeps its socket while the conversation is open', () => {
    const connection = fake();
    watch(connection, true);
    look('hidden');
    vi.advanceTimersByTime(600_000);
    expect(connection.stop).not.toHaveBeenCalled();
  });

  it('does not start again what ended for good', () => {
    const connection = fake('stopped');
    watch(connection);
    look('visible');
    expect(connection.start).not.toHaveBeenCalled();
  });
});
