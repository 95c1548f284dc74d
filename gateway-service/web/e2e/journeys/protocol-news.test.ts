import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { PATIENCE } from '../../testing/patience';
import { Cast, type Employee } from '../src/cast';
import { ID, TIME } from '../src/claims';
import { type Json, unique, type Wire } from '../src/wire';

const cast = new Cast(inject('parlor'));
let ada: Employee;
let ben: Employee;

beforeAll(async () => {
  [ada, ben] = await Promise.all([cast.hire('Ada Lindqvist', 'agent'), cast.hire('Ben Okafor', 'agent')]);
});
afterAll(() => cast.leave());

const about = (type: string, room: string) => (frame: Json) =>
  frame.type === type && (frame['room'] as unknown as Json).id === room;
const inRoom = (type: string, room: string) => (frame: Json) => frame.type === type && frame.room === room;

async function together(): Promise<[string, Wire, Wire]> {
  const room = await cast.group(ada, ben);
  const [hers, his] = [await ada.connect(), await ben.connect()];
  for (const wire of [hers, his]) await wire.open(room);
  return [room, hers, his];
}

/** Hangs up what a test opened, as one account may have ten sockets. */
const done = (...wires: Wire[]) => Promise.all(wires.map((wire) => wire.close()));

describe.concurrent('a read mark', () => {
  it('is told to the others, counts, and never goes back', async () => {
    const [room, hers, his] = await together();
    const first = await hers.say(room, 'One');
    const second = await hers.say(room, 'Two');

    his.send({ type: 'message.read', room, seq: second.seq });
    const mark = (frame: Json) => inRoom('message.read', room)(frame) && frame['member'] === ben.id;
    expect(await hers.heard(mark)).toMatchObject({ room, member: ben.id, seq: second.seq });
    his.send({ type: 'message.read', room, seq: first.seq });
    const third = await hers.say(room, 'Three');
    his.send({ type: 'message.read', room, seq: third.seq });
    await hers.heard((frame) => mark(frame) && frame.seq === third.seq);

    expect(hers.frames.filter(mark).map(({ seq }) => seq)).toEqual([second.seq, third.seq]);
    const unread = async () => (await ben.rest.get(`/rooms/${room}`)).body['unread'];
    await vi.waitFor(async () => expect(await unread()).toBe(0), PATIENCE);
    await done(hers, his);
  });

  it('beyond the head reads what is there', async () => {
    const [room, hers, his] = await together();
    await hers.say(room, 'One');

    his.send({ type: 'message.read', room, seq: 1_000_000 });
    await hers.heard((frame) => inRoom('message.read', room)(frame) && frame['member'] === ben.id);

    const later = await hers.say(room, 'Two');
    await his.heard((frame) => inRoom('message.sent', room)(frame) && frame.seq === later.seq);
    const unread = async () => (await ben.rest.get(`/rooms/${room}`)).body['unread'];
    await vi.waitFor(async () => expect(await unread()).toBeGreaterThan(0), PATIENCE);
    await done(hers, his);
  });
});

describe.concurrent('typing', () => {
  it('is told to the others and not to oneself, at most once in 3 s', async () => {
    const [room, hers, his] = await together();
    const heard = () => his.frames.filter(inRoom('typing', room));
    // Before the first signal until after the second was heard: a stall makes that longer, never shorter.
    const since = performance.now();

    while (heard().length < 2) {
      hers.send({ type: 'typing', room, on: true });
      await hers.roundTrip();
      await pause(100); // as fast as somebody types
    }

    expect(performance.now() - since).toBeGreaterThan(2_900);
    expect(heard()[0]).toMatchObject({
      member: ada.id,
      name: ada.name,
      on: true,
    });
    expect(hers.all('typing')).toEqual([]);
    await done(hers, his);
  });
});

describe.concurrent('presence', () => {
  it('is told with every status, and offline with when one was last seen', async () => {
    const dan = await cast.hire('Dan Reyes', 'agent');
    const watch = await ben.connect();
    const wire = await dan.connect();
    const told = (status: string) => (frame: Json) =>
      frame.type === 'presence.changed' && frame['member'] === dan.id && frame.status === status;
    await watch.heard(told('online'));

    for (const status of ['busy', 'away', 'online']) {
      const before = watch.frames.length;
      wire.send({ type: 'presence', status });
      await watch.heard((frame) => told(status)(frame) && watch.frames.indexOf(frame) >= before);
    }
    await wire.close();

    const offline = await watch.heard(told('offline'));
    expect(offline['lastSeen']).toMatch(TIME);
    await done(watch);
  });
});

describe.concurrent('a heartbeat', () => {
  it('comes every 25 s and names the heads of open rooms', async () => {
    const [room, hers, his] = await together();
    const { seq } = await hers.say(room, 'One');

    const beat = await hers.heard('heartbeat');

    expect(beat['at']).toMatch(TIME);
    expect(beat['heads']).toEqual({ [room]: seq });
    await done(hers, his);
  });
});

describe.concurrent('news of rooms', () => {
  it('come to members when one is made, changed, or written in, opened or not', async () => {
    const [hers, his] = [await ada.connect(), await ben.connect()];

    const room = await cast.group(ada, ben);
    for (const wire of [hers, his]) {
      const created = await wire.heard(about('room.created', room));
      expect(created['room']).toMatchObject({
        kind: 'group',
        name: 'A group',
        createdAt: expect.stringMatching(TIME),
      });
    }
    await hers.say(room, 'Hello');

    // The room itself is told as well, maybe before anything is said in it.
    const changed = await his.heard(
      (frame) => about('room.changed', room)(frame) && 'lastMessage' in (frame['room'] as unknown as Json),
    );
    expect(changed['room']).toMatchObject({
      id: room,
      lastMessage: { text: 'Hello', author: { id: ada.id } },
    });
    await done(hers, his);
  });

  it('of guests come to agents, with the backroom, and to the guest, without', async () => {
    const staff = await ada.connect();
    const gus = await cast.visitor();
    const guest = await gus.connect();
    await guest.open(gus.room);

    const created = (await staff.heard(about('room.created', gus.room)))['room'] as unknown as Json;
    expect(created).toMatchObject({ kind: 'guest', status: 'open', guest: { id: gus.id, name: gus.name } });
    const backroom = created['backroom'] as string;
    expect(backroom).toMatch(ID);
    await gus.rest.post(`/rooms/${gus.room}/handoff`);
    await ada.rest.post(`/rooms/${gus.room}/claim`);
    for (const wire of [staff, guest]) {
      const assigned = (frame: Json) =>
        about('room.changed', gus.room)(frame) && (frame['room'] as unknown as Json).status === 'assigned';
      expect((await wire.heard(assigned))['room']).toMatchObject({
        assignee: { id: ada.id, name: ada.name },
      });
    }

    await staff.open(backroom);
    await staff.say(backroom, 'A regular, be generous');
    await staff.heard(inRoom('message.sent', backroom));
    await staff.say(gus.room, 'Anything else?');
    const marker = (frame: Json) =>
      inRoom('message.sent', gus.room)(frame) && frame.text === 'Anything else?';
    await guest.heard(marker);

    expect(await guest.open(backroom)).toMatchObject({ type: 'error', code: 'not-a-member' });
    expect(await guest.say(backroom, 'Hi')).toMatchObject({ type: 'error', code: 'not-a-member' });
    const answers = guest.frames.filter(({ type }) => type !== 'error');
    expect(JSON.stringify(answers)).not.toMatch(new RegExp(`${backroom}|backroom|generous`));
    await done(staff, guest);
  });

  it('of others never come', async () => {
    const eve = await (await cast.visitor('Eve')).connect();
    const outsider = await (await cast.hire('Otto', 'agent')).connect();
    const [room, hers, his] = await together();
    const gus = await cast.visitor('Gus Unseen');
    await (await gus.connect()).say(gus.room, 'Private');
    await hers.say(room, 'Between us');
    await his.heard(about('room.changed', room));
    await outsider.heard(about('room.changed', gus.room));

    await Promise.all([eve.roundTrip(), outsider.roundTrip()]);

    expect(JSON.stringify(eve.frames)).not.toContain(gus.room);
    expect(JSON.stringify([...eve.frames, ...outsider.frames])).not.toContain(room);
    await done(hers, his, eve, outsider);
  });

  it('that one is not a member any more end the flow at once', async () => {
    const [room, hers, his] = await together();

    const gone = await ada.rest.delete(`/rooms/${room}/members/${ben.id}`);

    expect(gone.status).toBeLessThan(300);
    expect(await his.heard('room.left')).toMatchObject({ room });
    const since = his.frames.length;
    const { seq } = await hers.say(room, 'Just us now');
    await hers.heard((frame) => inRoom('message.sent', room)(frame) && frame.seq === seq);
    expect(await his.open(room)).toMatchObject({ type: 'error', code: 'not-a-member' });
    // Who writes is looked up elsewhere than who reads, where it may be news a moment later.
    const refused = async () => expect((await his.say(room, 'Hello?')).code).toBe('not-a-member');
    await vi.waitFor(refused, { ...PATIENCE, interval: 1_000 });
    expect(his.frames.slice(since).filter(inRoom('message.sent', room))).toEqual([]);
    expect((await ben.rest.get(`/rooms/${room}`)).body.code).toBe('not-a-member');
    await done(hers, his);
  });
});

describe('a room of a guest', () => {
  it('is read by every agent and written by the one who has it', async () => {
    const gus = await cast.conversation(ada);
    const [hers, his] = [await ada.connect(), await ben.connect()];

    expect((await his.open(gus.room)).type).toBe('room.opened');
    expect(await his.say(gus.room, 'Me too')).toMatchObject({ type: 'error', code: 'not-allowed' });
    const id = unique();
    expect(await hers.say(gus.room, 'Hello', id)).toMatchObject({ type: 'message.ack', id });
    expect(await his.heard(inRoom('message.sent', gus.room))).toMatchObject({ id, author: { id: ada.id } });
    await done(hers, his);
  });

  it('that is closed is written by nobody', async () => {
    const gus = await cast.conversation(ada);
    const [hers, his] = [await ada.connect(), await gus.connect()];
    await hers.open(gus.room);
    await ada.rest.post(`/rooms/${gus.room}/close`);
    await hers.heard((frame) => inRoom('notice.posted', gus.room)(frame) && frame['notice'] === 'closed');
    for (const wire of [hers, his]) {
      expect(await wire.say(gus.room, 'Too late')).toMatchObject({ type: 'error', code: 'room-closed' });
    }
    await done(hers, his);
  });
});
