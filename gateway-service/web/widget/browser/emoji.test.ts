import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atRest, launch, startTalking, visitor } from './browser';

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

const field = (page: Page) => page.getByRole('textbox', { name: 'Write a message' });
const button = (page: Page) => page.getByRole('button', { name: 'Choose an emoji' });
const picker = (page: Page) => page.getByRole('dialog', { name: 'Choose an emoji' });

async function talking(path = '/page') {
  const seen = await visitor(browser, path);
  await startTalking(seen.page);
  await seen.page.getByText('Delivered').waitFor();
  return seen;
}

describe('emoji', () => {
  it('come with the first press and go where the caret is', async () => {
    const { page, gateway, complaints } = await talking();
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await field(page).fill('Hello  there');
    await field(page).evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(6, 6));

    await button(page).click();
    await picker(page).getByRole('button', { name: 'coffee' }).click();
    await expect.poll(() => field(page).inputValue()).toBe('Hello ☕ there');
    expect(await field(page).evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(7);
    await page.keyboard.press('Enter');

    await expect
      .poll(() => gateway.entries.map((entry) => 'text' in entry && entry.text))
      .toContain('Hello ☕ there');
    expect(loaded.filter((path) => path.includes('/widget/emoji-'))).toHaveLength(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('are found and chosen by keyboard alone, and Escape closes them first', async () => {
    const { page } = await talking();
    await button(page).focus();
    await page.keyboard.press('Enter');
    await picker(page).getByRole('button').first().waitFor();
    await page.keyboard.type('thumbs');
    await expect.poll(() => picker(page).getByRole('button').count()).toBe(2);

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => field(page).inputValue()).toBe('👎');
    await button(page).click();
    await picker(page).waitFor();
    await page.keyboard.press('Escape');

    await expect.poll(() => picker(page).count()).toBe(0);
    expect(await page.locator('parlor-widget .frame[data-open]').count()).toBe(1);
    await page.context().close();
  });

  it('say when nothing is found, and close by a press elsewhere', async () => {
    const { page } = await talking();
    await button(page).click();
    await page.getByRole('searchbox', { name: 'Search emoji' }).fill('zzz');
    await picker(page).getByText('Nothing found').waitFor();

    await page.getByRole('region', { name: 'Conversation' }).click();

    await expect.poll(() => picker(page).count()).toBe(0);
    await page.context().close();
  });

  it('can be read by everybody on a narrow phone', async () => {
    const { page } = await talking();
    await page.setViewportSize({ width: 320, height: 560 });
    await button(page).click();
    await picker(page).getByRole('button').first().waitFor();
    await atRest(page);
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { run } = Reflect.get(window, 'axe') as typeof axe;
      const { violations } = await run('parlor-widget');
      return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
    });

    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.context().close();
  });
});
