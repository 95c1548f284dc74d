import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { launch, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const URL = 'https://inbox.example/hook';
const integrations = () => visit(browser, ordinaryDay(), '/integrations');

async function register(page: Page, url: string): Promise<void> {
  await page.getByRole('button', { name: 'New webhook' }).click();
  await page.getByLabel('Address').fill(url);
  await page.getByRole('button', { name: 'Register' }).click();
}

/** One that is there, its secret told and put away. */
async function registered() {
  const visited = await integrations();
  await register(visited.page, URL);
  await visited.page.getByLabel('Secret', { exact: true }).waitFor();
  await visited.page.keyboard.press('Escape');
  return visited;
}

async function choose(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${URL}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

describe('webhooks', () => {
  it('are registered for what was chosen, and their secret is shown once', async () => {
    const { page, gateway } = await integrations();
    await page.getByRole('heading', { name: 'No webhooks yet' }).waitFor();
    await page.getByRole('button', { name: 'New webhook' }).click();
    await page.getByRole('checkbox', { name: /Edited/ }).uncheck();
    await page.getByRole('checkbox', { name: /Deleted/ }).uncheck();
    await page.getByLabel('Address').fill(URL);
    await page.keyboard.press('Enter');

    expect(await page.getByLabel('Secret', { exact: true }).inputValue()).toBe(gateway.world.secrets[0]);
    await page.keyboard.press('Escape');
    await page.getByText(URL).waitFor();
    expect(gateway.world.webhooks[0]?.types).toEqual(['message.sent', 'room.changed']);
  });

  it('say at the field what is wrong with an address', async () => {
    const { page, gateway } = await integrations();

    await register(page, 'http://10.0.0.1/');

    await page.getByText('expected: an address that begins with https://').waitFor();
    expect(await page.getByLabel('Address').getAttribute('aria-invalid')).toBe('true');
    expect(gateway.world.webhooks).toEqual([]);
  });

  it('are tested, and the answer is seen', async () => {
    const { page } = await registered();

    await choose(page, 'Send a test');

    await page.getByText('webhook.test').waitFor();
    await page.getByText('answer 204').waitFor();
    await page.getByText('41 ms').waitFor();
  });

  it('show what failed and send it again', async () => {
    const { page, gateway } = await registered();
    const failed = {
      id: 'wd_9',
      type: 'message.sent',
      state: 'failed',
      byHand: false,
      attempts: 70,
    } as const;
    gateway.world.deliveries.push({ ...failed, createdAt: gateway.world.ago(9), lastError: 'timeout' });

    await page.getByRole('button', { name: `Deliveries to ${URL}` }).click();
    await page.getByText('no answer in time').waitFor();
    await page.getByRole('button', { name: 'Send again' }).click();

    await page.getByText('Delivered').waitFor();
    expect(gateway.world.deliveries[0]?.attempts).toBe(71);
  });

  it('are paused and resumed, also after a long failure', async () => {
    const { page, gateway } = await registered();
    await choose(page, 'Pause');
    await page.getByText('Paused', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByText('Active', { exact: true }).waitFor();

    gateway.world.webhooks[0] = { ...gateway.world.webhooks[0]!, state: 'failing', waiting: 3 };
    await page.reload();
    await page.getByText('Paused after long failure').waitFor();
    await page.getByText('3 deliveries waiting').waitFor();
    await page.getByRole('button', { name: 'Resume' }).click();

    await page.getByText('Active', { exact: true }).waitFor();
  });

  it('are changed, get a new secret and are removed after a question', async () => {
    const { page, gateway } = await registered();
    await choose(page, 'Change');
    await page.getByRole('checkbox', { name: /New messages/ }).uncheck();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('3 kinds of events').waitFor();

    await choose(page, 'New secret');
    await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
    await expect.poll(() => gateway.world.secrets.length).toBe(2);
    await page.getByLabel('Secret', { exact: true }).waitFor();
    await page.keyboard.press('Escape');

    await choose(page, 'Remove');
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();

    await page.getByRole('heading', { name: 'No webhooks yet' }).waitFor();
  });

  it('can be asked for again when they could not be loaded', async () => {
    const { page, gateway } = await integrations();
    gateway.rest.refusals.set('GET /webhooks', { status: 500, code: 'internal' });
    await page.reload();
    await page.getByRole('heading', { name: 'The webhooks could not be loaded' }).waitFor();

    gateway.rest.refusals.delete('GET /webhooks');
    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByRole('heading', { name: 'No webhooks yet' }).waitFor();
  });
});
