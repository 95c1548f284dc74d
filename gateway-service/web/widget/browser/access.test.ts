import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atRest, launch, startTalking, visitor } from './browser';
import { ADA, BOT, type FakeGateway } from './fake-gateway';

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds in the widget; once its moving parts have come to rest. */
async function violations(page: Page): Promise<string[]> {
  await atRest(page);
  await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { run } = Reflect.get(window, 'axe') as typeof axe;
    const found = await run('parlor-widget', { runOnly: tags });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, RULES);
}

async function walk(page: Page, gateway: FakeGateway): Promise<string[]> {
  const found: string[] = [];
  const look = async () => void found.push(...(await violations(page)));
  const shell = page.locator('parlor-widget');
  await shell.locator('.bubble').click();
  await shell.locator('.welcome').waitFor();
  await look();
  await shell.locator('.primary').click();
  await shell.locator('[name=name]').waitFor();
  await shell.locator('.primary').click();
  await shell.locator('.error').first().waitFor();
  await look();
  await shell.locator('[name=name]').fill('Sam');
  await shell.locator('[name=email]').fill('sam@example.org');
  await shell.locator('[name=message]').fill('Hello');
  await shell.locator('.primary').click();
  await shell.locator('.state-delivered').waitFor();
  gateway.post(BOT, { text: 'Hello, see https://example.org' });
  gateway.post(ADA, { type: 'notice.posted', notice: 'assigned', member: ADA });
  gateway.post(ADA, { text: 'Ada here' });
  await shell.getByText('Ada here', { exact: true }).waitFor();
  await look();
  gateway.refuseMessages = 'muted';
  await shell.locator('textarea').fill('No');
  await page.keyboard.press('Enter');
  await shell.locator('.state-failed').waitFor();
  await shell.locator('.chip').click();
  // Told until it is seen: the answer to the click may still be on its way, and knows no estimate.
  await expect
    .poll(() => {
      gateway.queue({ position: 2, estimatedWaitMs: 150_000 });
      return shell.locator('.queue-wait').count();
    })
    .toBe(1);
  await look();
  gateway.change({ status: 'assigned', assignee: { id: ADA.id, name: ADA.name } });
  await shell.locator('.who-name', { hasText: ADA.name }).waitFor();
  await shell.locator('.bar .icon-button:has(+ .icon-button:last-child)').click();
  await shell.locator('.question .danger').click();
  await shell.locator('.banner-warn').waitFor();
  await look();
  gateway.decline();
  await shell.locator('.banner-warn button').waitFor();
  await look();
  gateway.change({ status: 'closed' });
  await shell.locator('.closed').waitFor();
  await shell.locator('.star').first().waitFor();
  await look();
  await shell.locator('.star input').nth(3).check();
  await shell.locator('.rating-comment').waitFor();
  await look();
  await shell.locator('.rating .quiet').click();
  await shell.locator('.rating [role="status"]').waitFor();
  await look();
  return found;
}

describe('every screen passes the rules of WCAG 2.2 AA', () => {
  it.each([
    ['in the light', '/page', 'light'],
    ['in the dark', '/page', 'dark'],
    ['from right to left', '/rtl?locale=ar', 'light'],
    ['in a bright brand', '/page?color=%23ffd400&locale=de', 'light'],
    ['in a bright brand in the dark', '/page?color=%2300c2a8', 'dark'],
  ] as const)('%s', async (_, path, colorScheme) => {
    const { page, gateway } = await visitor(browser, path, { colorScheme, reducedMotion: 'reduce' });
    expect(await walk(page, gateway)).toEqual([]);
    await page.context().close();
  });

  it('can be used by keyboard alone', async () => {
    const { page, gateway } = await visitor(browser);
    await page.locator('parlor-widget .bubble').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Hi there' }).waitFor();
    const focused = () =>
      page.evaluate(() => document.querySelector('parlor-widget')?.shadowRoot?.activeElement?.className);
    await expect.poll(focused).toBe('title');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByLabel('Name').waitFor();
    await page.keyboard.type('Sam');
    await page.keyboard.press('Tab');
    await page.keyboard.type('sam@example.org');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Hello');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Delivered').waitFor();
    await page.keyboard.type('By keyboard');
    await page.keyboard.press('Enter');
    await expect.poll(() => gateway.entries.length).toBe(2);
    await page.context().close();
  });

  it('mirrors itself from right to left', async () => {
    const { page } = await visitor(browser, '/rtl?locale=ar');
    await page.locator('parlor-widget .bubble').click();
    const box = () => page.locator('parlor-widget .frame').boundingBox();
    await expect.poll(async () => (await box())?.x).toBe(20);
    expect(await page.locator('parlor-widget .title').textContent()).toBe('مرحبًا');
    await page.context().close();
  });

  it('says new messages aloud, but not those that were there', async () => {
    const { page, gateway } = await visitor(browser);
    await startTalking(page);
    gateway.post(BOT, { text: 'Said before' });
    await page.getByText('Said before', { exact: true }).waitFor();
    await page.reload();
    await page.getByText('Said before', { exact: true }).waitFor();
    const aloud = () => page.locator('parlor-widget .aloud').textContent();
    expect(await aloud()).toBe('');
    gateway.post(BOT, { text: 'Said now' });
    await expect.poll(aloud).toBe('Assistant: Said now');
    await page.context().close();
  });
});
