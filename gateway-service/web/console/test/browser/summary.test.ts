import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { launch, NARROW, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const section = (page: Page) => page.getByRole('region', { name: 'Summary' });

describe('the summary of a conversation', () => {
  it('says beside it what it was about, how long it took and who ended it', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/ended/r_old');

    await section(page).getByText('walnut shelf').first().waitFor();

    const words = await section(page).innerText();
    expect(words).toContain('by Chidi Okafor');
    expect(words).toContain('20 mins');
    expect(words).toContain('1 min');
    expect(words).toContain('4 from the guest, 3 from agents, 1 from the bot');
  });

  it('keeps the one from before the conversation was reopened', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/ended/r_old');

    await section(page).getByText('Earlier').click();

    await section(page).getByText('invoice').waitFor();
    await section(page).getByText('No person answered').waitFor();
  });

  it('stands in the list of ended conversations, and comes by itself', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/ended');
    const list = page.getByRole('region', { name: 'Ended' });
    await list.getByText('walnut shelf · delivery · Saturday').waitFor();

    const ines = gateway.world.rooms.get('r_ines')!;
    Object.assign(ines, { version: (ines.version ?? 0) + 1, topics: ['drawer'] });
    gateway.sockets.changed(ines);

    await list.getByText('drawer').waitFor();
    expect(await list.getByText('Sam Whitfield').count()).toBe(0);
  });

  it('is not there where nothing has ended', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine/r_maya');
    await page.getByRole('region', { name: 'CRM' }).waitFor();

    expect(await section(page).count()).toBe(0);
  });

  it('can be asked for again when it could not be loaded', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine');
    gateway.rest.refusals.set('GET /rooms/r_old/summaries', { status: 500, code: 'internal' });
    await page.getByRole('link', { name: 'Ended' }).click();
    await page.getByRole('link', { name: /Pieter/ }).click();
    await section(page).getByText('The summary could not be loaded.').waitFor();

    gateway.rest.refusals.delete('GET /rooms/r_old/summaries');
    await section(page).getByRole('button', { name: 'Try again' }).click();

    await section(page).getByText('walnut shelf').waitFor();
  });

  it('is within reach on a small screen', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/ended/r_old', { viewport: NARROW });
    await page.keyboard.press('i');

    await section(page).getByText('walnut shelf').waitFor();
  });
});

describe('the rating of a conversation', () => {
  const rating = (page: Page) => page.getByRole('region', { name: 'Rating' });

  it('stands beside it with what the guest added', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/ended/r_old');

    await rating(page).getByText('Quick and kind.').waitFor();
    await rating(page).getByRole('img', { name: '4 of 5 stars' }).waitFor();
  });

  it('comes by itself and goes when the conversation is reopened', async () => {
    const world = ordinaryDay();
    const old = world.rooms.get('r_old')!;
    Reflect.deleteProperty(old, 'rating');
    const { page, gateway } = await visit(browser, world, '/ended/r_old');
    await section(page).getByText('walnut shelf').first().waitFor();
    expect(await rating(page).count()).toBe(0);

    Object.assign(old, { rating: { score: 2, ratedAt: world.ago(0) }, version: (old.version ?? 0) + 1 });
    gateway.sockets.changed(old);
    await rating(page).getByRole('img', { name: '2 of 5 stars' }).waitFor();
    Reflect.deleteProperty(old, 'rating');
    Object.assign(old, { version: (old.version ?? 0) + 1 });
    gateway.sockets.changed(old);

    await rating(page).waitFor({ state: 'detached' });
  });
});

describe('reading along', () => {
  it('says whose conversation it is, and a supervisor may take it over', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/all/r_sam');
    await page.getByText('You are reading along. Bo Ferreira has this conversation').waitFor();
    expect(await page.getByRole('textbox', { name: 'Reply' }).count()).toBe(0);

    await page.locator('main').getByRole('button', { name: 'Take over' }).last().click();

    await page.getByRole('textbox', { name: 'Reply' }).waitFor();
    expect(gateway.world.rooms.get('r_sam')?.assignee?.id).toBe('a_ada');
  });
});
