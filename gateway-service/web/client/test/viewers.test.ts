import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ServerFrame, SignalFrame } from '../src';
import { Viewers } from '../src';

const ROOM = 'r_back';

/** A session that remembers what was signalled and hears what a test says. */
class Line {
  readonly said: string[] = [];
  #listener: ((frame: ServerFrame) => void) | undefined;
  readonly connection = {
    signal: (frame: SignalFrame) => this.said.push('doing' in frame ? frame.doing : frame.type) > 0,
  };
  readonly onFrame = (listener: (frame: ServerFrame) => void) => {
    this.#listener = listener;
    return () => (this.#listener = undefined);
  };
  hear(member: string, doing: 'looking' | 'reply' | 'note' | 'away', room = ROOM): void {
    this.#listener?.({ type: 'viewing', room, member, name: member.slice(2), doing });
  }
}

let line: Line;
let viewers: Viewers;
let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  line = new Line();
  viewers = new Viewers(line as never, ROOM, 'a_me');
  stop = viewers.start();
});
afterEach(() => vi.useRealTimers());

const seen = () => viewers.getSnapshot().map(({ member, doing }) => `${member} ${doing}`);

describe('who else looks', () => {
  it('is known by what was said last, and forgotten when it goes or falls silent', () => {
    line.hear('a_anna', 'looking');
    line.hear('a_anna', 'reply');
    line.hear('a_ben', 'note');
    line.hear('a_cleo', 'looking', 'r_other');
    expect(seen()).toEqual(['a_anna reply', 'a_ben note']);

    line.hear('a_anna', 'away');
    expect(seen()).toEqual(['a_ben note']);
    vi.advanceTimersByTime(40_000);
    expect(seen()).toEqual([]);
  });

  it('is never oneself in another window', () => {
    line.hear('a_me', 'looking');
    expect(seen()).toEqual([]);
  });
});

describe('what one does oneself', () => {
  it('is said at once, again every 15 s, and to whoever comes', () => {
    expect(line.said).toEqual(['looking']);
    vi.advanceTimersByTime(15_000);
    line.hear('a_anna', 'looking');
    line.hear('a_anna', 'looking');
    expect(line.said).toEqual(['looking', 'looking', 'looking']);
  });

  it('is writing from the first key until 4 s after the last', () => {
    viewers.write('reply');
    vi.advanceTimersByTime(3_000);
    viewers.write('reply');
    vi.advanceTimersByTime(3_999);
    expect(line.said).toEqual(['looking', 'reply']);
    vi.advanceTimersByTime(1);
    expect(line.said).toEqual(['looking', 'reply', 'looking']);
  });

  it('ends with a last word, and nothing after it', () => {
    viewers.write('note');
    stop();
    vi.advanceTimersByTime(60_000);
    line.hear('a_anna', 'looking');
    expect(line.said).toEqual(['looking', 'note', 'away']);
    expect(seen()).toEqual([]);
  });
});
