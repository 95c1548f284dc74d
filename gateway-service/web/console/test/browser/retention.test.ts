import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { ada } from '../fake/world';
import { launch, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const GUESTS = 'Conversations with guests: days after they were closed';
const GROUPS = 'Groups, teams and announcements: days after the last message';

describe('retention', () => {
  it('says before what would be erased, and asks before it is', async () => {
    const world = Object.assign(ordinaryDay(), { oldConversations: 12 });
    const { page } = await visit(browser, world, '/retention');

    await page.getByText('Nothing would be erased at the next run.').waitFor();
    await page.getByLabel(GUESTS).fill('90');
    await page.getByText('12 conversations would be erased at the next run.').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(world.retention.guest).toBeUndefined();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save and erase' }).click();

    await page.getByText('Saved. It counts from now on.').first().waitFor();
    expect(world.retention).toEqual({ guest: 90, group: 365 });
  });

  it('is saved without a question when nothing would go, and nothing typed is for ever', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/retention');

    await page.getByLabel(GROUPS).fill('');
    await page.getByRole('button', { name: 'Save', exact: true }).click();

    await page.getByText('Saved. It counts from now on.').first().waitFor();
    expect(gateway.world.retention).toEqual({});
    expect(await page.getByRole('dialog', { name: 'Erase what is old?' }).count()).toBe(0);
  });

  it('takes whole days only', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/retention');

    for (const wrong of ['0', '3651', '1.5', 'soon']) {
      await page.getByLabel(GUESTS).fill(wrong);
      await page.getByText('Whole days from 1 to 3650, or nothing').waitFor();
      expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
    }
    await page.getByRole('button', { name: 'Discard' }).click();
    expect(await page.getByLabel(GUESTS).inputValue()).toBe('');
  });

  it('that cannot be loaded can be asked for again, and what cannot be counted is said', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine');
    gateway.rest.refusals.set('GET /retention', { status: 503, code: 'unavailable' });
    gateway.rest.refusals.set('GET /retention/preview', { status: 503, code: 'unavailable' });

    await page.getByRole('link', { name: 'Retention' }).click();
    await page.getByText('The times could not be loaded').waitFor();
    gateway.rest.refusals.delete('GET /retention');
    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByText('What would be erased could not be counted.').waitFor();
  });
});

describe('a legal hold', () => {
  it('is put on and lifted in the details, for the conversation and for the guest', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine/r_maya');
    const maya = gateway.world.rooms.get('r_maya')!;

    await page.getByRole('switch', { name: 'Hold this conversation' }).press('Space');
    await page.getByText('On legal hold: nothing here is erased.').waitFor();
    expect(maya.held).toEqual(['room']);
    await page.getByRole('switch', { name: 'Hold everything of this guest' }).click();
    await page.getByText(/^Everything of this guest is on legal hold/).waitFor();
    await page.getByRole('switch', { name: 'Hold everything of this guest' }).click();
    await page.getByRole('switch', { name: 'Hold this conversation' }).click();

    await page.getByText('Nothing is held. What is old may be erased.').waitFor();
    expect(maya.held).toEqual([]);
  });

  it('stays as it was when the server refuses, and it is said why', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine/r_maya');
    gateway.rest.refusals.set('PUT /rooms/r_maya/holds/room', { status: 403, code: 'not-allowed' });

    const hold = page.getByRole('switch', { name: 'Hold this conversation' });
    await hold.click();

    await page.getByText('You are not allowed to do this.').first().waitFor();
    expect(await hold.isChecked()).toBe(false);
  });

  it('stops the erasing of a guest, and says so', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/guests');
    gateway.rest.refusals.set('POST /guests/g_maya/erasure', { status: 409, code: 'legal-hold' });

    await page.getByRole('button', { name: 'Erase Maya Thompson' }).click();
    await page.getByLabel('Type “Maya Thompson” to confirm').fill('Maya Thompson');
    await page.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();

    await page.getByText('On legal hold. Nothing of it is erased until the hold is lifted.').waitFor();
  });

  it('is a label for those who only answer guests', async () => {
    const world = ordinaryDay();
    Object.assign(world.rooms.get('r_maya')!, { held: ['room'] });
    const { page } = await visit(browser, world, '/mine');
    const account = { ...ada, roles: ['agent'] };
    await page.route('**/api/v1/session', (route) => route.fulfill({ json: { account } }));
    await page.goto(`${page.url()}/r_maya`);

    await page.getByText('On legal hold: nothing here is erased.').waitFor();
    expect(await page.getByRole('switch', { name: 'Hold this conversation' }).count()).toBe(0);
  });
});
