import { afterAll, describe, expect, inject, it } from 'vitest';
import { Cast, type Employee } from '../src/cast';
import { TIME } from '../src/claims';
import { type Json, unique, type Wire } from '../src/wire';

const cast = new Cast(inject('parlor'));
afterAll(() => cast.leave());

const ENTRIES = ['message.sent', 'message.edited', 'message.deleted', 'reaction.changed', 'notice.posted'];

/** The seqs of one room as a socket had them, what it opened with included. */
const seqs = (wire: Wire, room: string, from = 0) => {
  const opened = wire.frames.filter((frame) => frame.type === 'room.opened' && frame.room === room);
  const live = wire.frames.filter((frame) => frame.room === room && ENTRIES.includes(frame.type));
  return [...opened.flatMap((frame) => frame.entries), ...live]
    .map(({ seq }) => seq)
    .filter((seq) => seq > from);
};
const upTo = (head: number, from = 0) => Array.from({ length: head - from }, (_, i) => from + i + 1);

interface Duo {
  readonly room: string;
  readonly ada: Employee;
  readonly ben: Employee;
  /** Sockets of both that have the room open. */
  readonly hers: Wire;
  readonly his: Wire;
}

/** Two who share a room. New ones for each test: how much one may send counts for each. */
async function duo(): Promise<Duo> {
  const [ada, ben] = await Promise.all([
    cast.hire('Ada Lindqvist', 'agent'),
    cast.hire('Ben Okafor', 'agent'),
  ]);
  const room = await cast.group(ada, ben);
  const [hers, his] = [await ada.connect(), await ben.connect()];
  for (const wire of [hers, his]) await wire.open(room);
  return { room, ada, ben, hers, his };
}

const stranger = async () => (await cast.hire('Cleo Marsh', 'agent')).connect();

describe.concurrent('opening a room', () => {
  it('gives a snapshot with the newest entries in order', async () => {
    const { room, ada } = await duo();
    const wire = await ada.connect();
    await wire.say(room, 'Hello');

    const opened = await wire.open(room);

    expect(opened).toMatchObject({
      type: 'room.opened',
      room,
      result: 'snapshot',
      epoch: expect.any(Number),
    });
    expect(opened.entries.map(({ seq }) => seq)).toEqual(upTo(opened.head));
    expect(opened.entries.at(-1)).toMatchObject({
      type: 'message.sent',
      text: 'Hello',
      author: { id: ada.id },
    });
  });

  it('resumes after a seq without a gap', async () => {
    const { room, ada } = await duo();
    const wire = await ada.connect();
    for (const text of ['One', 'Two', 'Three']) await wire.say(room, text);
    const { epoch, head } = await wire.open(room);

    const resumed = await wire.open(room, { epoch, after: head - 2 });
    const nothing = await wire.open(room, { epoch, after: head });

    expect([resumed.result, resumed.entries.map(({ text }) => text)]).toEqual(['resumed', ['Two', 'Three']]);
    expect([nothing.result, nothing.entries]).toEqual(['resumed', []]);
  });

  it('gives a snapshot for another epoch and for what lies ahead', async () => {
    const { room, ada } = await duo();
    const wire = await ada.connect();
    await wire.say(room, 'One');
    const { epoch, head } = await wire.open(room);

    for (const since of [
      { epoch: epoch + 1, after: head },
      { epoch, after: head + 1_000 },
    ]) {
      const opened = await wire.open(room, since);
      expect([opened.result, opened.entries.length]).toEqual(['snapshot', head]);
    }
  });

  it('again replaces the first: every entry comes once', async () => {
    const { room, hers: wire } = await duo();
    const { head, epoch } = await wire.open(room);
    await wire.open(room, { epoch, after: head });

    const ack = await wire.say(room, 'Once');
    await wire.heard((frame) => frame.type === 'message.sent' && frame.seq === ack.seq);
    await wire.roundTrip();

    expect(wire.all('message.sent').filter(({ seq }) => seq === ack.seq)).toHaveLength(1);
  });

  it('that one may not open answers not-a-member, there or not', async () => {
    const { room } = await duo();
    const wire = await stranger();

    const [hidden, missing] = [await wire.open(room), await wire.open('r_AAAAAAAAAAAAAAAAAAAAAA')];

    expect(hidden).toMatchObject({ type: 'error', code: 'not-a-member' });
    expect({ ...missing, ref: hidden.ref, room }).toEqual({ ...hidden, room });
  });

  it('and leaving it ends the flow', async () => {
    const { room, hers: wire, his: other } = await duo();

    expect(await wire.ask({ type: 'room.leave', room })).toMatchObject({ type: 'room.left', room });

    const { seq } = await other.say(room, 'Still there?');
    await other.heard((frame) => frame.type === 'message.sent' && frame.seq === seq);
    await wire.roundTrip();
    expect(wire.all('message.sent')).toEqual([]);
    expect(await wire.open(room)).toMatchObject({ head: seq });
  });
});

describe.concurrent('a message', () => {
  it('is acknowledged with its place and comes to every member, the sender too', async () => {
    const { room, ada, hers: wire, his: other } = await duo();
    const id = unique();

    const ack = await wire.say(room, 'Hello', id);

    expect(ack).toMatchObject({ type: 'message.ack', room, id, at: expect.stringMatching(TIME) });
    for (const socket of [wire, other]) {
      expect(await socket.heard('message.sent')).toMatchObject({
        room,
        id,
        seq: ack.seq,
        at: ack['at'],
        epoch: expect.any(Number),
        author: { id: ada.id, kind: 'account', name: ada.name },
        text: 'Hello',
      });
    }
  });

  it('is acknowledged the same when it is sent again, from another socket too', async () => {
    const { room, ada, hers: wire, his: other } = await duo();
    const id = unique();
    const { ref: _, ...ack } = await wire.say(room, 'Once', id);

    const again = [await wire.say(room, 'Once', id), await (await ada.connect()).say(room, 'Once', id)];
    const rush = await Promise.all(Array.from({ length: 5 }, () => wire.say(room, 'Once', id)));
    const put = await ada.rest.put(`/rooms/${room}/messages/${id}`, { text: 'Once' });

    for (const repeated of [...again, ...rush]) expect(repeated).toMatchObject(ack);
    expect([put.status, put.body.seq]).toEqual([200, ack.seq]);
    const marker = await wire.say(room, 'Marker');
    await other.heard((frame) => frame.type === 'message.sent' && frame.seq === marker.seq);
    expect(other.all('message.sent').map(({ text }) => text)).toEqual(['Once', 'Marker']);
    expect(marker.seq).toBe(ack.seq + 1);
  });

  it('under a used id with other content answers id-reused', async () => {
    const { room, hers: wire } = await duo();
    const id = unique();
    await wire.say(room, 'First', id);
    expect(await wire.say(room, 'Second', id)).toMatchObject({ type: 'error', code: 'id-reused' });
  });

  it('is in the same order for all, without a gap, when many write at once', async () => {
    const staff = await Promise.all(['Ada', 'Ben', 'Cleo'].map((name) => cast.hire(name, 'agent')));
    const room = await cast.group(...(staff as [Employee, ...Employee[]]));
    const wires = await Promise.all([...staff, staff[0]!].map((person) => person.connect()));
    for (const wire of wires) await wire.open(room);

    const acks = await Promise.all(
      wires.slice(0, 3).flatMap((wire, who) => upTo(15).map((i) => wire.say(room, `${who} says ${i}`))),
    );

    expect(acks.map(({ type }) => type)).toEqual(Array(45).fill('message.ack'));
    const head = Math.max(...acks.map(({ seq }) => seq));
    for (const wire of wires)
      await wire.heard((frame) => frame.type === 'message.sent' && frame.seq === head);
    for (const wire of wires) expect(seqs(wire, room)).toEqual(upTo(head));
    const texts = wires.map((wire) => wire.all('message.sent').map(({ text }) => text));
    expect(new Set(texts.map((list) => list.join())).size).toBe(1);
    const hers = texts[0]!.filter((text) => text.startsWith('0 '));
    expect(hers).toEqual(upTo(15).map((i) => `0 says ${i}`));
  });

  it.each([
    ['text-empty', ''],
    ['text-too-long', 'x'.repeat(10_001)],
  ])('that is refused has the stable code %s', async (code, text) => {
    const { room, hers: wire } = await duo();
    expect(await wire.say(room, text)).toMatchObject({ type: 'error', code, message: expect.any(String) });
  });
});

describe.concurrent('what is said', () => {
  const change = (wire: Wire, type: string, room: string, seq: number, more: Partial<Json> = {}) =>
    wire.ask({ type, room, id: unique(), seq, ...more });

  it('is edited and deleted by its author; members learn the target and what changed', async () => {
    const { room, ada, ben, hers: wire, his: other } = await duo();
    const { seq } = await wire.say(room, 'Helo');

    const edited = await change(wire, 'message.edit', room, seq, { text: 'Hello' });
    const deleted = await change(wire, 'message.delete', room, seq);

    expect([edited.type, deleted.type]).toEqual(['message.ack', 'message.ack']);
    for (const socket of [wire, other]) {
      const edit = await socket.heard('message.edited');
      expect(edit).toMatchObject({
        room,
        seq: edited.seq,
        target: seq,
        text: 'Hello',
        author: { id: ada.id },
      });
      expect(await socket.heard('message.deleted')).toMatchObject({ seq: deleted.seq, target: seq });
    }
    const { entries } = (await ben.rest.get(`/rooms/${room}/timeline?after=${seq - 1}&limit=1`)).body;
    expect(entries[0]).toMatchObject({ seq, text: '', deletedAt: expect.stringMatching(TIME) });
  });

  it('is edited by nobody else', async () => {
    const { room, hers: wire, his: other } = await duo();
    const { seq } = await wire.say(room, 'Mine');
    const third = await stranger();

    for (const type of ['message.edit', 'message.delete']) {
      const more = type === 'message.edit' ? { text: 'Yours' } : {};
      expect(await change(other, type, room, seq, more)).toMatchObject({
        type: 'error',
        code: 'not-allowed',
      });
      expect(await change(third, type, room, seq, more)).toMatchObject({
        type: 'error',
        code: 'not-a-member',
      });
      expect(await change(wire, type, room, 9_999, more)).toMatchObject({ code: 'unknown-message' });
    }
  });

  it('is reacted to and not any more', async () => {
    const { room, hers: wire, his: other } = await duo();
    const { seq } = await wire.say(room, 'Cake in the kitchen');

    const on = await change(other, 'reaction.toggle', room, seq, { emoji: '🎉' });
    const off = await change(other, 'reaction.toggle', room, seq, { emoji: '🎉' });

    expect([on.type, off.type]).toEqual(['message.ack', 'message.ack']);
    await wire.heard((frame) => frame.type === 'reaction.changed' && frame.seq === off.seq);
    const changes = wire.all('reaction.changed');
    expect(changes.map((frame) => [frame.seq, frame['target'], frame['emoji'], frame['on']])).toEqual([
      [on.seq, seq, '🎉', true],
      [off.seq, seq, '🎉', false],
    ]);
  });

  it('is acknowledged once more, and changed once, when the change is repeated', async () => {
    const { room, hers: wire, his: other } = await duo();
    const { seq } = await wire.say(room, 'Cake');
    const frame = { type: 'reaction.toggle', room, id: unique(), seq, emoji: '👍' };

    const [first, second] = [await other.ask(frame), await other.ask(frame)];

    expect(second).toMatchObject({ type: 'message.ack', seq: first.seq, at: first['at'] });
    const marker = await wire.say(room, 'Marker');
    expect(marker.seq).toBe(first.seq + 1);
  });

  it('cannot be reacted to with a novel', async () => {
    const { room, hers: wire } = await duo();
    const { seq } = await wire.say(room, 'Cake');
    for (const emoji of ['', 'x'.repeat(1_000)]) {
      expect(await change(wire, 'reaction.toggle', room, seq, { emoji })).toMatchObject({ type: 'error' });
    }
  });
});

describe('a guest', () => {
  it('of another room gets not-a-member for every verb', async () => {
    const [gus, eve] = [await cast.visitor(), await cast.visitor('Eve')];
    const { seq } = await (await gus.connect()).say(gus.room, 'Private');
    const wire = await eve.connect();
    const base = { room: gus.room, id: unique(), seq };

    for (const frame of [
      { type: 'room.open', room: gus.room },
      { type: 'message.send', room: gus.room, id: unique(), text: 'Hi' },
      { ...base, type: 'message.edit', text: 'Changed' },
      { ...base, type: 'message.delete' },
      { ...base, type: 'reaction.toggle', emoji: '👍' },
    ]) {
      expect(await wire.ask(frame), frame.type).toMatchObject({ type: 'error', code: 'not-a-member' });
    }
    wire.send({ type: 'message.read', room: gus.room, seq });
    wire.send({ type: 'typing', room: gus.room, on: true });
    await wire.roundTrip();
    expect((await gus.rest.get(`/rooms/${gus.room}`)).body.head).toBeGreaterThanOrEqual(seq);
    expect(wire.frames.filter(({ type, room }) => type !== 'error' && room === gus.room)).toEqual([]);
  });
});
