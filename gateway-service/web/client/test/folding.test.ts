import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Entry, RoomOpened } from '../src';
import { append, emptyTimeline, opened, type Timeline } from '../src/timeline';
import { foldAll } from './support/model';

/** The examples message-service is held to as well. */
const FILE = new URL('../../../../docs/contracts/message/folding.examples.json', import.meta.url);

interface Example {
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly snapshots: readonly { readonly at: number; readonly entries: readonly Entry[] }[];
}

const examples = JSON.parse(readFileSync(FILE, 'utf8')) as Example[];

const answer = (result: RoomOpened['result'], entries: readonly Entry[], head: number): RoomOpened => ({
  type: 'room.opened',
  room: 'r_1',
  epoch: 1,
  head,
  result,
  entries,
});

const shown = ({ epoch, first, head, items, reads }: Timeline) => ({ epoch, first, head, items, reads });

describe.each(examples)('$name', ({ entries, snapshots }) => {
  const after = (cut: { at: number; entries: readonly Entry[] }) =>
    opened(emptyTimeline, answer('snapshot', cut.entries, cut.at));
  const cuts = snapshots.flatMap((from) =>
    snapshots.filter((to) => to.at > from.at).map((to) => ({ from, to, name: `${from.at} to ${to.at}` })),
  );

  it.each(cuts)('is the same by listening from $name', ({ from, to }) => {
    const live = entries.slice(from.at, to.at).reduce(append, after(from));
    expect(shown(live)).toEqual(shown(after(to)));
  });

  it.each(cuts)('is the same by resuming from $name', ({ from, to }) => {
    const resumed = opened(after(from), answer('resumed', to.entries.slice(from.at), to.at));
    expect(shown(resumed)).toEqual(shown(after(to)));
  });

  it.each(snapshots)('is folded by these tests as the server folds it up to $at', (cut) => {
    expect(foldAll(entries.slice(0, cut.at))).toEqual(cut.entries);
  });
});
