import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { launch, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('emoji in the composer', () => {
  it('are found by words and go where the caret is', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine/r_maya');
    const reply = page.getByRole('textbox', { name: 'Reply' });
    await reply.fill('Thanks  a lot');
    await reply.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(7, 7));

    await page.getByRole('button', { name: 'Choose an emoji' }).click();
    await page.getByRole('searchbox', { name: 'Search emoji' }).fill('cof');
    await page.keyboard.press('Enter');

    await expect.poll(() => reply.inputValue()).toBe('Thanks ☕ a lot');
    await expect
      .poll(() => reply.evaluate((area: HTMLTextAreaElement) => area === document.activeElement))
      .toBe(true);
    expect(await reply.evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(8);
  });

  it('are reached by arrows and left by Escape', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine/r_maya');
    const reply = page.getByRole('textbox', { name: 'Reply' });
    await reply.waitFor();

    await page.getByRole('button', { name: 'Choose an emoji' }).click();
    await page.getByRole('button', { name: 'grin' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => reply.inputValue()).toBe('😃');
    await page.getByRole('button', { name: 'Choose an emoji' }).click();
    await page.getByRole('searchbox', { name: 'Search emoji' }).waitFor();
    await page.keyboard.press('Escape');

    await expect.poll(() => page.getByRole('searchbox', { name: 'Search emoji' }).count()).toBe(0);
  });
});
