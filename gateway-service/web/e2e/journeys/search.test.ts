import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PATIENCE } from '../../testing/patience';
import { Cast, type Employee, PASSWORD, type Visitor } from '../src/cast';
import { atTheConsole, launch } from '../src/people';
import { Stack } from '../src/stack';
import { unique } from '../src/wire';

/** Old messages and how they are found again. The steps build on each other. */
describe('searching what was said', () => {
  let stack: Stack;
  let browser: Browser;
  let cast: Cast;
  let ada: Employee;
  let ben: Employee;
  let gus: Visitor;
  let page: Page;
  let group: string;

  beforeAll(async () => {
    stack = await Stack.start();
    browser = await launch();
    cast = new Cast(stack.url);
    [ada, ben] = [await cast.hire('Ada Lindqvist', 'agent'), await cast.hire('Ben Okafor', 'agent')];
    gus = await cast.visitor('Gus Visitor', { message: 'Does the walnut table fit through a narrow door?' });
    group = await cast.group(ben, await cast.administrator());
    page = await atTheConsole(browser, stack, { email: ada.email, password: PASSWORD });
  });
  afterAll(async () => {
    await cast.leave();
    await browser.close();
    await stack.stop();
  });

  const say = (who: Employee | Visitor, room: string, text: string) =>
    who.rest.put(`/rooms/${room}/messages/${unique()}`, { text });
  const field = () => page.getByRole('searchbox', { name: 'Search names and messages' });
  const hits = () => page.getByRole('list', { name: 'Messages', exact: true });
  const marked = () => page.locator('[data-marked]');

  it('F5 O17 W3: a word finds the message, and the conversation opens at it', async () => {
    for (let n = 0; n < 15; n++) await say(gus, gus.room, `And one more thing, number ${n}`);

    await field().fill('waln');
    await hits()
      .getByRole('link', { name: /walnut table/ })
      .click();

    await expect.poll(() => marked().innerText()).toContain('Does the walnut table fit');
    expect(await hits().locator('mark').first().innerText()).toBe('walnut');
  });

  it('F5: what was edited is found by its new words, what was deleted no more', async () => {
    const socket = await gus.connect();
    const [edited, deleted] = [
      await say(gus, gus.room, 'Teak, then'),
      await say(gus, gus.room, 'Teak, never'),
    ];
    await socket.ask({ type: 'room.open', room: gus.room });
    await socket.ask({
      type: 'message.edit',
      room: gus.room,
      id: unique(),
      seq: edited.body.seq,
      text: 'Ébène',
    });
    await socket.ask({ type: 'message.delete', room: gus.room, id: unique(), seq: deleted.body.seq });

    const found = async (words: string) =>
      (await ada.rest.get(`/search?q=${words}`)).body.items.map(({ seq }) => seq);
    await vi.waitFor(async () => expect(await found('ebene')).toEqual([edited.body.seq]), PATIENCE);
    await vi.waitFor(async () => expect(await found('teak')).toEqual([]), PATIENCE);
  });

  it('F5: nobody finds what is said where they are not', async () => {
    await say(ben, group, 'The teak surprise is for Ada');

    expect((await ben.rest.get('/search?q=surprise')).body.items).toHaveLength(1);
    expect((await ada.rest.get('/search?q=surprise')).body.items).toEqual([]);
    expect((await ada.rest.get(`/rooms/${group}/search?q=surprise`)).status).toBe(403);
    expect((await gus.rest.get(`/rooms/${gus.room}/search?q=walnut`)).body.items).toHaveLength(1);
    expect((await gus.rest.get('/search?q=walnut')).status).toBe(403);
  });

  it('F5: the open conversation is searched by itself', async () => {
    await page.getByRole('button', { name: 'Search in this conversation' }).click();
    await page.getByRole('searchbox', { name: 'Search in this conversation' }).fill('"number 7"');
    await page
      .getByRole('region', { name: 'Search in this conversation' })
      .getByRole('link', { name: /number 7/ })
      .click();

    await expect.poll(() => marked().innerText()).toContain('And one more thing, number 7');
  });
});
