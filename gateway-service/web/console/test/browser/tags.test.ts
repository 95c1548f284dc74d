import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { launch, NARROW, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const section = (page: Page) => page.getByRole('region', { name: 'Tags' });
const list = (page: Page) => page.getByRole('region', { name: 'Mine' });

describe('tags on a conversation', () => {
  it('are put on and taken off by keyboard alone', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine/r_maya');
    const worn = () => gateway.world.rooms.get('r_maya')?.tags;
    await section(page).getByText('Delivery').waitFor();

    await page.keyboard.press('l');
    await page.getByRole('menuitem', { name: 'Complaint' }).waitFor();
    await page.keyboard.press('v');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('VIP');
    await page.keyboard.press('Enter');
    await section(page).getByText('VIP').waitFor();
    expect(worn()).toEqual(['t_delivery', 't_vip']);

    await section(page).getByRole('button', { name: 'Take Delivery off' }).press('Enter');
    await section(page).getByText('Delivery').waitFor({ state: 'detached' });
    expect(worn()).toEqual(['t_vip']);
  });

  it('show in the list, and a colleague putting one on shows at once', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine');
    await list(page).getByText('Delivery').waitFor();
    const tom = gateway.world.rooms.get('r_tom')!;

    Object.assign(tom, { tags: ['t_complaint'], version: (tom.version ?? 0) + 1 });
    gateway.sockets.changed(tom);
    await list(page).getByText('Complaint').waitFor();

    Object.assign(tom, { tags: [], version: (tom.version ?? 0) + 1 });
    gateway.sockets.changed(tom);
    await list(page).getByText('Complaint').waitFor({ state: 'detached' });
  });

  it('that are new to this console are asked for', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine');
    await list(page).getByText('Delivery').waitFor();
    gateway.world.tags = [...gateway.world.tags, { id: 't_new', name: 'Brand new', color: 'pink' }];
    const tom = gateway.world.rooms.get('r_tom')!;

    Object.assign(tom, { tags: ['t_new'], version: (tom.version ?? 0) + 1 });
    gateway.sockets.changed(tom);

    await list(page).getByText('Brand new').waitFor();
  });

  it('narrow a list to those that have one', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine');
    await list(page).getByText('Tomás Herrera').waitFor();

    await page.getByRole('button', { name: 'Filter by tag' }).click();
    await page.getByRole('menuitemradio', { name: 'Delivery' }).click();
    await list(page).getByText('Tomás Herrera').waitFor({ state: 'detached' });
    expect(await list(page).getByText('Maya Thompson').count()).toBe(1);
    await page.getByRole('menuitemradio', { name: 'VIP' }).click();
    await page.getByText('Nothing with this tag here').waitFor();

    await page.getByRole('menuitemradio', { name: 'All tags' }).click();
    await list(page).getByText('Tomás Herrera').waitFor();
  });

  it('are within reach on a small screen', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine/r_maya', { viewport: NARROW });
    await page.getByRole('textbox', { name: 'Reply' }).waitFor();

    await page.keyboard.press('l');
    await page.getByRole('menuitem', { name: 'VIP' }).click();

    await section(page).getByText('VIP').waitFor();
  });

  it('say when the list could not be loaded', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine');
    gateway.rest.refusals.set('GET /tags', { status: 500, code: 'internal' });
    await page.goto(`${gateway.url}/console/mine/r_maya`);
    await section(page).getByText('The tags could not be loaded.').waitFor();

    gateway.rest.refusals.delete('GET /tags');
    await section(page).getByRole('button', { name: 'Try again' }).click();

    await section(page).getByText('Delivery').waitFor();
  });
});

describe('the list of tags', () => {
  it('is kept by administrators', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/tags');
    const names = () => gateway.world.tags.map(({ name, color }) => [name, color]);
    await page.getByText('VIP').waitFor();

    await page.getByRole('button', { name: 'New tag' }).click();
    await page.getByLabel('Name').fill('vip');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('There is already a tag with this name.').waitFor();
    await page.getByLabel('Name').fill('Refund');
    await page.getByRole('radio', { name: 'Purple' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Refund', { exact: true }).waitFor();
    expect(names()).toContainEqual(['Refund', 'purple']);

    await page.getByRole('button', { name: 'Change Complaint' }).click();
    await page.getByLabel('Name').fill('Angry');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Angry', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Delete VIP' }).click();
    await page.getByRole('button', { name: 'Delete tag' }).click();
    await page.getByRole('button', { name: 'Delete VIP' }).waitFor({ state: 'detached' });
    expect(names()).toEqual([
      ['Delivery', 'blue'],
      ['Refund', 'purple'],
      ['Angry', 'red'],
    ]);
  });
});
