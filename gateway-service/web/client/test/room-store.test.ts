import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Entry, memoryStorage, type RoomOpened, type ServerFrame, Session } from '../src';
import { edited, me, message, notice } from './support/entries';
import { FakeNetwork } from './support/sockets';

const settled = () => vi.advanceTimersByTimeAsync(0);

describe('a room', () => {
  let network: FakeNetwork;
  let session: Session;
  let pages: Entry[][];
  const room = () => session.room('r_1');
  const seqs = () =>
    room()
      .getSnapshot()
      .items.map(({ seq }) => seq);

  beforeEach(() => {
    vi.useFakeTimers();
    network = new FakeNetwork();
    pages = [];
    session = new Session({
      baseUrl: 'http://parlor',
      owner: 'g_me',
      webSocket: network.create,
      random: () => 0,
      storage: memoryStorage(),
      lock: (_, work) => work(),
      api: { timeline: async () => ({ epoch: 1, head: 0, entries: pages.shift() ?? [] }) },
    });
    session.start();
  });

  afterEach(() => {
    session.stop();
    vi.useRealTimers();
  });

  function answers(entries: readonly Entry[], over: Partial<RoomOpened> = {}): void {
    const ref = network.socket.last('room.open').ref!;
    const head = entries.at(-1)?.seq ?? 0;
    const frame = {
      type: 'room.opened',
      ref,
      room: 'r_1',
      epoch: 1,
      head,
      result: 'snapshot',
      entries,
    } as const;
    network.socket.receives({ ...frame, ...over });
  }

  async function openWith(...entries: Entry[]): Promise<() => void> {
    network.connects();
    const release = room().open();
    answers(entries);
    await settled();
    return release;
  }

  it('opens once for all who want it, and leaves after the last', async () => {
    network.connects();
    const [one, two] = [room().open(), room().open()];
    answers([message(1)]);
    await settled();

    expect(network.socket.count('room.open')).toBe(1);
    one();
    one();
    expect(network.socket.count('room.leave')).toBe(0);
    two();
    expect(network.socket.count('room.leave')).toBe(1);
    expect(room().getSnapshot().phase).toBe('closed');
  });

  it('shows what is live and resumes after its last contiguous seq', async () => {
    await openWith(message(1));
    network.socket.receives(message(2));
    expect(room().getSnapshot()).toMatchObject({ phase: 'open', head: 2 });

    network.socket.closes(1006);
    expect(room().getSnapshot().phase).toBe('stale');
    await settled();
    network.connects();
    expect(network.socket.last('room.open')).toMatchObject({ epoch: 1, after: 2 });
    answers([message(3), message(4)], { result: 'resumed' });

    expect(seqs()).toEqual([1, 2, 3, 4]);
    expect(room().getSnapshot().phase).toBe('open');
  });

  it('opens again where a hole shows, once, and shows nothing behind the hole before', async () => {
    await openWith(message(1));
    network.socket.receives(message(3));
    network.socket.receives(message(4));
    expect(seqs()).toEqual([1]);
    expect(network.socket.count('room.open')).toBe(2);
    answers([message(2), message(3), message(4)], { result: 'resumed' });
    await settled();

    expect(seqs()).toEqual([1, 2, 3, 4]);
  });

  it('asks for a snapshot when resuming does not close the hole', async () => {
    await openWith(message(1));
    for (let i = 0; i < 3; i++) {
      network.socket.receives(message(9));
      answers([], { result: 'resumed', head: 9 });
      await settled();
    }
    expect(network.socket.last('room.open')).not.toHaveProperty('after');
    answers([message(8), message(9)], { head: 9 });
    expect(seqs()).toEqual([8, 9]);
  });

  it('does not give up resuming because many entries came behind one hole', async () => {
    await openWith(message(1));
    for (const seq of [3, 4, 5, 6, 7]) network.socket.receives(message(seq));
    network.socket.closes(1006);
    await settled();
    network.connects();

    expect(network.socket.last('room.open')).toMatchObject({ after: 1 });
  });

  it('repairs itself when a heartbeat tells of more', async () => {
    await openWith(message(1));
    network.socket.receives({ type: 'heartbeat', at: '', heads: { r_1: 1, r_2: 9 } });
    expect(network.socket.count('room.open')).toBe(1);
    network.socket.receives({ type: 'heartbeat', at: '', heads: { r_1: 2 } });
    expect(network.socket.last('room.open')).toMatchObject({ after: 1 });
  });

  it('says why it may not be opened, and when membership ends', async () => {
    network.connects();
    room().open();
    const ref = network.socket.last('room.open').ref!;
    network.socket.receives({ type: 'error', ref, code: 'not-a-member', message: 'No' });
    await settled();

    expect(room().getSnapshot()).toMatchObject({ phase: 'refused', problem: { code: 'not-a-member' } });
    network.socket.receives({ type: 'room.left', room: 'r_1' });
    expect(room().getSnapshot().phase).toBe('left');
  });

  it('is asked for again at a heartbeat once it was lost, in case it may be read again', async () => {
    await openWith(message(1));
    network.socket.receives({ type: 'room.left', room: 'r_1' });
    expect(network.socket.count('room.open')).toBe(1);

    network.socket.receives({ type: 'heartbeat', at: '', heads: {} });
    answers([message(2)], { result: 'resumed' });

    expect(network.socket.last('room.open')).toMatchObject({ after: 1 });
    expect(room().getSnapshot().phase).toBe('open');
    expect(seqs()).toEqual([1, 2]);
  });

  it('is opened anew when it was left before it was open, whatever becomes of the first time', async () => {
    network.connects();
    const leave = room().open();
    const first = network.socket.last('room.open').ref!;
    leave();
    room().open();
    expect(network.socket.sent.slice(-3).map(({ type }) => type)).toEqual([
      'room.open',
      'room.leave',
      'room.open',
    ]);

    network.socket.receives({ type: 'error', ref: first, code: 'superseded', message: 'Left' });
    await settled();
    expect(room().getSnapshot().phase).toBe('opening');
    answers([message(1)]);
    expect(room().getSnapshot()).toMatchObject({ phase: 'open', head: 1 });
  });

  it('is asked for again when it could not be read just now', async () => {
    network.connects();
    room().open();
    const ref = network.socket.last('room.open').ref!;
    network.socket.receives({
      type: 'error',
      ref,
      code: 'unavailable',
      message: 'Later',
      retryAfterMs: 1_000,
    });
    await vi.advanceTimersByTimeAsync(1_000);

    expect(network.socket.count('room.open')).toBe(2);
    expect(room().getSnapshot().phase).toBe('opening');
  });

  it('sends what was written offline after opening, and shows it once', async () => {
    const id = room().send({ text: 'Hello' });
    await settled();
    expect(room().getSnapshot().pending).toMatchObject([{ id, state: 'queued' }]);

    await openWith();
    expect(network.socket.sent.map(({ type }) => type)).toEqual(['hello', 'room.open', 'message.send']);
    expect(network.socket.last('message.send')).toMatchObject({ room: 'r_1', id, text: 'Hello' });
    network.socket.receives({ ...message(1, 'Hello', me), id });
    const ref = network.socket.last('message.send').ref!;
    network.socket.receives({ type: 'message.ack', ref, room: 'r_1', id, seq: 1, at: '' });
    await settled();

    expect(room().getSnapshot()).toMatchObject({ pending: [], items: [{ id, text: 'Hello' }] });
  });

  it('never shows a message twice in any snapshot while it moves into the timeline', async () => {
    await openWith();
    const id = room().send({ text: 'Hello' });
    const doubled: boolean[] = [];
    room().subscribe(() => {
      const { items, pending } = room().getSnapshot();
      doubled.push(items.length + pending.length > 1);
    });
    await settled();
    const ref = network.socket.last('message.send').ref!;
    network.socket.receives({ type: 'message.ack', ref, room: 'r_1', id, seq: 1, at: '' });
    await settled();
    network.socket.receives({ ...message(1, 'Hello', me), id });
    await settled();

    expect(doubled).not.toContain(true);
    expect(room().getSnapshot().pending).toEqual([]);
  });

  it('tells delivered from read', async () => {
    await openWith(message(1, 'mine', me));
    const item = () => room().getSnapshot().items[0]!;
    const state = () => {
      const found = item();
      return found.kind === 'message' && room().delivery(found);
    };
    expect(state()).toBe('delivered');
    network.socket.receives({ type: 'message.read', room: 'r_1', member: 'a_ada', seq: 1 });
    expect(state()).toBe('read');
  });

  it('marks as read once, and again after a reconnection if it was not told back', async () => {
    await openWith(message(1));
    room().read();
    room().read();
    expect(network.socket.count('message.read')).toBe(1);
    network.socket.closes(1006);
    await settled();
    network.connects();
    answers([], { result: 'resumed', head: 1 });
    expect(network.socket.last('message.read')).toMatchObject({ seq: 1 });
  });

  it('reads older pages until there are none', async () => {
    await openWith(message(3), message(4));
    expect(room().getSnapshot().older).toBe('more');
    pages = [[message(1), message(2)]];
    await room().loadOlder();

    expect(seqs()).toEqual([1, 2, 3, 4]);
    expect(room().getSnapshot().older).toBe('none');
  });

  it('forgets who types after 3 s or with their message, and never shows oneself', async () => {
    await openWith();
    const typing = (member: string): ServerFrame => ({
      type: 'typing',
      room: 'r_1',
      member,
      name: 'Ada',
      on: true,
    });
    network.socket.receives(typing('g_me'));
    network.socket.receives(typing('a_ada'));
    network.socket.receives(typing('a_bob'));
    expect(room().getSnapshot().typing).toHaveLength(2);
    network.socket.receives(message(1));
    expect(room().getSnapshot().typing).toEqual([{ member: 'a_bob', name: 'Ada' }]);
    vi.advanceTimersByTime(3000);
    expect(room().getSnapshot().typing).toEqual([]);
  });

  it('goes on showing who types when something else of theirs arrives', async () => {
    await openWith();
    network.socket.receives({ type: 'typing', room: 'r_1', member: 'a_ada', name: 'Ada', on: true });
    network.socket.receives(notice(1));
    expect(room().getSnapshot()).toMatchObject({ head: 1, typing: [{ member: 'a_ada', name: 'Ada' }] });
  });

  it('signals typing at most every 3 s', async () => {
    await openWith();
    for (let i = 0; i < 7; i++) {
      room().typing();
      vi.advanceTimersByTime(500);
    }
    expect(network.socket.count('typing')).toBe(2);
    room().typing(false);
    expect(network.socket.last('typing')).toMatchObject({ on: false });
    room().typing(false);
    expect(network.socket.count('typing')).toBe(3);
  });

  it('asks the server to edit and folds the answer', async () => {
    await openWith(message(1, 'helo', me));
    const editing = room().edit(1, 'hello');
    const { ref, id } = network.socket.last('message.edit');
    network.socket.receives(edited(2, 1, 'hello'));
    network.socket.receives({ type: 'message.ack', ref: ref!, room: 'r_1', id: `${id}`, seq: 2, at: '' });
    await editing;

    expect(room().getSnapshot().items[0]).toMatchObject({ text: 'hello' });
  });
});
