import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { ada } from '../fake/world';
import { launch, NARROW, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
const agent = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const own = (page: Page, name: string) => page.getByRole('textbox', { name: `Capacity of ${name}` });

describe('the assignment of guests', () => {
  it('has a policy and a capacity that are saved together', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/routing');
    await page.getByRole('radio', { name: /Whoever accepts/ }).waitFor();
    expect(await save(page).isDisabled()).toBe(true);

    await page.getByRole('radio', { name: /Each in turn/ }).check();
    await page.getByLabel('Conversations at once').fill('7');
    await page.getByText('There are changes that are not saved.').waitFor();
    await save(page).click();

    await page.getByText('The assignment is saved.').waitFor();
    expect(gateway.world.routing).toEqual({ policy: 'round-robin', capacity: 7 });
    expect(await save(page).isDisabled()).toBe(true);
  });

  it('is not saved with a capacity that is none, and can be put back', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/routing', { viewport: NARROW });
    const capacity = page.getByLabel('Conversations at once');

    await capacity.fill('101');
    await page.getByText('Enter a whole number from 0 to 100.').waitFor();
    expect(await save(page).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Discard' }).first().click();

    expect(await capacity.inputValue()).toBe('5');
    expect(gateway.world.routing.capacity).toBe(5);
  });

  it('shows what everybody has in hand, as it changes', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/routing');
    await agent(page, 'Bo Ferreira').getByText('1 of 5').waitFor();
    await agent(page, 'Bo Ferreira').getByText('Busy').waitFor();
    expect(await page.getByText('Eli Novak').count()).toBe(0);

    const sam = gateway.world.rooms.get('r_sam')!;
    Object.assign(sam, { assignee: { id: ada.id, name: ada.name }, version: (sam.version ?? 0) + 1 });
    gateway.sockets.changed(sam);

    await agent(page, 'Bo Ferreira').getByText('0 of 5').waitFor();
  });

  it('has capacities of some alone, set and given up by keyboard', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/routing');
    await own(page, 'Bo Ferreira').fill('1');
    await page.keyboard.press('Enter');
    await agent(page, 'Bo Ferreira').getByText('1 of 1').waitFor();
    expect(await own(page, 'Bo Ferreira').evaluate((field) => field === document.activeElement)).toBe(true);
    expect(gateway.world.capacities.get('a_bo')).toBe(1);

    await own(page, 'Bo Ferreira').fill('');
    await page.keyboard.press('Tab');

    await agent(page, 'Bo Ferreira').getByText('1 of 5').waitFor();
    expect(gateway.world.capacities.get('a_bo')).toBeUndefined();
  });

  it('says when it could not be loaded or saved', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine');
    gateway.rest.refusals.set('GET /routing', { status: 500, code: 'internal' });
    await page.getByRole('link', { name: 'Assignment' }).click();
    await page.getByText('The settings could not be loaded.').waitFor();
    gateway.rest.refusals.delete('GET /routing');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByLabel('Conversations at once').waitFor();

    gateway.rest.refusals.set('PUT /routing/agents/a_bo', { status: 404, code: 'unknown-account' });
    await own(page, 'Bo Ferreira').fill('3');
    await page.keyboard.press('Enter');

    await page.getByText('This account does not exist any more.').first().waitFor();
    await expect.poll(() => own(page, 'Bo Ferreira').inputValue()).toBe('');
  });

  it('has the seconds until others take over from who is gone', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/routing');
    const seconds = page.getByLabel('Seconds until others take over');
    const keep = page.getByRole('button', { name: 'Save seconds' });
    await seconds.waitFor();
    expect(await seconds.inputValue()).toBe('15');
    expect(await keep.isDisabled()).toBe(true);

    await seconds.fill('3601');
    await page.getByText('Enter whole seconds from 1 to 3,600.').waitFor();
    expect(await keep.isDisabled()).toBe(true);
    await seconds.fill('60');
    await page.keyboard.press('Enter');

    await page.getByText('The seconds are saved.').first().waitFor();
    expect(gateway.world.grace).toEqual({ seconds: 60 });
    expect(await keep.isDisabled()).toBe(true);
  });

  it('says what agents see, which is saved by itself', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/routing');
    const seen = page.getByRole('radiogroup', { name: 'What agents see' });
    const keep = page.getByRole('button', { name: 'Save visibility' });
    await seen.getByText('Supervisors and administrators always see all conversations.').waitFor();
    expect(await seen.getByRole('radio', { name: /All conversations/ }).isChecked()).toBe(true);
    expect(await keep.isDisabled()).toBe(true);

    await seen.getByRole('radio', { name: /Only their own/ }).check();
    await page.getByText('There are changes that are not saved.').waitFor();
    expect(gateway.world.visibility).toEqual({ agents: 'all' });
    await keep.click();

    await page.getByText('Saved. Every list shows it at once.').first().waitFor();
    expect(gateway.world.visibility).toEqual({ agents: 'own' });
    expect(await keep.isDisabled()).toBe(true);
  });

  it('keeps what agents see when that is refused, and puts the choice back when it is discarded', async () => {
    const world = Object.assign(ordinaryDay(), { visibility: { agents: 'own' } });
    const { page, gateway } = await visit(browser, world, '/routing');
    const all = page.getByRole('radio', { name: /All conversations/ });
    const own = page.getByRole('radio', { name: /Only their own/ });
    await all.waitFor();
    expect(await own.isChecked()).toBe(true);
    gateway.rest.refusals.set('PUT /visibility', { status: 403, code: 'not-allowed' });

    await all.check();
    await page.getByRole('button', { name: 'Save visibility' }).click();
    await page.getByText('You are not allowed to do this.').first().waitFor();
    expect(await all.isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Discard' }).nth(1).click();

    expect(await own.isChecked()).toBe(true);
    expect(gateway.world.visibility).toEqual({ agents: 'own' });
  });

  it('says when what agents see could not be loaded, and loads it when asked again', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine');
    gateway.rest.refusals.set('GET /visibility', { status: 503, code: 'unavailable' });
    await page.getByRole('link', { name: 'Assignment' }).click();
    await page.getByText('What agents see could not be loaded.').waitFor();
    gateway.rest.refusals.delete('GET /visibility');

    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByRole('radiogroup', { name: 'What agents see' }).waitFor();
  });

  it('says when the seconds could not be loaded, and loads them when asked again', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine');
    gateway.rest.refusals.set('GET /presence/grace', { status: 503, code: 'unavailable' });
    await page.getByRole('link', { name: 'Assignment' }).click();
    await page.getByText('The seconds could not be loaded.').waitFor();
    gateway.rest.refusals.delete('GET /presence/grace');

    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByLabel('Seconds until others take over').waitFor();
  });
});
