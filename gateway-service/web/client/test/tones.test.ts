import { describe, expect, it, vi } from 'vitest';
import { Observable, type OutgoingMessage, whenSent } from '../src';

class Outgoing extends Observable<readonly OutgoingMessage[]> {
  become(...states: OutgoingMessage['state'][]): void {
    this.set(states.map((state, index) => ({ id: `m${index}`, room: 'r_1', at: '', text: 'Hi', state })));
  }
}

describe('a sent message', () => {
  const follow = () => {
    const outbox = new Outgoing([]);
    const tell = vi.fn();
    whenSent(outbox, tell);
    return { outbox, tell };
  };

  it('is told of once it is stored, and only once', () => {
    const { outbox, tell } = follow();
    for (const state of ['queued', 'sent', 'acked', 'acked'] as const) outbox.become(state);
    outbox.become();

    expect(tell).toHaveBeenCalledOnce();
  });

  it('is told of when the timeline has it before the acknowledgement is read', () => {
    const { outbox, tell } = follow();
    outbox.become('sent');
    outbox.become();

    expect(tell).toHaveBeenCalledOnce();
  });

  it('is not told of when it failed, waits again or is given up', () => {
    const { outbox, tell } = follow();
    for (const state of ['sent', 'queued', 'sent', 'failed'] as const) outbox.become(state);
    outbox.become();

    expect(tell).not.toHaveBeenCalled();
  });
});
