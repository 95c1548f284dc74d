import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { busyYear, ordinaryDay } from '../fake/stories';
import { who, type FakeRoom, type World } from '../fake/world';
import { atRest, flaws, launch, NARROW, shoot, visit, type Visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const list = (page: Page, name: string) => page.getByRole('list', { name, exact: true });
const item = (page: Page, name: RegExp) => list(page, 'All conversations').getByRole('link', { name });
const note = (page: Page) => page.getByRole('textbox', { name: 'Note' });
const log = (page: Page) => page.getByRole('region', { name: /Messages with/ });
const gone = (page: Page) => page.getByRole('alert').getByText('This conversation is no longer here');
const room = (world: World, id: string) => world.rooms.get(id) as FakeRoom;

/** A conversation that may be read again, with its notes. */
function back({ gateway }: Pick<Visit, 'gateway'>, front: FakeRoom, notes: FakeRoom): void {
  for (const one of [front, notes]) gateway.world.rooms.set(one.id, one);
  Object.assign(front, { version: (front.version ?? 0) + 1 });
  gateway.sockets.changed(front);
}

describe('a conversation that may not be read any more', () => {
  it('leaves the lists at once, and its neighbours close ranks', async () => {
    const world = ordinaryDay();
    const { page, gateway } = await visit(browser, world, '/all');
    const sam = room(world, 'r_sam');
    const notes = room(world, 'r_sam_back');
    await item(page, /Sam Whitfield/).waitFor();
    const entries = list(page, 'All conversations').getByRole('listitem');
    const before = await entries.count();

    gateway.sockets.left(sam);
    await item(page, /Sam Whitfield/).waitFor({ state: 'detached' });
    await atRest(page);

    const boxes = await Promise.all((await entries.all()).map((entry) => entry.boundingBox()));
    const places = boxes.map((box) => box ?? { y: 0, height: 0 }).toSorted((a, b) => a.y - b.y);
    expect(places).toHaveLength(before - 1);
    const gaps = places.slice(1).map(({ y }, index) => y - places[index]!.y - places[index]!.height);
    expect(gaps.filter((gap) => Math.abs(gap) > 1)).toEqual([]);
    back({ gateway }, sam, notes);
    await item(page, /Sam Whitfield/).waitFor();
  });

  it('leaves the queue, and the number of those who wait follows', async () => {
    const world = ordinaryDay();
    const { page, gateway } = await visit(browser, world, '/queue');
    await page.getByRole('link', { name: /Queue.*3 guests waiting/ }).waitFor();

    gateway.sockets.left(room(world, 'r_lea'));

    await page.getByRole('button', { name: 'Accept Léa Moreau' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /Queue.*2 guests waiting/ }).waitFor();
  });

  it('moves nothing under the eyes of who reads further down', async () => {
    const { page, gateway } = await visit(browser, busyYear(), '/mine');
    const read = list(page, 'Mine').getByRole('link', { name: /Guest 1024/ });
    await list(page, 'Mine').getByRole('link').first().waitFor();
    await list(page, 'Mine').evaluate(({ parentElement: scroller }) => scroller?.scrollTo(0, 62 * 20));
    await read.waitFor();
    await atRest(page);
    const before = await read.boundingBox();
    const height = () => list(page, 'Mine').evaluate(({ offsetHeight }: HTMLElement) => offsetHeight);
    const whole = await height();

    gateway.sockets.left(room(gateway.world, 'r_many5'));
    gateway.sockets.left(room(gateway.world, 'r_tom'));
    await expect.poll(height).toBeLessThan(whole - 62);
    await atRest(page);

    expect(await read.boundingBox()).toEqual(before);
  });

  it('leaves what was found, by its name, by what was said and by what was noted', async () => {
    const world = ordinaryDay();
    world.say(room(world, 'r_sam_back'), who(room(world, 'r_sam').assignee!), 'Jersey is twice a week.', 30);
    const { page, gateway } = await visit(browser, world, '/all');
    const hits = list(page, 'Messages').getByRole('link', { name: /twice a week/ });
    await page.getByRole('searchbox', { name: 'Search names and messages' }).fill('twice a week');
    await expect.poll(() => hits.count()).toBe(2);
    await item(page, /Sam Whitfield/).waitFor();

    gateway.sockets.left(room(world, 'r_sam'));

    await expect.poll(() => hits.count()).toBe(0);
    await item(page, /Sam Whitfield/).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('Sam Whit');
    await page.getByText('Nothing fits.').waitFor();
    expect(await page.getByRole('option', { name: 'Sam Whitfield' }).count()).toBe(0);
  });

  it('says so kindly where it is open, keeps what was typed, and is there again when it comes back', async () => {
    const world = ordinaryDay();
    const visited = await visit(browser, world, '/all/r_sam');
    const { page, gateway, complaints } = visited;
    const [sam, notes] = [room(world, 'r_sam'), room(world, 'r_sam_back')];
    await page.getByRole('button', { name: 'Note' }).click();
    await note(page).fill('Ask the carrier about Jersey.');

    gateway.sockets.left(sam);
    await gone(page).waitFor();
    await page.getByText('A colleague has it now, or it was erased.').waitFor();
    expect(await page.getByLabel('Your unsent note').inputValue()).toBe('Ask the carrier about Jersey.');
    expect(await page.getByText('We do, twice a week.').count()).toBe(0);
    back(visited, sam, notes);
    await log(page).getByText('We do, twice a week.').waitFor();
    await page.getByRole('button', { name: 'Note' }).click();

    await expect.poll(() => note(page).inputValue()).toBe('Ask the carrier about Jersey.');
    expect(complaints.filter((text) => !/403/.test(text))).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has a way back to the list in %s, on a small screen', async (look) => {
    const world = ordinaryDay();
    const options = { viewport: NARROW, colorScheme: look };
    const { page, gateway } = await visit(browser, world, '/all/r_sam', options);
    await log(page).waitFor();
    gateway.sockets.left(room(world, 'r_sam'));
    await gone(page).waitFor();
    await atRest(page);
    await shoot(page, `gone-${look}-narrow`);
    expect(await flaws(page)).toEqual([]);

    await page.getByRole('button', { name: 'Back to the list' }).click();

    await page.waitForURL(/\/all$/);
    await item(page, /Maya Thompson/).waitFor();
  });

  it('is gone after an absence too', async () => {
    const world = ordinaryDay();
    const { page, gateway } = await visit(browser, world, '/all/r_sam');
    await log(page).getByText('We do, twice a week.').waitFor();
    const opened = gateway.sockets.heard.length;

    for (const id of ['r_sam', 'r_sam_back', 'r_nora']) world.rooms.delete(id);
    gateway.sockets.drop();

    await gone(page).waitFor();
    await item(page, /Sam Whitfield/).waitFor({ state: 'detached' });
    await item(page, /Nora Bergström/).waitFor({ state: 'detached' });
    expect(gateway.sockets.heard.length).toBeGreaterThan(opened);
  });

  it('is not brought back by the answer to what gave it away', async () => {
    const world = ordinaryDay();
    const { page, gateway } = await visit(browser, world, '/mine/r_tom');
    await log(page).getByText('left rail').waitFor();
    await page.route('**/rooms/r_tom/transfer', async (route) => {
      const answer = await route.fetch();
      gateway.sockets.left(room(world, 'r_tom'));
      await gone(page).waitFor();
      await route.fulfill({ response: answer });
    });

    await page.keyboard.press('t');
    await page
      .getByRole('dialog')
      .getByRole('option', { name: /Bo Ferreira/ })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Transfer' }).click();
    await gone(page).waitFor();
    await page.getByText('Transferred.').first().waitFor();

    await list(page, 'Mine')
      .getByRole('link', { name: /Tomás Herrera/ })
      .waitFor({ state: 'detached' });
    await gone(page).waitFor();
  });
});

describe('the assignment of guests', () => {
  it.each([
    { look: 'light', options: { colorScheme: 'light' } },
    { look: 'dark', options: { colorScheme: 'dark' } },
    { look: 'narrow', options: { viewport: NARROW } },
    { look: 'rtl', options: { locale: 'ar', viewport: NARROW } },
  ] as const)('shows what agents see with nothing axe finds wrong in $look', async ({ look, options }) => {
    const { page } = await visit(browser, ordinaryDay(), '/routing', options);
    const own = page.locator('input[name="visibility"][value="own"]');
    await own.check();
    await own.scrollIntoViewIfNeeded();
    await atRest(page);

    await shoot(page, `visibility-${look}`);
    expect(await flaws(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});
