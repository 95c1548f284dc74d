import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, startTalking, visitor } from './browser';
import type { FakeGateway } from './fake-gateway';

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

const bubble = (page: Page) => page.locator('parlor-widget button.bubble');
const accent = (page: Page) =>
  page.locator('parlor-widget').evaluate((host) => getComputedStyle(host).getPropertyValue('--accent'));

function save(gateway: FakeGateway): void {
  gateway.settings = {
    brand: { name: 'Fernweh', primaryColor: '#7a3e1d' },
    texts: { bubble: 'Ask us', title: 'Where to next?' },
    style: { bubble: 'pill', icon: 'headset' },
  };
  gateway.send({ type: 'settings.changed', setting: 'widget', at: new Date().toISOString() });
}

describe('settings that are saved while a widget is open', () => {
  it('reach a conversation by its socket', async () => {
    const { page, gateway } = await visitor(browser);
    await startTalking(page);
    await page.getByText('Delivered').waitFor();

    save(gateway);

    await page.getByRole('heading', { name: 'Fernweh' }).waitFor();
    expect(await accent(page)).toBe('#7a3e1d');
    await page.keyboard.press('Escape');
    await expect.poll(() => bubble(page).textContent()).toBe('Ask us');
    expect(await bubble(page).locator('.icon-headset').count()).toBe(1);
    await page.context().close();
  });

  it('reach a welcome screen within 20 s', async () => {
    const { page, gateway } = await visitor(browser);
    await page.clock.install();
    await bubble(page).click();
    await page.getByRole('heading', { name: 'Hi there' }).waitFor();
    await expect.poll(() => gateway.asked.length).toBe(2);

    save(gateway);
    await page.clock.fastForward(21_000);

    await page.getByRole('heading', { name: 'Where to next?' }).waitFor();
    expect(await accent(page)).toBe('#7a3e1d');
    await page.context().close();
  });

  it('take the widget away when it is switched off, but not from who is talking', async () => {
    const { page, gateway } = await visitor(browser);
    await startTalking(page);
    await page.getByText('Delivered').waitFor();
    const asked = gateway.asked.length;

    gateway.settings = { enabled: false };
    gateway.send({ type: 'settings.changed', setting: 'widget', at: new Date().toISOString() });
    await expect.poll(() => gateway.asked.slice(asked)).toContain('/widget');

    await page.getByRole('region', { name: 'Conversation' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('parlor-widget').isVisible()).toBe(false);
    await page.context().close();
  });
});
