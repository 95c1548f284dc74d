import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEY_GROUPS, keysOf } from '../../src/app/keys';
import words from '../../src/i18n/en.json';
import { ordinaryDay } from '../fake/stories';
import { launch, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const field = (page: Page) => page.getByRole('combobox', { name: 'Search conversations, pages and actions' });
const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply' });

async function choose(page: Page, typed: string, wanted: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await field(page).fill(typed);
  await page.getByRole('option', { name: wanted, selected: true }).waitFor();
  await page.keyboard.press('Enter');
}

describe('the command palette', () => {
  it('goes to a conversation by a few letters of its name', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/queue');

    await choose(page, 'mathom', 'Maya Thompson');

    await page.getByRole('heading', { level: 1, name: 'Maya Thompson' }).waitFor();
    expect(page.url()).toMatch(/\/all\/r_maya$/);
  });

  it('goes to every page of an administrator, and says what else leads there', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine');
    const places = page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link');
    await expect.poll(() => places.count()).toBeGreaterThan(10);
    const withSettings = (await places.count()) + 1;

    await page.keyboard.press('Control+k');
    const pages = page.getByRole('group', { name: 'Pages' }).getByRole('option');
    await expect.poll(() => pages.count()).toBe(withSettings);
    await page.keyboard.press('Escape');
    await choose(page, 'peo', 'People');

    await page.getByRole('heading', { name: 'People' }).waitFor();
  });

  it('does what the open conversation offers, and the focus is where it leads', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine/r_maya');

    await choose(page, 'write note', 'Write a note');
    const note = page.getByRole('textbox', { name: 'Note' });
    await expect.poll(() => note.evaluate((input) => input === document.activeElement)).toBe(true);
    await choose(page, 'reso', 'Resolve');

    await expect.poll(() => gateway.world.rooms.get('r_maya')?.status).toBe('resolved');
  });

  it('opens while somebody writes, without single keys too, and gives the focus back', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine/r_maya', {}, (fresh) =>
      fresh.addInitScript(() => localStorage.setItem('parlor.shortcuts', 'off')),
    );
    await reply(page).fill('Half a sen');
    await reply(page).focus();

    await page.keyboard.press('Control+k');
    await field(page).waitFor();
    await page.keyboard.press('Escape');

    await expect.poll(() => reply(page).evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await reply(page).inputValue()).toBe('Half a sen');
  });

  it('goes through the choices by arrows, around the ends, and says when nothing fits', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine');
    await page.keyboard.press('Control+k');
    await page.getByRole('option', { selected: true }).waitFor();
    const chosen = () => page.getByRole('option', { selected: true }).textContent();
    const first = await chosen();

    await page.keyboard.press('ArrowUp');
    expect(await chosen()).toContain('This overview');
    await page.keyboard.press('ArrowDown');
    expect(await chosen()).toBe(first);
    await field(page).fill('zzzz qqqq');

    await page.getByText('Nothing fits.').waitFor();
    expect(await page.getByRole('option').count()).toBe(0);
  });
});

describe('the overview', () => {
  it('shows every key of the table', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine');

    await page.keyboard.press('?');

    const dialog = page.getByRole('dialog');
    for (const keys of KEY_GROUPS.flatMap((group) => keysOf(group))) {
      const row = dialog
        .locator('dl > div')
        .filter({ has: page.getByText(words.shortcuts.key[keys], { exact: true }) });
      expect(await row.locator('kbd').allTextContents()).toHaveLength(keys.split(' ').length);
    }
  });
});
