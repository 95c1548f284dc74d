import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { launch, NARROW, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const section = (page: Page) => page.getByRole('region', { name: 'CRM' });
const talk = (path = '/mine/r_maya') => visit(browser, ordinaryDay(), path);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe('links to the CRM beside a conversation', () => {
  it('lead to the record in a page of its own that learns nothing of this one', async () => {
    const { page } = await talk();

    const link = section(page).getByRole('link', { name: 'Thompson household (opens in a new tab)' });
    await link.waitFor();

    expect(await link.getAttribute('href')).toBe('https://crm.example/customers/C-1042');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(await section(page).getByText('Not linked').count()).toBe(3);
  });

  it('are set, changed and removed', async () => {
    const { page, gateway } = await talk();
    const kept = () => gateway.world.links.get('r_maya')?.map(({ kind, id, label }) => [kind, id, label]);

    await press(page, 'Link Lead');
    await page.getByLabel('Id in the CRM').fill('L 7/8');
    await press(page, 'Save');
    await section(page).getByText('L 7/8').waitFor();
    await press(page, 'Change Customer');
    await page.getByLabel('Label').fill('The Thompsons');
    await press(page, 'Save');
    await section(page).getByText('The Thompsons').waitFor();
    expect(kept()).toEqual([
      ['customer', 'C-1042', 'The Thompsons'],
      ['lead', 'L 7/8', 'L 7/8'],
    ]);

    await press(page, 'Change Customer');
    await press(page, 'Remove link');

    await section(page).getByText('The Thompsons').waitFor({ state: 'detached' });
    expect(kept()).toEqual([['lead', 'L 7/8', 'L 7/8']]);
  });

  it('appear when a colleague sets them', async () => {
    const { page, gateway } = await talk();
    await section(page).getByText('Thompson household').waitFor();
    const room = gateway.world.rooms.get('r_maya')!;

    gateway.world.links.set('r_maya', [{ kind: 'contact', id: '12', label: 'Maya herself' }]);
    Object.assign(room, { version: (room.version ?? 0) + 1 });
    gateway.sockets.changed(room);

    await section(page).getByText('Maya herself').waitFor();
    await section(page).getByText('Thompson household').waitFor({ state: 'detached' });
  });

  it('say at the field what the server refuses', async () => {
    const { page } = await talk();
    await press(page, 'Link Contact');
    await page.getByLabel('Id in the CRM').fill('..');

    await press(page, 'Save');

    await page.getByText('expected: an id, not dots alone').waitFor();
    expect(await page.getByLabel('Id in the CRM').inputValue()).toBe('..');
  });

  it('can be asked for again when they could not be loaded', async () => {
    const { page, gateway } = await talk();
    gateway.rest.refusals.set('GET /rooms/r_maya/links', { status: 500, code: 'internal' });
    await page.reload();
    await section(page).getByText('The links could not be loaded.').waitFor();

    gateway.rest.refusals.delete('GET /rooms/r_maya/links');
    await section(page).getByRole('button', { name: 'Try again' }).click();

    await section(page).getByText('Thompson household').waitFor();
  });

  it('are not shown where there is no guest', async () => {
    const { page } = await talk('/team/r_desk');
    await page.getByRole('heading', { name: 'Members' }).waitFor();

    expect(await section(page).count()).toBe(0);
  });

  it('are within reach on a small screen', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine/r_maya', { viewport: NARROW });
    await page.keyboard.press('i');

    await press(page, 'Link Lead');
    await page.getByLabel('Id in the CRM').fill('L-1');
    await press(page, 'Save');

    await section(page).getByText('L-1').waitFor();
  });
});

describe('where the records are', () => {
  it('is set by an administrator, with an answer at the field that is wrong', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/crm');
    await page.getByLabel('Lead').fill('http://crm.example/{id}');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('expected: an address that begins with https://').waitFor();
    expect(gateway.world.linkPatterns).not.toHaveProperty('lead');

    await page.getByLabel('Lead').fill('https://crm.example/leads/{id}');
    await page.getByRole('button', { name: 'Save' }).click();

    await page.getByText('Saved. Links lead there from now on.').waitFor();
    expect(gateway.world.linkPatterns).toMatchObject({ lead: 'https://crm.example/leads/{id}' });
  });
});
