import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { launch, NARROW, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const table = (page: Page, name: string) =>
  page.getByRole('region', { name, exact: true }).getByRole('table');

describe('reports', () => {
  it('show figures, a chart and a line for each day and each agent', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/reports');
    await page.getByRole('img', { name: 'Conversations by day' }).waitFor();

    expect(await page.locator('main dl').innerText()).toContain('37');
    expect(await page.locator('main dl').innerText()).toContain('45 secs / 4 mins');
    expect(await table(page, 'Days').getByRole('row').count()).toBe(8);
    await table(page, 'Agents')
      .getByRole('row', { name: /Bo Ferreira 16 / })
      .waitFor();
    expect(await page.locator('main svg rect').count()).toBe(7);
  });

  it('are of the period that is chosen, and can be taken along', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/reports');
    await page.getByRole('button', { name: '30 days' }).click();
    await expect.poll(() => page.locator('main svg rect').count()).toBe(30);

    await page.getByLabel('From').fill('2026-03-01');
    await page.getByLabel('To', { exact: true }).fill('2026-03-03');
    await expect.poll(() => page.locator('main svg rect').count()).toBe(3);

    const link = page.getByRole('link', { name: 'Download Agents as CSV' });
    const address = new URL((await link.getAttribute('href'))!, 'http://x');
    expect(address.pathname).toBe('/api/v1/reports/agents.csv');
    expect(Object.fromEntries(address.searchParams)).toMatchObject({ from: '2026-03-01', to: '2026-03-03' });
  });

  it('say when there is nothing, when the period makes no sense, and when they could not be loaded', async () => {
    const quiet = Object.assign(ordinaryDay(), { quiet: true });
    const { page, gateway } = await visit(browser, quiet, '/reports');
    await page.getByText('Nothing ended in this period').waitFor();

    const errors = [{ field: 'to', message: 'expected: at most 366 days in all' }];
    gateway.rest.refusals.set('GET /reports', { status: 422, code: 'invalid', more: { errors } });
    await page.getByLabel('From').fill('2020-03-01');
    await page.getByText('expected: at most 366 days in all').waitFor();
    gateway.rest.refusals.set('GET /reports', { status: 500, code: 'internal' });
    await page.getByRole('button', { name: '90 days' }).click();
    await page.getByText('The report could not be loaded').waitFor();
    gateway.rest.refusals.clear();
    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByText('Nothing ended in this period').waitFor();
  });

  it('fit on a small screen', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/reports', { viewport: NARROW });
    await page.getByRole('img', { name: 'Conversations by day' }).waitFor();

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
