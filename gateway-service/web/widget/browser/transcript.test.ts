import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, startTalking, visitor } from './browser';

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

const OPEN = { name: 'Send this conversation by e-mail' };
const talking = async (transcript: boolean) => {
  const visit = await visitor(browser, '/page', {}, (gateway) => {
    gateway.settings = { features: { transcript } };
  });
  await startTalking(visit.page);
  await visit.page.getByText('Delivered').waitFor();
  return visit;
};

describe('a conversation by e-mail', () => {
  it('is sent to the address the visitor gave, by keyboard, and it is said aloud', async () => {
    const { page, gateway, complaints } = await talking(true);
    await page.getByRole('button', OPEN).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Send this conversation to sam@example.org?').waitFor();
    expect(gateway.transcripts).toEqual([]);

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    await page.getByRole('status').getByText('It is on its way to sam@example.org.').waitFor();
    expect(gateway.transcripts).toMatchObject([{ room: 'r_1', language: 'en' }]);
    expect(complaints).toEqual([]);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.context().close();
  });

  it('can be left alone', async () => {
    const { page, gateway } = await talking(true);
    await page.getByRole('button', OPEN).click();
    await page.getByRole('button', { name: 'Not now' }).click();

    await page.getByText('Send this conversation to').waitFor({ state: 'detached' });
    expect(gateway.transcripts).toEqual([]);
    await page.context().close();
  });

  it('says when it was sent often enough', async () => {
    const { page, gateway } = await talking(true);
    gateway.refusal = { status: 429, body: { code: 'too-many-transcripts', title: 'Too many' } };
    await page.getByRole('button', OPEN).click();
    await page.getByRole('button', { name: 'Send it' }).click();

    await page.getByRole('alert').getByText('It was sent often enough for today.').waitFor();
    await page.context().close();
  });

  it('can still be had when the conversation has ended', async () => {
    const { page, gateway } = await talking(true);
    gateway.change({ status: 'closed' });
    await page.getByText('This conversation has ended').waitFor();

    await page.getByRole('button', OPEN).click();
    await page.getByRole('button', { name: 'Send it' }).click();

    await page.getByText('It is on its way to').waitFor();
    expect(gateway.transcripts).toHaveLength(1);
    await page.context().close();
  });

  it('is not offered where no mail is sent', async () => {
    const { page } = await talking(false);

    expect(await page.getByRole('button', OPEN).count()).toBe(0);
    await page.context().close();
  });
});
