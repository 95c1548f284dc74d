import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { launch, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const guests = () => visit(browser, ordinaryDay(), '/guests');

describe('guests', () => {
  it('are found, and everything kept of one is a download', async () => {
    const { page } = await guests();

    await page.getByRole('searchbox', { name: 'Search by name, email or phone' }).fill('yusuf');
    await page.getByText('Maya Thompson').waitFor({ state: 'detached' });

    const link = page.getByRole('link', { name: 'Export everything kept of Yusuf' });
    expect(await link.getAttribute('href')).toBe('/api/v1/guests/g_yusuf/export');
    await page.getByRole('searchbox').fill('nobody like this');
    await page.getByText('Nobody found').waitFor();
  });

  it('are erased only when their name is typed, by the keyboard alone', async () => {
    const { page, gateway } = await guests();

    await page.getByRole('button', { name: 'Erase Maya Thompson' }).press('Enter');
    const field = page.getByLabel('Type “Maya Thompson” to confirm');
    await field.fill('Maya');
    await page.keyboard.press('Enter');
    await page.getByText('That is not the name.').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(gateway.world.erasures).toEqual([]);
    await field.fill('Maya Thompson');
    await page.keyboard.press('Enter');

    await page.getByText('The guest is being erased.').first().waitFor();
    await page.getByText('Maya Thompson').waitFor({ state: 'detached' });
    expect(gateway.world.guests.map(({ id }) => id)).toEqual(['g_yusuf']);
  });

  it('leave a receipt that shows how far it is until it is done', async () => {
    const { page } = await guests();

    await page.getByRole('button', { name: 'Erase Yusuf' }).click();
    await page.getByLabel('Type “Yusuf” to confirm').fill('Yusuf');
    await page.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();

    await page.getByText(/Being erased: [1-3] of 4 parts done/).waitFor();
    await page.getByText(/^Erased on/).waitFor();
    await page.getByText('41 entries, 1 file').waitFor();
    await page.getByText('Decided by Ada Lindqvist').waitFor();
  });

  it('stay when the server refuses, and it is said why', async () => {
    const { page, gateway } = await guests();
    gateway.rest.refusals.set('POST /guests/g_maya/erasure', { status: 403, code: 'not-allowed' });

    await page.getByRole('button', { name: 'Erase Maya Thompson' }).click();
    await page.getByLabel('Type “Maya Thompson” to confirm').fill('Maya Thompson');
    await page.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();

    await page.getByRole('dialog').getByRole('alert').waitFor();
    expect(gateway.world.guests).toHaveLength(2);
  });

  it('that cannot be loaded can be asked for again', async () => {
    const world = ordinaryDay();
    const { page, gateway } = await visit(browser, world, '/mine');
    gateway.rest.refusals.set('GET /guests', { status: 503, code: 'unavailable' });

    await page.getByRole('link', { name: 'Guests', exact: true }).click();
    await page.getByText('The guests could not be loaded').waitFor();
    gateway.rest.refusals.delete('GET /guests');
    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByText('Maya Thompson').first().waitFor();
  });
});
