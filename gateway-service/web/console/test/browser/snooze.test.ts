import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { launch, NARROW, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const list = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

describe('snoozing', () => {
  it('takes a conversation out of mine until it comes back', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine/r_maya');
    const maya = gateway.world.rooms.get('r_maya')!;

    await page.keyboard.press('z');
    await page.getByRole('button', { name: /^Tomorrow morning/ }).press('Enter');
    await page.getByText(/^Snoozed until/).waitFor();
    await list(page, 'Mine').getByText('Maya Thompson').waitFor({ state: 'detached' });
    expect(new Date(maya.snoozedUntil!).getTime()).toBeGreaterThan(Date.now());

    await page.getByRole('link', { name: 'Snoozed' }).click();
    await list(page, 'Snoozed').getByText('Maya Thompson').waitFor();
    Reflect.deleteProperty(maya, 'snoozedUntil');
    Object.assign(maya, { version: (maya.version ?? 0) + 1 });
    gateway.sockets.changed(maya);

    await page.getByText('Nothing is snoozed').waitFor();
    await page.getByRole('link', { name: 'Mine' }).click();
    await list(page, 'Mine').getByText('Maya Thompson').waitFor();
  });

  it('takes a time of one’s own, which must be to come', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine/r_maya');
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Snooze' }).click();

    await page.getByLabel('Another time').fill('2020-01-01T09:00');
    await page.getByRole('dialog').getByRole('button', { name: 'Snooze' }).click();
    await page.getByText('Choose a time that is still to come.').waitFor();
    await page.getByLabel('Another time').fill('2040-01-01T09:30');
    await page.getByRole('dialog').getByRole('button', { name: 'Snooze' }).click();

    await page.getByText(/^Snoozed until .*2040/).waitFor();
    expect(gateway.world.rooms.get('r_maya')?.snoozedUntil).toBe(new Date(2040, 0, 1, 9, 30).toISOString());
  });

  it('is over when one takes it up again', async () => {
    const world = ordinaryDay();
    Object.assign(world.rooms.get('r_maya')!, { snoozedUntil: '2040-01-01T09:00:00.000Z' });
    const { page } = await visit(browser, world, '/snoozed/r_maya');

    await page.getByRole('note').getByRole('button', { name: 'Bring back now' }).click();

    await page.getByText('Nothing is snoozed').waitFor();
  });

  it('is within reach on a small screen', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine/r_maya', { viewport: NARROW });

    await page.keyboard.press('z');
    await page.getByRole('button', { name: /^Next week/ }).click();

    await page.getByText(/^Snoozed until/).waitFor();
  });
});
