import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { launch, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const integrations = () => visit(browser, ordinaryDay(), '/integrations');

async function make(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New key' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByRole('checkbox', { name: /colleagues/ }).check();
  await page.getByRole('button', { name: 'Make the key' }).click();
}

/** Makes one, and puts its secret away. */
async function made(page: Page, name: string): Promise<void> {
  await make(page, name);
  await page.getByLabel('Secret', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function choose(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

const told = (page: Page) => page.getByLabel('Secret', { exact: true }).inputValue();

describe('API keys', () => {
  it('are made for something, and their secret is shown once', async () => {
    const { page, gateway } = await integrations();
    await page.getByRole('heading', { name: 'No keys yet' }).waitFor();

    await make(page, 'Company inbox');

    expect(await told(page)).toBe(gateway.world.secrets[0]);
    await page.keyboard.press('Escape');
    await page.getByText('Company inbox').waitFor();
    await page.getByText('never used').waitFor();
    await page.reload();
    await page.getByText('Company inbox').waitFor();
    expect(await page.content()).not.toContain(gateway.world.secrets[0]);
  });

  it('want at least one thing they are for', async () => {
    const { page, gateway } = await integrations();

    await page.getByRole('button', { name: 'New key' }).click();
    await page.getByLabel('Name').fill('Company inbox');
    await page.getByRole('button', { name: 'Make the key' }).click();

    await page.getByText('Choose at least one.').waitFor();
    expect(gateway.world.apiKeys).toEqual([]);
  });

  it('end with the day that was chosen', async () => {
    const { page, gateway } = await integrations();

    await page.getByRole('button', { name: 'New key' }).click();
    await page.getByLabel('Counts until').fill('2099-05-31');
    await page.getByRole('checkbox').first().check();
    await page.getByLabel('Name').fill('Until May');
    await page.keyboard.press('Enter');
    await page.getByLabel('Secret', { exact: true }).waitFor();

    const [made] = gateway.world.apiKeys;
    expect(new Date(made?.expiresAt ?? 0).toLocaleDateString('sv')).toBe('2099-05-31');
  });

  it('get a new secret, and the old one its grace', async () => {
    const { page, gateway } = await integrations();
    await made(page, 'Company inbox');

    await choose(page, 'Company inbox', 'New secret');
    await page.getByRole('radio', { name: 'for a day' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();

    await page.getByText('The key “Company inbox” is ready').waitFor();
    expect(await told(page)).toBe(gateway.world.secrets[1]);
    await page.keyboard.press('Escape');
    await page.getByText('the old secret counts until').waitFor();
  });

  it('are revoked after a question', async () => {
    const { page, gateway } = await integrations();
    await made(page, 'Company inbox');

    await choose(page, 'Company inbox', 'Revoke');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(gateway.world.apiKeys).toHaveLength(1);
    await choose(page, 'Company inbox', 'Revoke');
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();

    await page.getByText('The key Company inbox counts no more.').first().waitFor();
    await page.getByRole('heading', { name: 'No keys yet' }).waitFor();
  });

  it('say in words what is refused, and can be asked for again', async () => {
    const { page, gateway } = await integrations();
    gateway.rest.refusals.set('POST /api-keys', { status: 409, code: 'too-many-keys' });
    await make(page, 'Company inbox');
    await page.getByText('There is no place for another key.').waitFor();
    await page.keyboard.press('Escape');

    gateway.rest.refusals.set('GET /api-keys', { status: 500, code: 'internal' });
    await page.reload();
    await page.getByRole('heading', { name: 'The keys could not be loaded' }).waitFor();
    gateway.rest.refusals.delete('GET /api-keys');
    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByRole('heading', { name: 'No keys yet' }).waitFor();
  });
});
