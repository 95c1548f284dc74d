import { describe, expect, it } from 'vitest';
import type { TimelineQuery } from '../src/api';
import { Passage } from '../src/passage';
import type { Entry, MessageSent, ServerFrame } from '../src/protocol';

const HEAD = 200;
const author = { id: 'a_ada', name: 'Ada', kind: 'account' } as const;

const message = (seq: number): MessageSent => ({
  type: 'message.sent',
  room: 'r_1',
  epoch: 1,
  seq,
  id: `m${seq}`,
  author,
  at: '2026-03-02T10:15:30.123Z',
  text: `Text ${seq}`,
});

/** A room of 200 messages, and what the socket says about it. */
function room() {
  const asked: object[] = [];
  const heard: ((frame: ServerFrame) => void)[] = [];
  let away = false;
  const timeline = (_: string, query: TimelineQuery = {}) => {
    asked.push(query);
    if (away) return Promise.reject(new Error('away'));
    const limit = query.limit ?? 50;
    const from =
      query.after === undefined ? Math.max(1, (query.before ?? HEAD + 1) - limit) : query.after + 1;
    const to = query.after === undefined ? (query.before ?? HEAD + 1) - 1 : query.after + limit;
    const entries: Entry[] = [];
    for (let seq = from; seq <= Math.min(to, HEAD); seq++) entries.push(message(seq));
    return Promise.resolve({ epoch: 1, head: HEAD, entries });
  };
  const session = {
    onFrame: (listener: (frame: ServerFrame) => void) => {
      heard.push(listener);
      return () => void heard.splice(heard.indexOf(listener), 1);
    },
  };
  return {
    asked,
    heard,
    goAway: (now: boolean) => (away = now),
    tell: (frame: ServerFrame) => heard.forEach((listener) => listener(frame)),
    passage: new Passage(session, { timeline }, 'r_1', 100),
  };
}

const seqs = ({ passage }: ReturnType<typeof room>) => passage.getSnapshot().items.map(({ seq }) => seq);

describe('a passage', () => {
  it('is read from its middle in both directions to both ends', async () => {
    const there = room();
    await there.passage.load();
    expect([seqs(there)[0], seqs(there).at(-1)]).toEqual([75, 124]);

    for (let n = 0; n < 3; n++) await Promise.all([there.passage.loadOlder(), there.passage.loadNewer()]);

    expect(seqs(there)).toEqual(Array.from({ length: HEAD }, (_, n) => n + 1));
    expect(there.passage.getSnapshot()).toMatchObject({ older: 'none', newer: 'none' });
  });

  it('shows what is changed in it meanwhile, and nothing from elsewhere', async () => {
    const there = room();
    await there.passage.load();
    const edit = { ...message(201), type: 'message.edited' as const, target: 100, text: 'Better' };

    there.tell({ ...edit, room: 'r_2' });
    there.tell({ ...edit, target: 3 });
    there.tell(message(201));
    there.tell(edit);

    expect(there.passage.getSnapshot().items.find(({ seq }) => seq === 100)).toMatchObject({
      text: 'Better',
    });
    expect(seqs(there)).toHaveLength(50);
  });

  it('says what could not be loaded and tries again', async () => {
    const there = room();
    there.goAway(true);
    await there.passage.load();
    expect(there.passage.getSnapshot().phase).toBe('failed');

    there.goAway(false);
    await there.passage.load();
    there.goAway(true);
    await there.passage.loadNewer();
    expect(there.passage.getSnapshot()).toMatchObject({ phase: 'ready', newer: 'failed' });
  });

  it('hears nothing once it is left', async () => {
    const there = room();
    await there.passage.load();

    there.passage.stop();

    expect(there.heard).toEqual([]);
  });
});
