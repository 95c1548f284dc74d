import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { busyYear } from '../fake/stories';
import { atRest, launch, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const log = (page: Page) => page.getByRole('region', { name: /Messages with/ });

describe('a conversation of a year', () => {
  it('is gone back through without jumping', async () => {
    const { page } = await visit(browser, busyYear(), '/mine/r_long');
    const line = (number: number) => log(page).getByText(`Line ${number} of`);
    await line(600).waitFor();

    const goUp = async () => {
      await log(page).evaluate((box) => box.scrollTo(0, box.scrollTop === 200 ? 199 : 200));
      return line(400).count();
    };
    await expect.poll(goUp).toBe(1);
    const place = () => line(402).evaluate((one) => one.getBoundingClientRect().top);
    await line(402).scrollIntoViewIfNeeded();
    const before = await place();
    await atRest(page);

    expect(Math.abs((await place()) - before)).toBeLessThan(4);
    await page.getByRole('button', { name: 'Newest messages' }).click();
    await line(600).waitFor();
    await expect.poll(() => line(402).count()).toBe(0);
  });

  it('is drawn a few screens at a time, on the way up and down again', async () => {
    const { page } = await visit(browser, busyYear(), '/mine/r_long');
    const line = (number: number) => log(page).getByText(`Line ${number} of`);
    const drawn = () => log(page).getByRole('listitem').count();
    const scrollTo = (edge: 'top' | 'bottom') =>
      log(page).evaluate((box, to) => (box.scrollTop = to === 'top' ? 1 : box.scrollHeight), edge);
    await line(600).waitFor();

    await expect.poll(() => scrollTo('top').then(() => line(1).count())).toBe(1);
    expect(await line(600).count()).toBe(0);
    expect(await drawn()).toBeLessThan(260);
    await expect.poll(() => scrollTo('bottom').then(() => line(600).count())).toBe(1);

    expect(await line(1).count()).toBe(0);
    expect(await drawn()).toBeLessThan(260);
  });
});
