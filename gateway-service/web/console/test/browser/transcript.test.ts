import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { flaws, launch, shoot, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('a conversation by e-mail', () => {
  it('is sent to the guest after a question', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine/r_maya');
    await page.getByRole('button', { name: 'Send by email' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('without your notes').waitFor();
    expect(await flaws(page)).toEqual([]);
    await shoot(page, 'transcript');

    await dialog.getByRole('button', { name: 'Send', exact: true }).click();

    await page.getByText('The conversation is on its way to').first().waitFor();
    expect(gateway.world.transcripts).toEqual(['r_maya']);
  });

  it.each([
    ['mail-off', 409, 'This Parlor sends no email.'],
    ['no-email', 409, 'There is no email address for this conversation.'],
    ['too-many-transcripts', 429, 'It was sent often enough for one day.'],
  ])('that is not sent says why: %s', async (code, status, words) => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine/r_maya');
    gateway.rest.refusals.set('POST /guests/transcripts', { status, code });
    await page.getByRole('button', { name: 'Send by email' }).click();

    await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();

    await page.getByRole('dialog').getByText(words).waitFor();
    expect(gateway.world.transcripts).toEqual([]);
  });
});
