import type { Visitor } from '@parlor/client';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { atRest, flaws, launch, NARROW, shoot, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const AT = '2026-01-03T09:00:00.000Z';
const SHOP = 'https://shop.example';

const WELL_KNOWN: Partial<Visitor> = {
  email: 'maya@example.com',
  phone: '+49 421 1234',
  verified: ['email'],
  locale: 'pt-BR',
  zone: 'America/Sao_Paulo',
  device: { browser: 'Firefox 142', system: 'Linux', kind: 'desktop' },
  pages: ['basket', 'sofa', 'beds', 'tables', 'lamps', ''].map((name, index) => ({
    page: `${SHOP}/${name}`,
    ...(index === 0 ? { title: 'Your basket' } : {}),
    seenAt: new Date(Date.now() - index * 120_000).toISOString(),
  })),
  attributes: [
    { name: 'plan', value: 'pro', verified: true },
    { name: 'Seats <b>', value: '12 <img src=x>', verified: false },
  ],
};

function story(known: Partial<Visitor> = {}) {
  const world = ordinaryDay();
  const room = world.rooms.get('r_maya');
  if (!room?.guest) throw new Error('nobody visits (expected: somebody)');
  const conversations = [
    { id: room.id, status: 'assigned', createdAt: room.createdAt },
    { id: 'r_before', status: 'closed', createdAt: AT },
  ] as const;
  const tell = (news: Partial<Visitor>) =>
    world.visitors.set(room.guest!.id, { conversations, ...known, ...news });
  tell({});
  return { world, room, tell };
}

const panel = (page: Page) => page.getByRole('region', { name: 'Visitor', exact: true });
const facts = (page: Page, term: string) =>
  panel(page).locator('dl > div', { has: page.locator('dt', { hasText: term }) });

describe('the visitor beside a conversation', () => {
  it('is shown with what is known, and what of it was signed', async () => {
    const { world, room } = story(WELL_KNOWN);
    const { page, complaints } = await visit(browser, world, `/all/${room.id}`);

    await panel(page).getByRole('link', { name: 'maya@example.com' }).waitFor();

    expect(await facts(page, 'Email').getByText('Signed by the website').count()).toBe(1);
    expect(await facts(page, 'Phone').getByText('Signed by the website').count()).toBe(0);
    const signed = panel(page).getByRole('region', { name: 'Signed by the website' });
    const claimed = panel(page).getByRole('region', { name: 'Said by the page, not verified' });
    expect(await signed.getByRole('definition').allInnerTexts()).toEqual(['pro']);
    expect(await claimed.getByRole('definition').allInnerTexts()).toEqual(['12 <img src=x>']);
    expect(await facts(page, 'Device').innerText()).toContain('Computer · Firefox 142 · Linux');
    expect(await facts(page, 'Language').innerText()).toContain('Brazilian Portuguese');
    expect(await facts(page, 'Local time').innerText()).toMatch(/\d:\d\d/);
    const others = panel(page).getByRole('region', { name: 'Other conversations' });
    expect(await others.getByRole('link').getAttribute('href')).toContain('/all/r_before');
    expect(await flaws(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await shoot(page, 'visitor-light');
  });

  it('leads to the pages visited, the older ones by keyboard too', async () => {
    const { world, room } = story(WELL_KNOWN);
    const { page } = await visit(browser, world, `/all/${room.id}`);
    const pages = panel(page).getByRole('region', { name: 'Pages visited' });
    const newest = pages.getByRole('link', { name: 'Your basket' });
    await newest.waitFor();
    expect(await newest.getAttribute('href')).toBe(`${SHOP}/basket`);
    expect(await newest.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(await pages.getByRole('link').count()).toBe(4);

    await pages.getByText('2 earlier pages').focus();
    await page.keyboard.press('Enter');

    await pages.getByRole('link', { name: 'shop.example' }).waitFor();
    expect(await pages.getByRole('link').count()).toBe(6);
  });

  it('follows what is new without a reload', async () => {
    const { world, room, tell } = story();
    const { page, gateway } = await visit(browser, world, `/all/${room.id}`);
    await panel(page).getByText('No page has been told yet.').waitFor();
    await panel(page).getByText('Nothing of this is signed').waitFor();

    tell(WELL_KNOWN);
    gateway.sockets.tell({ type: 'visitor.changed', room: 'r_another', at: AT });
    gateway.sockets.tell({ type: 'visitor.changed', room: room.id, at: AT });

    await panel(page).getByRole('link', { name: 'Your basket' }).waitFor();
    await panel(page).getByText('maya@example.com').waitFor();
  });

  it('gives quick replies the address', async () => {
    const { world, room } = story({ email: 'maya@example.com' });
    const mail = { id: 'qr_mail', shortcut: 'mail', body: 'To {{guest.email}}.' };
    world.replies = world.replies.flatMap((reply, at) =>
      at === 0 ? [reply, { ...reply, ...mail }] : [reply],
    );
    const { page } = await visit(browser, world, `/mine/${room.id}`);
    await panel(page).getByText('maya@example.com').waitFor();
    const composer = page.getByRole('textbox', { name: 'Reply' });

    await composer.pressSequentially('/mail');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');

    await expect.poll(() => composer.inputValue()).toBe('To maya@example.com.');
  });

  it('can be asked for again when it could not be had, and says when it may be old', async () => {
    const { world, room } = story();
    world.visitorsAway = true;
    const { page, gateway } = await visit(browser, world, `/all/${room.id}`);
    await panel(page).getByText('could not be loaded').waitFor();
    world.visitorsAway = false;

    await panel(page).getByRole('button', { name: 'Try again' }).click();

    await panel(page).getByText('First seen').waitFor();
    world.visitorsAway = true;
    gateway.sockets.tell({ type: 'visitor.changed', room: room.id, at: AT });
    await panel(page).getByText('may be out of date').waitFor();
    expect(await panel(page).getByText('First seen').count()).toBe(1);
  });

  const screens: [string, string, BrowserContextOptions, string][] = [
    ['dark', 'Details', { colorScheme: 'dark' }, 'Visitor'],
    ['narrow', 'Details', { viewport: NARROW }, 'Visitor'],
    ['arabic', 'التفاصيل', { viewport: NARROW, locale: 'ar' }, 'الزائر'],
  ];
  it.each(screens)('has no flaw: %s', async (name, details, options, title) => {
    const { world, room } = story(WELL_KNOWN);
    const { page } = await visit(browser, world, `/all/${room.id}`, options);
    const visitor = page.getByRole('region', { name: title, exact: true });
    if (options.viewport) await page.getByRole('button', { name: details }).click();
    await visitor.scrollIntoViewIfNeeded();
    await visitor.getByText('maya@example.com').waitFor();
    await atRest(page);

    expect(await flaws(page)).toEqual([]);
    expect(await visitor.evaluate((section) => section.scrollWidth <= section.clientWidth)).toBe(true);
    await shoot(page, `visitor-${name}`);
  });
});
