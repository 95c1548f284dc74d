import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { glimpse } from '../../../testing/glimpse';
import { ordinaryDay } from '../fake/stories';
import { launch, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const open = () => visit(browser, ordinaryDay(), '/widget');
const save = async (page: Page) => {
  const saved = await glimpse(page, 'Saved. New visitors see it at once.');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await saved();
};

describe('settings of the widget', () => {
  it('show in the preview at once and are saved when asked', async () => {
    const { page, gateway } = await open();

    await page.getByLabel('Brand name').fill('Fernweh');
    await page.getByRole('button', { name: 'Pill with words' }).click();
    await page.getByRole('button', { name: 'Texts' }).click();
    await page.getByLabel('Headline').fill('Where to next?');

    const preview = page.getByRole('figure', { name: 'How the widget will look' });
    await preview.getByText('Fernweh').waitFor();
    await preview.getByText('Where to next?').waitFor();
    await preview.getByText('Chat with us').waitFor();
    expect(gateway.world.widget.brand.name).toBe('Parlor');
    await save(page);
    expect(gateway.world.widget).toMatchObject({
      brand: { name: 'Fernweh' },
      style: { bubble: 'pill' },
      texts: { title: 'Where to next?' },
    });
  });

  it('can be discarded', async () => {
    const { page } = await open();

    await page.getByLabel('Brand name').fill('Fernweh');
    await page.getByText('You have changes that are not saved.').waitFor();
    await page.getByRole('button', { name: 'Discard' }).click();

    await expect.poll(() => page.getByLabel('Brand name').inputValue()).toBe('Parlor');
    await expect.poll(() => page.getByRole('button', { name: 'Save changes' }).isDisabled()).toBe(true);
  });

  it('say how well a colour can be read', async () => {
    const { page } = await open();
    const color = page.getByLabel('Brand colour').first();

    await page.getByText('Text on it: 6.4 : 1, easy to read.').first().waitFor();
    await color.fill('#ffe97a');
    await page.getByText(/on white pages the colour is faint/).waitFor();
    await color.fill('teal');
    await page.getByText('Write a colour like #0b6b5f.').waitFor();
  });

  it('say at the field what the server refuses, and keep what was typed', async () => {
    const { page, gateway } = await open();
    gateway.rest.refusals.set('PUT /settings/widget', {
      status: 422,
      code: 'invalid',
      more: { errors: [{ field: 'brand.logo', message: 'must be an http or https address, or a path' }] },
    });

    await page.getByLabel('Logo').fill('javascript:1');
    await page.getByRole('button', { name: 'Save changes' }).click();

    await page.getByText('must be an http or https address, or a path').waitFor();
    expect(await page.getByLabel('Logo').inputValue()).toBe('javascript:1');
  });

  it('set hours, nights and holidays', async () => {
    const { page, gateway } = await open();
    await page.getByRole('button', { name: 'Hours', exact: true }).click();

    await page.getByText('No hours are set, so somebody is always there.').waitFor();
    await page.getByLabel('Time zone').selectOption('Africa/Addis_Ababa');
    await page.getByRole('button', { name: 'Add hours on Friday' }).click();
    await page.getByLabel('Friday, from').fill('22:00');
    await page.getByLabel('Friday, until').fill('06:00');
    await page.getByText('until the next day').waitFor();
    await page.getByRole('button', { name: 'Add a holiday' }).click();
    await page.getByLabel('Date').fill('2026-12-25');
    await page.getByLabel('Name', { exact: true }).fill('Christmas');
    await save(page);

    const { hours } = gateway.world.widget;
    expect(hours.zone).toBe('Africa/Addis_Ababa');
    expect(hours.week.friday).toEqual([{ from: '22:00', to: '06:00' }]);
    expect(hours.week.monday).toEqual([]);
    expect(hours.holidays).toEqual([{ date: '2026-12-25', name: 'Christmas', spans: [] }]);
  });

  it('can be asked for again when they could not be loaded', async () => {
    const { page, gateway } = await open();
    gateway.rest.refusals.set('GET /settings/widget', { status: 500, code: 'internal' });
    await page.reload();

    await page.getByText('The settings could not be loaded').waitFor();
    gateway.rest.refusals.delete('GET /settings/widget');
    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByLabel('Brand name').waitFor();
  });
});
