import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, startTalking, visitor } from './browser';

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

type Api = { push(command: unknown[]): unknown };

const tell = (page: Page, command: string, ...values: unknown[]) =>
  page.evaluate(
    async (given) => {
      await (Reflect.get(window, 'Parlor') as unknown as Api).push(given);
    },
    [command, ...values],
  );

describe('what a page knows besides', () => {
  it('is sent once there is a conversation, all of it together', async () => {
    const { page, gateway, complaints } = await visitor(browser);
    await tell(page, 'setAttributes', { plan: 'free', city: 'Bremen' });
    await tell(page, 'setAttributes', { plan: 'pro' });
    await page.getByRole('button', { name: 'Open chat' }).click();
    await page.getByRole('button', { name: 'Start a conversation' }).waitFor();
    expect(gateway.attributes).toEqual([]);
    await page.getByRole('button', { name: 'Close chat' }).first().click();

    await startTalking(page);

    await expect.poll(() => gateway.attributes).toEqual([{ attributes: { plan: 'pro', city: 'Bremen' } }]);
    await tell(page, 'setAttributes', { seats: 2 });
    await expect.poll(() => gateway.attributes.at(-1)).toEqual({ attributes: { seats: 2 } });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is refused to the page, and nothing of the conversation changes', async () => {
    const { page, gateway } = await visitor(browser);
    await startTalking(page);
    await page.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      const api = Reflect.get(window, 'Parlor') as unknown as Api;
      api.push(['on', 'attributes', (detail: unknown) => void heard.push(detail)]);
    });
    gateway.refusal = { status: 409, body: { code: 'too-many-attributes', title: 'No' } };

    await tell(page, 'setAttributes', { another: 'one' });

    await expect
      .poll(() => page.evaluate(() => Reflect.get(window, 'heard') as unknown))
      .toEqual([{ known: false, code: 'too-many-attributes' }]);
    await page.getByRole('region', { name: 'Conversation' }).waitFor();
    await page.context().close();
  });
});

describe('where a visitor is', () => {
  it('is told while a conversation lasts, and each page once', async () => {
    const { page, gateway } = await visitor(browser, '/page');
    await page.evaluate(() => history.pushState({}, '', '/elsewhere'));
    await page.getByRole('button', { name: 'Open chat' }).click();
    await page.getByRole('button', { name: 'Start a conversation' }).waitFor();
    expect(gateway.visits).toEqual([]);
    await page.getByRole('button', { name: 'Close chat' }).first().click();

    await startTalking(page);

    const url = new URL(page.url());
    const told = () => gateway.visits.map((one) => (one as { page: string }).page);
    await expect.poll(told).toEqual([`${url.origin}/elsewhere`]);
    expect(gateway.visits[0]).toMatchObject({
      title: 'Host',
      locale: expect.stringMatching(/^en/) as string,
    });
    expect(gateway.visits[0]).toHaveProperty('zone');
    await page.evaluate(() => history.pushState({}, '', '/basket#top'));
    await expect.poll(told).toEqual([`${url.origin}/elsewhere`, `${url.origin}/basket`]);
    gateway.change({ status: 'closed' });
    await page
      .getByText(/ended|closed/i)
      .first()
      .waitFor();
    await page.evaluate(() => history.pushState({}, '', '/after'));
    await page.evaluate(() => history.pushState({}, '', '/basket'));
    expect(told()).toHaveLength(2);
    await page.context().close();
  });
});
