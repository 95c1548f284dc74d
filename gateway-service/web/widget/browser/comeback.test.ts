import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, startTalking, visitor } from './browser';
import { ADA } from './fake-gateway';

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

const SECRET = `pa_${'A'.repeat(43)}`;

describe('the link of a mail', () => {
  it('opens the conversation, and is out of the address at once', async () => {
    const { page, gateway, complaints } = await visitor(browser, `/page?from=mail#${SECRET}`, {}, (gateway) =>
      gateway.post(ADA, { text: 'We do ship to Norway.' }),
    );

    await page.getByText('We do ship to Norway.').waitFor();
    expect(gateway.secrets).toEqual([SECRET]);
    expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('?from=mail');
    expect(complaints).toEqual([]);
    await page.reload();
    await page.getByText('We do ship to Norway.').waitFor();
    expect(gateway.secrets).toEqual([SECRET]);
    await page.context().close();
  });

  it('says kindly that it was used, and a new conversation can begin', async () => {
    const { page } = await visitor(browser, `/page#${SECRET}`, {}, (gateway) => gateway.secrets.push(SECRET));

    await page.getByRole('alert').getByText('This link was used already or is too old.').waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('button', { name: 'Start a conversation' }).click();
    await page.getByLabel('Name').waitFor();
    expect(page.url()).not.toContain('#');
    await page.context().close();
  });

  it('leaves the conversation there was when it does not work', async () => {
    const { page, gateway } = await visitor(browser);
    await startTalking(page, 'Do you ship to Norway?');
    await page.getByText('Delivered').waitFor();
    gateway.secrets.push(SECRET);

    await page.goto(`about:blank`);
    await page.goto(`http://parlor.test/page#${SECRET}`);

    await page.getByText('Do you ship to Norway?').waitFor();
    await page.context().close();
  });

  it('leads to no other place than the widget: other fragments stay', async () => {
    const { page, gateway } = await visitor(browser, '/page#basket');
    await page.getByRole('button', { name: 'Open chat' }).waitFor();

    expect(page.url()).toContain('#basket');
    expect(gateway.secrets).toEqual([]);
    await page.context().close();
  });
});
