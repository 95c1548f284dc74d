import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { busyYear, ordinaryDay } from '../fake/stories';
import { who, type FakeRoom } from '../fake/world';
import { atRest, flaws, launch, NARROW, shoot, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search names and messages' });
const hits = (page: Page) => page.getByRole('list', { name: 'Messages', exact: true });
const log = (page: Page) => page.getByRole('region', { name: /Messages with/ });
const marked = (page: Page) => page.locator('[data-marked]');

describe('searching names and texts', () => {
  it('F5 O17: groups conversations and messages and opens the message that was chosen', async () => {
    const { page, complaints } = await visit(browser, ordinaryDay(), '/mine');

    await field(page).fill('harbour');
    const lane = hits(page).getByRole('link', { name: /14 Harbour Lane, third floor/ });
    await lane.waitFor();

    expect(await lane.locator('mark').innerText()).toBe('Harbour');
    expect(await lane.innerText()).toContain('Maya Thompson');
    await page.getByRole('region', { name: 'Conversations' }).getByText('Nothing found').waitFor();
    await atRest(page);
    expect(await flaws(page)).toEqual([]);
    await shoot(page, 'search-wide');

    await lane.click();
    await expect.poll(() => marked(page).innerText()).toContain('14 Harbour Lane, third floor');
    await expect.poll(() => lane.getAttribute('aria-current')).toBe('location');
    await shoot(page, 'search-marked');
    expect(complaints).toEqual([]);
  });

  it('F5: finds by keyboard, also a note, and marks it', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine');

    await page.keyboard.press('/');
    await page.keyboard.type('ground floor');
    await hits(page).getByRole('link').first().waitFor();
    await hits(page).getByRole('link').first().focus();
    await page.keyboard.press('Enter');

    await expect.poll(() => marked(page).innerText()).toContain('counts as ground floor');
    expect(page.url()).toContain('/r_maya?note=');
  });

  it('F5: shows a message that is far back among its neighbours, and goes on in both directions', async () => {
    const world = busyYear();
    const long = world.rooms.get('r_long') as FakeRoom;
    for (let n = 0; n < 300; n++) world.say(long, who(long.guest ?? long, 'guest'), `More ${n}`, 800 - n);
    const { page } = await visit(browser, world, '/mine');

    await field(page).fill('Line 42 of');
    await hits(page).getByRole('link').first().click();

    await expect.poll(() => marked(page).innerText()).toContain('Line 42 of a long story');
    await page.getByRole('button', { name: 'Show later messages' }).click();
    await log(page).getByText('Line 90 of a long story').waitFor();
    await page.getByRole('button', { name: 'Newest messages' }).click();
    await log(page).getByText('More 299').waitFor();
    expect(page.url()).not.toContain('at=');
  });

  it('F5: says that nothing was found, that it failed, and tries again', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine');

    await field(page).fill('x');
    await page.getByText('Type at least 2 characters.').waitFor();
    await field(page).fill('zebra');
    await page.getByText('No message says that.').waitFor();
    gateway.rest.refusals.set('GET /search', { status: 503, code: 'search-too-long' });
    await field(page).fill('harbour');
    await page.getByText('Messages could not be searched.').waitFor();
    gateway.rest.refusals.clear();
    await page.getByRole('button', { name: 'Try again' }).click();

    await hits(page).getByRole('link').first().waitFor();
  });

  it('F5: searches the open conversation, page after page', async () => {
    const { page } = await visit(browser, busyYear(), '/mine/r_long');
    await log(page).getByText('Line 600 of a long story').waitFor();

    await page.keyboard.press('f');
    await page.getByRole('searchbox', { name: 'Search in this conversation' }).fill('goes on');
    await hits(page).getByRole('link').first().waitFor();
    await page.getByRole('button', { name: 'Search further back' }).click();
    await page.getByText('40 messages found').waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');

    expect(await page.getByRole('searchbox', { name: 'Search in this conversation' }).count()).toBe(0);
  });

  it('F5: fits a narrow screen, also from right to left', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine', { viewport: NARROW, colorScheme: 'dark' });

    await field(page).fill('العملاء');
    await hits(page).getByRole('link').first().waitFor();
    await atRest(page);

    expect(await flaws(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await shoot(page, 'search-narrow');
  });
});
