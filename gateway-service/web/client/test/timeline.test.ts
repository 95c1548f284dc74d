import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, RoomOpened } from '../src';
import { append, emptyTimeline, leavesHole, markRead, opened, prepend, type Timeline } from '../src/timeline';
import { at, deleted, edited, me, message, notice, reacted } from './support/entries';
import { type Command, entriesOf, foldAll } from './support/model';

const answer = (result: RoomOpened['result'], entries: readonly Entry[], head?: number): RoomOpened => ({
  type: 'room.opened',
  room: 'r_1',
  epoch: 1,
  head: head ?? entries.at(-1)?.seq ?? 0,
  result,
  entries,
});

const snapshot = (all: readonly Entry[], upTo: number, size: number): Timeline =>
  opened(emptyTimeline, answer('snapshot', foldAll(all.slice(0, upTo)).slice(-size), upTo));

const text = fc.string({ minLength: 1, maxLength: 8 });
const which = fc.nat(50);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('send' as const), text }) },
  fc.record({ do: fc.constant('notice' as const) }),
  fc.record({ do: fc.constant('edit' as const), which, text }),
  fc.record({ do: fc.constant('delete' as const), which }),
  fc.record({ do: fc.constant('react' as const), which, member: fc.constantFrom('a_1', 'a_2') }),
);
const history = fc.array(command, { minLength: 1, maxLength: 60 }).map(entriesOf);
const shown = (timeline: Timeline, from: number) => timeline.items.filter(({ seq }) => seq >= from);

describe('a timeline', () => {
  it('is the same by snapshot(S) and entries(S, T] as by snapshot(T)', () => {
    fc.assert(
      fc.property(history, fc.nat(60), fc.integer({ min: 1, max: 20 }), (all, cut, size) => {
        const s = Math.min(cut, all.length);
        const live = all.slice(s).reduce(append, snapshot(all, s, size));
        const direct = snapshot(all, all.length, size);
        const from = Math.max(live.first, direct.first);
        expect(live.head).toBe(direct.head);
        expect(shown(live, from)).toEqual(shown(direct, from));
      }),
    );
  });

  it('is the same by resuming as by listening', () => {
    fc.assert(
      fc.property(history, fc.nat(60), (all, cut) => {
        const s = Math.min(cut, all.length);
        const missed = foldAll(all).slice(s);
        const resumed = opened(snapshot(all, s, 10), answer('resumed', missed, all.length));
        const listened = all.slice(s).reduce(append, snapshot(all, s, 10));
        expect(resumed.items).toEqual(listened.items);
      }),
    );
  });

  it('takes every entry once, however often and in whatever order it comes', () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat(59), { maxLength: 40 }), (all, noise) => {
        const noisy = noise.flatMap((index) => all[index] ?? []);
        const disturbed = all.reduce(
          (timeline, entry) => {
            const next = append(timeline, entry);
            return noisy.filter(({ seq }) => seq <= entry.seq).reduce(append, next);
          },
          snapshot(all, 0, 10),
        );
        expect(disturbed).toEqual(all.reduce(append, snapshot(all, 0, 10)));
      }),
    );
  });

  it('is whole after reading older pages that were folded before or after the news', () => {
    fc.assert(
      fc.property(
        history,
        fc.nat(60),
        fc.nat(60),
        fc.integer({ min: 1, max: 9 }),
        (all, cut, later, size) => {
          const s = Math.min(cut, all.length);
          const readAt = Math.min(Math.max(later, s), all.length);
          let timeline = all.slice(s).reduce(append, snapshot(all, s, size));
          while (timeline.first > 1) {
            const page = foldAll(all.slice(0, readAt)).slice(0, timeline.first - 1);
            timeline = prepend(timeline, 1, page.slice(-size));
          }
          expect(timeline.items).toEqual(snapshot(all, all.length, all.length).items);
          expect(timeline.early).toEqual([]);
        },
      ),
    );
  });

  it('shows a hole and does not fill it with later entries', () => {
    const timeline = snapshot([message(1), message(2)], 2, 10);

    expect(leavesHole(timeline, message(4))).toBe(true);
    expect(append(timeline, message(4))).toBe(timeline);
    expect(leavesHole(timeline, message(3))).toBe(false);
    expect(leavesHole(timeline, { ...message(3), epoch: 2 })).toBe(true);
  });

  it('folds edits, reactions and deletion into the message', () => {
    const start = [message(1, 'helo'), notice(2), edited(3, 1, 'hello'), reacted(4, 1, '👍', ['g_me'])];
    const timeline = snapshot(start, 4, 10);

    expect(timeline.items).toHaveLength(2);
    expect(timeline.items[0]).toMatchObject({ text: 'hello', reactions: [{ emoji: '👍' }] });
    expect(append(timeline, deleted(5, 1)).items[0]).toMatchObject({ text: '', reactions: [] });
  });

  it('tolerates an amendment of what it never saw and an entry of a later version', () => {
    const timeline = snapshot([message(1)], 1, 10);
    const unknown = { ...message(3), type: 'poll.opened' } as unknown as Entry;

    const after = [edited(2, 77, 'x'), unknown, message(4)].reduce(append, timeline);

    expect(after.head).toBe(4);
    expect(after.items.map(({ seq }) => seq)).toEqual([1, 4]);
  });

  it('replaces everything by a snapshot of another epoch', () => {
    const timeline = markRead(snapshot([message(1), message(2)], 2, 10), { member: 'a_ada', seq: 2 });
    const restored = { ...answer('snapshot', [{ ...message(1, 'other'), epoch: 2 }]), epoch: 2 };

    const after = opened(timeline, restored);

    expect(after).toMatchObject({ epoch: 2, head: 1, first: 1, reads: { a_ada: 1 } });
    expect(after.items).toHaveLength(1);
  });

  it('never takes a read mark back, and marks an author as having read', () => {
    const timeline = [message(1), message(2, 'mine', me)].reduce(append, snapshot([], 0, 10));
    const unread = append({ ...emptyTimeline, epoch: 1 }, message(1));

    expect(unread.reads).toEqual({ a_ada: 1 });
    expect(timeline.reads).toEqual({ a_ada: 1, g_me: 2 });
    expect(markRead(unread, { member: 'a_ada', seq: 0 })).toBe(unread);
    expect(markRead(unread, { member: 'g_me', seq: 1 }).reads).toEqual({ a_ada: 1, g_me: 1 });
  });

  it('does not bring a deleted message back when its page was read ahead of the news', () => {
    const all = [message(1), message(2), edited(3, 1, 'changed'), deleted(4, 1)];
    const timeline = snapshot(all, 3, 1);

    const read = prepend(timeline, 1, foldAll(all).slice(0, 2));

    expect(read.items[0]).toMatchObject({ seq: 1, text: '', deletedAt: at(4) });
  });

  it('ignores an older page that does not join what is here', () => {
    const all = Array.from({ length: 9 }, (_, index) => message(index + 1));
    const timeline = snapshot(all, 9, 3);

    expect(prepend(timeline, 1, all.slice(0, 3))).toBe(timeline);
    expect(prepend(timeline, 2, all.slice(0, 6))).toBe(timeline);
    expect(prepend(timeline, 1, all.slice(3, 6)).first).toBe(4);
  });
});
