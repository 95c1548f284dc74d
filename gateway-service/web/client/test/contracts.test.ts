import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../src';
import { append, emptyTimeline } from '../src/timeline';

/** What message-service promises to write: the gateway sends the same with its `type` in front. */
const CONTRACTS = new URL('../../../../docs/contracts/message/', import.meta.url);
const ENTRIES = /^((message\.(sent|edited|deleted))|reaction\.changed|notice\.posted)\.v1\.\w+\.json$/;
const examples = readdirSync(CONTRACTS).filter((name) => ENTRIES.test(name) && !name.endsWith('schema.json'));

const read = (name: string): Entry => {
  const body = JSON.parse(readFileSync(new URL(name, CONTRACTS), 'utf8')) as object;
  return { type: name.split('.v1')[0], ...body } as Entry;
};

describe('the timeline', () => {
  it('has examples of every kind of entry', () => expect(examples.length).toBeGreaterThanOrEqual(10));

  it.each(examples)('takes %s', (name) => {
    const entry = read(name);
    const target = 'target' in entry ? entry.target : entry.seq;
    const before = {
      ...emptyTimeline,
      epoch: entry.epoch,
      first: Math.min(target, entry.seq),
      head: entry.seq - 1,
    };
    const message = {
      ...read('message.sent.v1.minimal.json'),
      epoch: entry.epoch,
      seq: target,
      text: 'before',
    };
    const start =
      'target' in entry
        ? { ...append({ ...before, head: target - 1 }, message as Entry), head: entry.seq - 1 }
        : before;

    const after = append(start, entry);

    expect(after.head).toBe(entry.seq);
    expect(after.items).toHaveLength(1);
    if ('target' in entry) expect(after.items[0]).not.toBe(start.items[0]);
    else expect(after.items[0]).toMatchObject({ seq: entry.seq, id: entry.id, author: entry.author });
  });
});
