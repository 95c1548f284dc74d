import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { glimpse } from '../../../testing/glimpse';
import { busyYear, ordinaryDay } from '../fake/stories';
import { who, type FakeRoom, type World } from '../fake/world';
import { atRest, launch, shoot, visit } from './support';

/** After this error and closing code a client does not come back by itself. */
const FOR_AN_HOUR = { type: 'error', code: 'too-many', message: 'Come back later', retryAfterMs: 3_600_000 };
const TOO_MANY = 4429;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const room = (world: World, id: string): FakeRoom => {
  const found = world.rooms.get(id);
  if (!found) throw new Error(`no room ${id}`);
  return found;
};
const guestOf = (one: FakeRoom) => who(one.guest ?? { id: 'g', name: 'Guest' }, 'guest');
const composer = (page: Page) => page.getByRole('textbox', { name: /^(Reply|Note)$/ });
const texts = (one: FakeRoom) =>
  one.entries.flatMap((entry) => (entry.type === 'message.sent' ? [entry.text] : []));
const log = (page: Page) => page.getByRole('region', { name: /Messages with/ });
/** Presses two keys that count together only shortly one after the other, as often as a stall comes between them. */
const leads = (page: Page, keys: readonly [string, string], path: RegExp) =>
  expect
    .poll(async () => {
      for (const key of keys) await page.keyboard.press(key);
      return page.url();
    })
    .toMatch(path);
const nav = (page: Page, name: RegExp) => page.getByRole('navigation').getByRole('link', { name });

describe('signing in', () => {
  it('says what is wrong and then lets one in', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/queue');
    gateway.rest.signedIn = false;
    await page.reload();

    await page.getByLabel('Email').fill('ada@parlor.local');
    await page.getByLabel('Password').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Email and password do not match.').waitFor();
    await page.getByLabel('Password').fill('correct horse battery');
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: 'Queue' }).waitFor();
  });

  it('counts down when there were too many tries', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/');
    gateway.rest.signedIn = false;
    gateway.rest.refusals.set('POST /session', { status: 429, code: 'too-many' });
    await page.reload();

    await page.getByLabel('Email').fill('ada@parlor.local');
    await page.getByLabel('Password').fill('x');
    await page.keyboard.press('Enter');

    await page.getByText(/Try again in \d+ seconds/).waitFor();
    expect(await page.getByRole('button', { name: 'Sign in' }).isDisabled()).toBe(true);
  });

  it('begins again when the session ends elsewhere', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine');

    gateway.sockets.drop(4401);

    await page.getByText('Your session has ended').waitFor();
  });
});

describe('the queue', () => {
  it('W3: shows on a card by which way, from where and with what words somebody came, oldest first', async () => {
    const world = ordinaryDay();
    const yusuf = room(world, 'r_yusuf');
    for (const text of ['One', 'Two', 'Three']) world.say(yusuf, guestOf(yusuf), text, 1);
    const { page, gateway } = await visit(browser, world, '/queue');
    const card = page.getByRole('article').filter({ hasText: 'Yusuf Demir' });
    const lines = () =>
      card.getByRole('list', { name: 'Last messages of Yusuf Demir' }).getByRole('listitem').allInnerTexts();

    await expect.poll(async () => (await lines()).length).toBe(5);
    expect((await lines())[0]).toContain('Assistant: I can look that up.');
    expect((await lines()).slice(2)).toEqual(['One', 'Two', 'Three']);
    expect(await card.innerText()).toContain('shop.example/account/invoices');
    expect(await page.getByRole('article').filter({ hasText: 'Léa Moreau' }).innerText()).toContain(
      'Instagram',
    );
    gateway.sockets.entry(yusuf, world.say(yusuf, guestOf(yusuf), 'Four', 0));
    await expect
      .poll(lines)
      .toEqual([expect.stringContaining('I would rather'), 'One', 'Two', 'Three', 'Four']);
  });

  it('W3: shows the desk in numbers, as they change', async () => {
    const world = ordinaryDay();
    const { page, gateway } = await visit(browser, world, '/queue');
    const figure = (name: string) =>
      page.getByLabel('The desk in numbers').locator('div', { hasText: name }).locator('dd').innerText();

    await expect.poll(() => figure('waiting')).toBe('3');
    expect(await figure('average wait')).toMatch(/^2 min/);
    gateway.sockets.tell({ type: 'queue.changed', ...world.numbers(), waiting: 12, closedToday: 40 });

    await expect.poll(() => figure('waiting')).toBe('12');
    expect(await figure('closed today')).toBe('40');
  });

  it('W3: can be searched', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/queue');
    await page.getByRole('button', { name: 'Accept Yusuf Demir' }).waitFor();

    await page.getByRole('searchbox', { name: 'Search names and messages' }).fill('walnut');

    await page.getByRole('button', { name: 'Accept Yusuf Demir' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Accept Léa Moreau' }).waitFor();
  });

  it('moves no button when what was said before has been loaded', async () => {
    const held: Route[] = [];
    const { page } = await visit(browser, ordinaryDay(), '/queue', {}, (fresh) =>
      fresh.route('**/rooms/r_yusuf/timeline*', (route) => void held.push(route)),
    );
    const accept = page.getByRole('button', { name: 'Accept Léa Moreau' });
    await page.getByText('Is the walnut table still available in 180 cm?').waitFor();
    await expect.poll(() => held.length).toBe(1);
    await atRest(page);
    const before = await accept.boundingBox();

    await held[0]!.continue();
    await page.getByText('I can look that up.').waitFor();
    await atRest(page);

    expect(await accept.boundingBox()).toEqual(before);
  });

  it('gives a guest to the one who accepts', async () => {
    const world = ordinaryDay();
    const { page } = await visit(browser, world, '/queue');

    await page.getByRole('button', { name: 'Accept Léa Moreau' }).click();

    await page.waitForURL(/\/mine\/r_lea/);
    await composer(page).fill('Hello Léa!');
    await page.keyboard.press('Enter');
    await expect.poll(() => texts(room(world, 'r_lea'))).toContain('Hello Léa!');
  });

  it('tells the loser who won', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/queue');
    const claimedBy = { id: 'a_bo', name: 'Bo Ferreira' };
    gateway.rest.refusals.set('POST /rooms/r_lea/claim', {
      status: 409,
      code: 'already-claimed',
      more: { claimedBy },
    });

    const told = await glimpse(page, 'Bo Ferreira was faster');
    await page.getByRole('button', { name: 'Accept Léa Moreau' }).click();

    await told();
  });

  it('grows and shrinks by itself', async () => {
    const world = ordinaryDay();
    const { page, gateway } = await visit(browser, world, '/queue');
    const fresh = world.guestRoom('r_fresh', 'Fresh Guest', 'queued', 0);
    world.say(fresh, guestOf(fresh), 'Anybody there?', 0);

    gateway.sockets.tell({ type: 'room.created', room: { ...fresh, entries: undefined } });
    await page.getByRole('button', { name: 'Accept Fresh Guest' }).waitFor();
    Object.assign(fresh, { status: 'assigned', assignee: { id: 'a_bo', name: 'Bo' }, version: 2 });
    gateway.sockets.changed(fresh);

    await page.getByRole('button', { name: 'Accept Fresh Guest' }).waitFor({ state: 'detached' });
  });
});

describe('a guest who would like to end', () => {
  const asking = (world: World, id: string) =>
    Object.assign(room(world, id), { endAskedAt: world.ago(0), version: 7 });

  it('W6: is let go by the agent, or kept', async () => {
    const world = ordinaryDay();
    const { page, gateway } = await visit(browser, world, '/mine/r_maya');
    const banner = page.getByText('Maya Thompson would like to end the conversation.');
    await composer(page).waitFor();
    expect(await banner.count()).toBe(0);

    gateway.sockets.changed(asking(world, 'r_maya'));
    await banner.waitFor();
    await page
      .getByRole('link', { name: /Maya Thompson/ })
      .getByText('Wants to end')
      .waitFor();
    await page.getByRole('button', { name: 'Go on talking' }).click();
    await banner.waitFor({ state: 'detached' });
    expect(room(world, 'r_maya').entries.at(-1)).toMatchObject({ notice: 'end-declined' });

    gateway.sockets.changed(Object.assign(asking(world, 'r_maya'), { version: 20 }));
    await banner.waitFor();
    await page.getByRole('button', { name: 'End it' }).click();
    await banner.waitFor({ state: 'detached' });
    await page.getByText('This conversation is closed. Reopen it to write.').waitFor();
  });
});

describe('a conversation', () => {
  it('sends notes to the back room and never to the guest', async () => {
    const world = ordinaryDay();
    const { page } = await visit(browser, world, '/mine/r_maya');
    await composer(page).waitFor();

    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Note' }).fill('Secret: she is a regular.');
    await page.keyboard.press('Enter');

    await expect.poll(() => texts(room(world, 'r_maya_back'))).toContain('Secret: she is a regular.');
    expect(texts(room(world, 'r_maya'))).not.toContain('Secret: she is a regular.');
  });

  it('keeps a draft for each room and kind', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine/r_maya');
    await composer(page).fill('half a reply');
    await page.getByRole('button', { name: 'Note' }).click();
    await page.getByRole('textbox', { name: 'Note' }).fill('half a note');

    await page.getByRole('link', { name: /Tomás Herrera/ }).click();
    await expect.poll(() => composer(page).inputValue()).toBe('');
    await page.getByRole('link', { name: /Maya Thompson/ }).click();

    await expect.poll(() => composer(page).inputValue()).toBe('half a reply');
    await page.getByRole('button', { name: 'Note' }).click();
    await expect.poll(() => composer(page).inputValue()).toBe('half a note');
  });

  it('edits the last message with the arrow up', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine/r_tom');
    await log(page).getByText('left rail').waitFor();
    await composer(page).press('ArrowUp');
    await expect.poll(() => composer(page).inputValue()).toContain('left rail');

    await composer(page).fill('It is the right rail.');
    await page.keyboard.press('Enter');

    await log(page).getByText('It is the right rail.').waitFor();
    await log(page).getByText('Edited').waitFor();
  });

  it('asks before a message is deleted for everyone', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine/r_tom');
    await log(page).getByText('left rail').hover();

    await log(page).getByRole('button', { name: 'Actions for the message of Ada Lindqvist' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();

    await log(page).getByText('This message was deleted.').waitFor();
  });

  it('cannot be answered before it is accepted, and says so', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/queue/r_yusuf');

    await page.getByText('Accept to reply').waitFor();
    expect(await composer(page).count()).toBe(0);
    const told = await glimpse(page, 'The conversation is yours.');
    await page.keyboard.press('a');
    await composer(page).waitFor();
    await told();

    // News of what was done does not take the keys away.
    await composer(page).press('Escape');
    await leads(page, ['g', 'u'], /\/unassigned/);
  });

  it('shows what is on its way, and that it waits while the connection is away', async () => {
    const world = ordinaryDay();
    const { page, gateway } = await visit(browser, world, '/mine/r_tom');
    await composer(page).waitFor();
    gateway.sockets.tell(FOR_AN_HOUR);
    gateway.sockets.drop(TOO_MANY);

    await page.getByRole('status').getByText('Connection lost').waitFor();
    await composer(page).fill('Are you still there?');
    await page.keyboard.press('Enter');
    await page.getByText('Waiting to be sent').waitFor();
    await shoot(page, 'offline-light');
    await page.getByRole('button', { name: 'Try now' }).click();

    await expect.poll(() => texts(room(world, 'r_tom'))).toContain('Are you still there?');
    await page.getByText('Delivered').waitFor();
    await page.getByText('Connection lost').waitFor({ state: 'detached' });
  });

  it('shows who is typing and forgets it', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine/r_tom');
    await log(page).getByText('left rail').waitFor();

    const typing = await glimpse(page, 'Tomás Herrera is typing…');
    gateway.sockets.tell({
      type: 'typing',
      room: 'r_tom',
      member: 'g_r_tom',
      name: 'Tomás Herrera',
      on: true,
    });

    await typing();
    await page.getByText('Tomás Herrera is typing…').waitFor({ state: 'detached' });
  });
});

describe('lists', () => {
  it('count what is unread in the title and the navigation, live', async () => {
    const world = ordinaryDay();
    const { page, gateway } = await visit(browser, world, '/queue');
    await expect.poll(() => page.title()).toBe('(2) Parlor');

    const tom = room(world, 'r_tom');
    gateway.sockets.entry(tom, world.say(tom, guestOf(tom), 'News!', 0));

    await expect.poll(() => page.title()).toBe('(3) Parlor');
    await nav(page, /Mine.*2 unread conversations/).waitFor();
  });

  it('are walked with J and K', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine');
    await page.getByRole('link', { name: /Maya Thompson/ }).waitFor();

    await page.keyboard.press('j');
    await page.waitForURL(/r_maya/);
    await page.keyboard.press('j');
    await page.waitForURL(/r_tom/);
    await page.keyboard.press('k');

    await page.waitForURL(/r_maya/);
  });

  it('are reached by two keys, and search with a slash', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine');
    await page.getByRole('link', { name: /Maya Thompson/ }).waitFor();

    await leads(page, ['g', 'a'], /\/all/);
    await page.keyboard.press('/');
    await page.keyboard.type('twice a');

    await expect
      .poll(() => page.getByRole('list', { name: 'All conversations' }).getByRole('listitem').count())
      .toBe(1);
  });

  it('draw only what is in sight', async () => {
    const { page } = await visit(browser, busyYear(), '/mine');
    const items = page.getByRole('list', { name: 'Mine' }).getByRole('listitem');
    await items.first().waitFor();

    expect(await items.count()).toBeLessThan(40);
  });
});
