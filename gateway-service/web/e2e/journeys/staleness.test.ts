import { memoryStorage, type RoomStore, Session } from '@parlor/client';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { Cast, type Employee, type Person } from '../src/cast';
import { HostPage } from '../src/host-page';
import { LossyLink } from '../src/lossy-link';
import { launch, onThePage, startTalking } from '../src/people';
import { Stack } from '../src/stack';
import { type Json, unique, type Wire } from '../src/wire';

/** Much shorter than the real one, and much longer than a repair takes. */
const HEARTBEAT = '--parlor.gateway.socket.heartbeat=2s';
const REPAIR = ['heartbeat', 'room.open', 'room.opened'];

/** Our client, our gateway, and a link that loses one frame: neither end is told. */
describe('X4: a client that missed an entry', () => {
  let stack: Stack;
  let cast: Cast;
  let link: LossyLink;
  let ada: Employee;
  let adas: Wire;
  const sessions: Session[] = [];

  beforeAll(async () => {
    stack = await Stack.start({ properties: [HEARTBEAT] });
    cast = new Cast(stack.url);
    ada = await cast.hire('Ada', 'agent');
    adas = await ada.connect();
  });
  beforeEach(async () => (link = await LossyLink.to(stack.url)));
  afterEach(async () => {
    for (const session of sessions.splice(0)) session.stop();
    await link.stop();
  });
  afterAll(async () => {
    await cast?.leave();
    await stack?.stop();
  });

  /** A member's room, open in the real client behind the link. */
  const behindTheLink = async (member: Person, room: string): Promise<RoomStore> => {
    const session = new Session({
      owner: member.id,
      baseUrl: link.url,
      token: () => member.token,
      storage: memoryStorage(),
      webSocket: (url, protocol) => new WebSocket(url, protocol) as unknown as globalThis.WebSocket,
    });
    sessions.push(session);
    const store = session.room(room);
    store.open();
    session.start();
    await expect.poll(() => store.getSnapshot().phase).toBe('open');
    return store;
  };

  /** A group, so that no bot says anything in between, after its founding was announced and a first message sent. */
  const group = async () => {
    const ben = await cast.hire('Ben', 'agent');
    const room = await cast.group(ada, ben);
    const store = await behindTheLink(ben, room);
    const { seq } = await adas.say(room, 'Helo');
    await expect
      .poll(() =>
        store
          .getSnapshot()
          .items.map(({ kind }) => kind)
          .sort(),
      )
      .toEqual(['message', 'notice']);
    return { room, store, seq };
  };

  const texts = (store: RoomStore) =>
    store.getSnapshot().items.flatMap((item) => (item.kind === 'message' ? [item.text] : []));

  /** How the client came to know, in the order of the link. */
  const repair = () => link.since.map(({ frame }) => frame).filter(({ type }) => REPAIR.includes(type));

  const expectRepairedWithinOneHeartbeat = ({ seq }: Json) => {
    const [, asked, answered] = repair();
    expect(repair().map(({ type }) => type)).toEqual(REPAIR);
    expect(asked).toMatchObject({ after: seq - 1 });
    expect(answered).toMatchObject({ result: 'resumed', entries: [{ seq }] });
  };

  it('knows it from the next heartbeat and fetches just that', async () => {
    const { room, store } = await group();
    const losing = link
      .lose(({ type }) => type === 'message.sent')
      .then((lost) => ({ lost, shown: texts(store) }));

    await adas.say(room, 'Lost on the way');

    const { lost, shown } = await losing;
    expect(shown).toEqual(['Helo']);
    await expect.poll(() => texts(store)).toContain('Lost on the way');
    expectRepairedWithinOneHeartbeat(lost);
    expect(store.getSnapshot()).toMatchObject({ phase: 'open', head: lost.seq });
  });

  it.each([
    ['message.edited', { type: 'message.edit', text: 'Better' }, { text: 'Better' }],
    ['message.deleted', { type: 'message.delete' }, { text: '', deletedAt: expect.any(String) as string }],
    ['reaction.changed', { type: 'reaction.toggle', emoji: '🎉' }, { reactions: [{ emoji: '🎉' }] }],
  ])('gets a lost %s too', async (kind, change, seen) => {
    const { room, store, seq } = await group();
    const losing = link.lose(({ type }) => type === kind);

    await adas.ask({ ...change, room, id: unique(), seq });

    const lost = await losing;
    await expect.poll(() => store.getSnapshot().head).toBe(lost.seq);
    expectRepairedWithinOneHeartbeat(lost);
    expect(store.getSnapshot().items.find((item) => item.seq === seq)).toMatchObject(seen);
  });

  it('gets a lost notice too', async () => {
    const { room, store } = await group();
    const cleo = await cast.hire('Cleo', 'agent');
    const losing = link.lose(({ type }) => type === 'notice.posted');

    await ada.rest.put(`/rooms/${room}/members/${cleo.id}`);

    const lost = await losing;
    await expect.poll(() => store.getSnapshot().head).toBe(lost.seq);
    expectRepairedWithinOneHeartbeat(lost);
  });

  it('knows it from the next entry when that comes first, and shows both once', async () => {
    const { room, store } = await group();
    const losing = link.lose(({ type }) => type === 'message.sent', 0);

    await adas.say(room, 'First, lost');
    const lost = await losing;
    await adas.say(room, 'Second, not lost');

    await expect.poll(() => store.getSnapshot().head).toBe(lost.seq + 1);
    expect(texts(store).slice(-2)).toEqual(['First, lost', 'Second, not lost']);
    expect(repair().filter(({ type }) => type === 'room.open')).toMatchObject([{ after: lost.seq - 1 }]);
  });

  it('shows it in the widget, and the visitor does nothing', async () => {
    const browser: Browser = await launch();
    const host = await HostPage.serve(link.url);
    const page = await onThePage(browser, host.url);
    await startTalking(page, 'Gus Visitor', 'Is anybody there?');
    await page.locator('parlor-widget .line', { hasText: 'I am the assistant here' }).first().waitFor();
    const opened = (frame: Json) => frame.type === 'room.opened';
    const { room } = link.since.map(({ frame }) => frame).find(opened)!;
    await ada.rest.post(`/rooms/${room}/claim`);
    await page.getByRole('heading', { name: 'Ada' }).waitFor();
    const assigned = (frame: Json) => frame.type === 'notice.posted' && frame['notice'] === 'assigned';
    await expect.poll(() => link.since.some(({ frame }) => assigned(frame))).toBe(true);
    const losing = link.lose(({ text }) => text === 'Yes, I am.');

    await adas.say(room, 'Yes, I am.');

    const lost = await losing;
    await page.locator('parlor-widget .line', { hasText: 'Yes, I am.' }).first().waitFor();
    expectRepairedWithinOneHeartbeat(lost);
    await browser.close();
    await host.stop();
  });
});
