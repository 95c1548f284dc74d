import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { atRest, flaws, launch, NARROW, shoot, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const navigation = (page: Page) => page.getByRole('navigation', { name: 'Main navigation' });
const links = (page: Page) => navigation(page).getByRole('link');

describe('the navigation', () => {
  it('shows every place where there is room', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine');

    await expect.poll(() => links(page).count()).toBeGreaterThan(10);
    expect(await navigation(page).getByRole('button', { name: 'More' }).count()).toBe(0);
  });

  it('keeps the first in sight on a small screen, and the others one key away', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine', { viewport: NARROW });
    await expect.poll(() => links(page).count()).toBe(4);

    await navigation(page).getByRole('button', { name: 'More' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Tags' }).waitFor();
    await atRest(page);
    await shoot(page, 'navigation-more');
    expect(await flaws(page)).toEqual([]);
    await page.keyboard.press('t');
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: 'Tags' }).first().waitFor();
    await navigation(page).getByRole('button', { name: 'More, now Tags' }).waitFor();
    await shoot(page, 'navigation-here');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  it('goes back to the whole when the screen grows', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/tags', { viewport: NARROW });
    await navigation(page).getByRole('button', { name: 'More, now Tags' }).waitFor();

    await page.setViewportSize({ width: 1440, height: 900 });

    await expect.poll(() => links(page).count()).toBeGreaterThan(10);
  });
});
