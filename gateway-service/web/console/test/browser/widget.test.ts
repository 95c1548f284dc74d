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
  const saved = await glimpse(page, 'Saved. Every open widget shows it.');
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

  it('switch answers by mail off', async () => {
    const { page, gateway } = await open();
    expect(gateway.world.widget.answersByMail).toBe(true);

    await page.getByRole('button', { name: 'Form' }).click();
    await page.getByRole('switch', { name: 'Email answers to visitors who have left' }).click();
    await save(page);

    expect(gateway.world.widget.answersByMail).toBe(false);
  });

  it('can be discarded', async () => {
    const { page } = await open();

    await page.getByLabel('Brand name').fill('Fernweh');
    await page.getByText('You have changes that are not saved.').waitFor();
    await page.getByRole('button', { name: 'Discard' }).click();

    await expect.poll(() => page.getByLabel('Brand name').inputValue()).toBe('Parlor');
    await expect.poll(() => page.getByRole('button', { name: 'Save changes' }).isDisabled()).toBe(true);
  });

  it('follow what somebody else saves, and keep what is being changed here', async () => {
    const { page, gateway } = await open();
    const save = (name: string) => {
      gateway.world.widget = { ...gateway.world.widget, brand: { ...gateway.world.widget.brand, name } };
      gateway.sockets.tell({ type: 'settings.changed', setting: 'widget', at: new Date().toISOString() });
    };
    const name = page.getByLabel('Brand name');
    await name.waitFor();

    save('Fernweh');
    await expect.poll(() => name.inputValue()).toBe('Fernweh');
    await name.fill('Mine');
    save('Theirs');
    await page.getByText('Somebody else saved meanwhile.').waitFor();
    expect(await name.inputValue()).toBe('Mine');
    await page.getByRole('button', { name: 'Discard' }).click();

    await expect.poll(() => name.inputValue()).toBe('Theirs');
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

  it('O20: offer other ways to reach people, seen at once, and say what is no address', async () => {
    const { page, gateway } = await open();
    const preview = page.getByRole('figure', { name: 'How the widget will look' });
    await page.getByRole('button', { name: 'Contact', exact: true }).click();

    await page.getByLabel('Telephone').pressSequentially('+49 30 12');
    await page.getByLabel('Telegram').fill('@parlor_chat');
    await page.getByLabel('E-mail').fill('hello@shop.test');
    await page.getByRole('button', { name: 'Add a page' }).click();
    await page.getByLabel('Name of the page').fill('Mastodon');
    await page.getByLabel('Address of the page').fill('https://social.test/@shop');
    await page.getByRole('switch', { name: 'Visitors can save the contact as a vCard' }).click();
    await page.getByRole('switch', { name: 'A ribbon says 24/7' }).click();

    for (const text of ['Call', 'Telegram', 'E-mail', 'Save contact', 'Mastodon', '24/7']) {
      await preview.getByText(text, { exact: true }).waitFor();
    }
    gateway.rest.refusals.set('PUT /settings/widget', {
      status: 422,
      code: 'invalid',
      more: { errors: [{ field: 'contact.social[0].url', message: 'must be an https address' }] },
    });
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('must be an https address').waitFor();
    gateway.rest.refusals.delete('PUT /settings/widget');
    await save(page);
    expect(gateway.world.widget.contact).toMatchObject({
      phone: '+49 30 12',
      telegram: 'parlor_chat',
      email: 'hello@shop.test',
      social: [{ name: 'Mastodon', url: 'https://social.test/@shop' }],
      card: true,
      alwaysThere: true,
    });
    await page.getByRole('button', { name: 'Hours', exact: true }).click();
    await page.getByRole('button', { name: 'Add hours on Friday' }).click();
    await expect.poll(() => preview.getByText('24/7').count()).toBe(0);
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
