import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { who, type FakeRoom, type World } from '../fake/world';
import { launch, visit, type Visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

type Shown = { title: string; body: string; closed: boolean; click: () => void };
type Ears = Window & { volumes: number[]; shown: Shown[]; asked: number; looking: boolean };

/** Hears what is played, sees what is shown on the desktop, and says whether the window has the focus. */
function listen({ permission, answer }: { permission: string; answer: string }): void {
  const ears = window as unknown as Ears;
  Object.assign(ears, { volumes: [], shown: [], asked: 0, looking: true });
  document.hasFocus = () => ears.looking;
  const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode) => AudioNode;
  AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode) {
    if (this instanceof GainNode && to instanceof AudioDestinationNode) {
      ears.volumes.push(Math.round(this.gain.value * 10) / 10);
    }
    return connect.call(this, to);
  } as typeof AudioNode.prototype.connect;
  class FakeNotification {
    static permission = permission;
    static requestPermission() {
      ears.asked++;
      FakeNotification.permission = answer;
      return Promise.resolve(answer);
    }
    onclick = () => undefined;
    closed = false;
    constructor(
      readonly title: string,
      { body }: { body: string },
    ) {
      ears.shown.push({ title, body, closed: false, click: () => this.onclick() });
    }
    close() {
      for (const shown of ears.shown) if (shown.title === this.title) shown.closed = true;
    }
  }
  Object.assign(window, { Notification: FakeNotification });
}

const volumes = (page: Page) => page.evaluate(() => (window as unknown as Ears).volumes);
const shown = (page: Page) =>
  page.evaluate(() => (window as unknown as Ears).shown.map(({ title, body }) => `${title}: ${body}`));
const asked = (page: Page) => page.evaluate(() => (window as unknown as Ears).asked);

/** Touches the page where nothing is, and waits until it can be heard. */
const touch = (page: Page) => page.locator('h1:visible').first().click();

async function lookAway(page: Page): Promise<void> {
  await page.evaluate(() => {
    (window as unknown as Ears).looking = false;
    window.dispatchEvent(new Event('blur'));
  });
}

async function lookBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    (window as unknown as Ears).looking = true;
    window.dispatchEvent(new Event('focus'));
  });
}

type With = { permission?: string; answer?: string; world?: World };

/** A visit of somebody who has allowed notifications, unless it is said otherwise. */
const listening = (path: string, { permission = 'granted', answer = 'granted', world }: With = {}) =>
  visit(browser, world ?? ordinaryDay(), path, {}, (page) =>
    page.addInitScript(listen, { permission, answer }),
  );

const maya = (world: World) => world.rooms.get('r_maya') as FakeRoom;

/** Maya writes, and every socket is told. */
function writes({ gateway }: Pick<Visit, 'gateway'>, text: string, id = 'r_maya'): void {
  const room = gateway.world.rooms.get(id) as FakeRoom;
  gateway.sockets.entry(room, gateway.world.say(room, who(room.guest!, 'guest'), text, 0));
}

const wanting = (notifications: 'all' | 'mine', more: object = {}): World => {
  const world = ordinaryDay();
  world.personal = { ...world.personal, version: 1, notifications, ...more };
  return world;
};

describe('sounds', () => {
  it('are made for what is received, sent and new, each at its volume', async () => {
    const { page, gateway, complaints } = await listening('/mine/r_maya');
    await touch(page);

    writes({ gateway }, 'Is anybody there?');
    await expect.poll(() => volumes(page)).toEqual([0.5]);
    await page.getByRole('textbox', { name: 'Reply' }).fill('I am.');
    await page.keyboard.press('Enter');
    await expect.poll(() => volumes(page)).toEqual([0.5, 0.2]);
    const fresh = gateway.world.guestRoom('r_fresh', 'Fresh Guest', 'queued', 0);
    gateway.sockets.tell({ type: 'room.created', room: { ...fresh, entries: undefined } });
    await expect.poll(() => volumes(page)).toEqual([0.5, 0.2, 0.2]);

    expect(complaints).toEqual([]);
  });

  it('wait for nobody: before the page was touched nothing is played, and nothing later', async () => {
    const { page, gateway, complaints } = await listening('/mine/r_maya');

    writes({ gateway }, 'Too early');
    await page.getByText('Too early').last().waitFor();
    await touch(page);
    writes({ gateway }, 'In time');

    await expect.poll(() => volumes(page)).toEqual([0.5]);
    expect(complaints).toEqual([]);
  });

  it('are made once for a message, however many tabs are open', async () => {
    const { page, gateway } = await listening('/mine/r_maya');
    const other = await page.context().newPage();
    await other.addInitScript(listen, { permission: 'granted', answer: 'granted' });
    await other.goto(`${gateway.url}/console/mine/r_maya`);
    await other.locator('h1:visible').first().waitFor();
    await touch(other);
    await touch(page);
    const all = async () => [...(await volumes(page)), ...(await volumes(other))];

    writes({ gateway }, 'One');
    await page.getByText('One', { exact: true }).last().waitFor();
    await other.getByText('One', { exact: true }).last().waitFor();
    await expect.poll(all).toEqual([0.5]);
    writes({ gateway }, 'Two');
    await expect.poll(all).toEqual([0.5, 0.5]);
  });

  it('are made for a conversation that comes to me from the queue, not for one I accept', async () => {
    const { page, gateway } = await listening('/queue');
    const waiting = [...gateway.world.rooms.values()].filter(({ status }) => status === 'queued');
    const [given, accepted] = waiting as [FakeRoom, FakeRoom];
    await page.getByRole('button', { name: `Accept ${accepted.name}` }).waitFor();
    await touch(page);

    Object.assign(given, {
      status: 'assigned',
      assignee: { id: 'a_ada', name: 'Ada Lindqvist' },
      version: (given.version ?? 0) + 1,
    });
    gateway.sockets.changed(given);
    await expect.poll(() => volumes(page)).toEqual([0.2]);
    await page.getByRole('button', { name: `Accept ${accepted.name}` }).click();
    await page.getByRole('textbox', { name: 'Reply' }).waitFor();
    writes({ gateway }, 'Thank you', accepted.id);

    await expect.poll(() => volumes(page)).toEqual([0.2, 0.5]);
  });

  it('are not made for what I write on another device, nor while I am busy, nor when switched off', async () => {
    const { page, gateway } = await listening('/mine/r_maya');
    await touch(page);
    const { world, sockets } = gateway;
    const heard = () => volumes(page);

    sockets.entry(maya(world), world.say(maya(world), who({ id: 'a_ada', name: 'Ada' }), 'From my phone', 0));
    await page.getByText('From my phone').last().waitFor();
    sockets.tell({ type: 'presence.changed', member: 'a_ada', status: 'busy' });
    writes({ gateway }, 'While busy');
    await page.getByText('While busy').last().waitFor();
    sockets.tell({ type: 'presence.changed', member: 'a_ada', status: 'online' });
    sockets.tell({ type: 'personal.changed', settings: { ...world.personal, version: 1, sounds: false } });
    writes({ gateway }, 'While off');
    await page.getByText('While off').last().waitFor();
    sockets.tell({ type: 'personal.changed', settings: { ...world.personal, version: 2, sounds: true } });
    writes({ gateway }, 'Audible');

    await expect.poll(heard).toEqual([0.5]);
  });

  it('can be tried in the settings', async () => {
    const { page } = await listening('/settings');

    await page.getByRole('button', { name: 'Message received' }).click();

    await expect.poll(() => volumes(page)).toEqual([0.5]);
  });
});

describe('notifications', () => {
  it('are shown only while nobody looks, and lead to the conversation', async () => {
    const { page, gateway } = await listening('/mine', { world: wanting('mine') });
    writes({ gateway }, 'Seen on the screen');
    await page.getByText('Seen on the screen').first().waitFor();
    await lookAway(page);
    writes({ gateway }, 'Seen on the desktop');

    await expect.poll(() => shown(page)).toEqual(['Maya Thompson: Seen on the desktop']);
    await page.evaluate(() => (window as unknown as Ears).shown[0]?.click());
    await page.waitForURL(/\/mine\/r_maya/);
  });

  it('tell a mention apart, in a room once and in a note too, and lead to where it is', async () => {
    const { page, gateway } = await listening('/all', { world: wanting('mine') });
    await touch(page);
    await lookAway(page);
    const { world, sockets } = gateway;
    const bo = world.accounts[1]!;
    const mention = (id: string, text: string, frontroom?: string) => {
      const room = world.rooms.get(id) as FakeRoom;
      const entry = world.say(room, who(bo), text, 0, { mentions: ['a_ada'] });
      const message = { seq: entry.seq, at: entry.at, author: entry.author, text };
      sockets.tell({ type: 'mentioned', room: id, message, ...(frontroom ? { frontroom } : {}) });
      if (!frontroom) sockets.changed(room);
    };
    mention('r_desk', '@Ada Lindqvist, lunch?');
    await expect.poll(() => shown(page)).toEqual(['Bo Ferreira mentioned you: @Ada Lindqvist, lunch?']);
    mention('r_sam_back', 'Done, @Ada Lindqvist', 'r_sam');
    await expect.poll(() => shown(page)).toHaveLength(2);

    expect((await shown(page))[1]).toBe('Bo Ferreira mentioned you: Done, @Ada Lindqvist');
    expect(await volumes(page)).toEqual([0.5, 0.5]);
    await page.evaluate(() => (window as unknown as Ears).shown[1]?.click());
    await page.waitForURL(/\/mentions\/r_sam\?note=1/);
  });

  it('say nothing of the text when that is not wanted', async () => {
    const { page, gateway } = await listening('/mine', { world: wanting('mine', { preview: false }) });
    await lookAway(page);

    writes({ gateway }, 'My secret');

    await expect.poll(() => shown(page)).toEqual(['Maya Thompson: Wrote a message']);
  });

  it('of the queue come with everything, and not with my conversations', async () => {
    for (const [wish, count] of [
      ['mine', 0],
      ['all', 1],
    ] as const) {
      const { page, gateway } = await listening('/mine', { world: wanting(wish) });
      await lookAway(page);
      const fresh = gateway.world.guestRoom('r_fresh', 'Fresh Guest', 'queued', 0);
      gateway.sockets.tell({ type: 'room.created', room: { ...fresh, entries: undefined } });
      writes({ gateway }, 'And a message');

      await expect.poll(() => shown(page)).toHaveLength(count + 1);
    }
  });

  it('are not shown while another window of mine is looked at', async () => {
    const { page, gateway } = await listening('/mine', { world: wanting('mine') });
    const other = await page.context().newPage();
    await other.addInitScript(listen, { permission: 'granted', answer: 'granted' });
    await other.goto(`${gateway.url}/console/mine/r_maya`);
    await other.locator('h1:visible').first().waitFor();
    await lookAway(page);

    writes({ gateway }, 'Somebody looks');
    await other.getByText('Somebody looks').last().waitFor();
    await lookAway(other);
    writes({ gateway }, 'Nobody looks');

    const all = async () => [...(await shown(page)), ...(await shown(other))];
    await expect.poll(all).toEqual(['Maya Thompson: Nobody looks']);
  });

  it('become one digest when there are many, and go when I am back', async () => {
    const { page, gateway } = await listening('/mine', { world: wanting('mine') });
    await lookAway(page);

    for (const text of ['1', '2', '3', '4', '5']) {
      writes({ gateway }, text);
      await expect.poll(async () => (await shown(page)).length).toBeGreaterThanOrEqual(Number(text));
    }
    expect((await shown(page)).at(-1)).toBe('While you were away: News in 1 conversation');
    await lookBack(page);

    const open = () =>
      page.evaluate(() => (window as unknown as Ears).shown.filter(({ closed }) => !closed).length);
    await expect.poll(open).toBe(0);
  });

  it('of what came while there was no connection are one digest', async () => {
    const { page, gateway } = await listening('/mine', { world: wanting('mine') });
    await page.getByText('Maya Thompson').first().waitFor();
    await lookAway(page);
    const { world, sockets } = gateway;
    const room = maya(world);
    sockets.drop(1012);
    for (const text of ['One', 'Two', 'Three', 'Four']) world.say(room, who(room.guest!, 'guest'), text, 0);
    room.unread = 4;

    await expect
      .poll(() => shown(page), { timeout: 20_000 })
      .toEqual(['While you were away: News in 1 conversation']);
  });

  it('are asked for by a click in the settings, and never before', async () => {
    const { page, gateway } = await listening('/settings', { permission: 'default' });
    await touch(page);
    expect(await asked(page)).toBe(0);

    await page.getByRole('button', { name: 'My conversations' }).click();

    await page.getByText('This browser may show them.').waitFor();
    expect(await asked(page)).toBe(1);
    await expect.poll(() => gateway.world.personal.notifications).toBe('mine');
  });

  it('that the browser refuses are explained', async () => {
    const { page } = await listening('/settings', { permission: 'default', answer: 'denied' });

    await page.getByRole('button', { name: 'Everything' }).click();

    await page.getByText('This browser does not let Parlor show notifications.').waitFor();
    expect(await page.getByRole('button', { name: 'Allow in this browser' }).count()).toBe(0);
  });
});

describe('personal settings', () => {
  it('are kept, and change what other tabs look like at once', async () => {
    const { page, gateway } = await listening('/settings');
    const other = await page.context().newPage();
    await other.goto(`${gateway.url}/console/mine`);
    await other.getByRole('heading', { name: 'Mine' }).waitFor();

    await page.getByRole('button', { name: 'Dark', exact: true }).click();
    await page.getByRole('combobox', { name: 'Language' }).selectOption('de');

    await other.getByRole('heading', { name: 'Meine' }).waitFor();
    expect(await other.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    expect(gateway.world.personal).toMatchObject({ version: 2, theme: 'dark', language: 'de' });
  });

  it('go back and say so when they cannot be kept', async () => {
    const { page, gateway } = await listening('/settings');
    gateway.rest.refusals.set('PUT /accounts/me/settings', { status: 503, code: 'unreachable' });

    await page.getByRole('switch', { name: 'Play sounds for messages' }).click();

    await page.getByText('Parlor does not answer.').first().waitFor();
    expect(await page.getByRole('switch', { name: 'Play sounds for messages' }).isChecked()).toBe(true);
  });

  it('that cannot be read say so, and are asked for again', async () => {
    const world = ordinaryDay();
    const { page, gateway } = await listening('/mine', { world });
    gateway.rest.refusals.set('GET /accounts/me/settings', { status: 503, code: 'unreachable' });
    await page.goto(`${gateway.url}/console/settings`);
    await page.getByText('Your settings could not be loaded').waitFor();

    gateway.rest.refusals.clear();
    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByRole('heading', { name: 'Sounds' }).waitFor();
  });
});
