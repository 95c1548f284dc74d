import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begun, done, further } from '../fake/guests';
import { ordinaryDay } from '../fake/stories';
import { World } from '../fake/world';
import { atRest, flaws, launch, NARROW, shoot, TABLET, visit, WIDE, type Visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

type Screen = {
  name: string;
  path: string;
  world?: () => World;
  before?: (visit: Visit) => Promise<unknown>;
};

/** Presses a key that opens a window. */
const press =
  (key: string) =>
  async ({ page }: Visit) => {
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
  };
const click =
  (name: string | RegExp) =>
  ({ page }: Visit) =>
    page.getByRole('button', { name }).first().click();

const write =
  (text: string) =>
  async ({ page }: Visit) => {
    await page.getByRole('textbox', { name: 'Reply' }).pressSequentially(text);
    await page.waitForFunction(
      () => document.body.innerText.includes('quick repl') || document.querySelector('mark'),
    );
  };
const wrongCapacity = async ({ page }: Visit) => {
  await page.getByRole('textbox', { name: 'Capacity of Bo Ferreira' }).fill('many');
  await page.getByLabel('Conversations at once').fill('-1');
};
const withMail = () => Object.assign(ordinaryDay(), { mail: true });
function snoozed(): World {
  const world = ordinaryDay();
  Object.assign(world.rooms.get('r_tom')!, { snoozedUntil: '2026-03-19T09:00:00.000Z' });
  return world;
}
const noReplies = () => Object.assign(ordinaryDay(), { replies: [] });

const SCREENS: Screen[] = [
  { name: 'sign-in', path: '/', before: signOut },
  { name: 'forgotten', path: '/', world: withMail, before: forgot },
  { name: 'forgotten-off', path: '/', before: forgot },
  { name: 'queue', path: '/queue/r_yusuf' },
  { name: 'queue-list', path: '/queue' },
  { name: 'ending', path: '/mine/r_maya', before: wantsToEnd },
  { name: 'conversation', path: '/mine/r_maya' },
  { name: 'note', path: '/mine/r_maya', before: click('Note') },
  { name: 'menu', path: '/mine/r_maya', before: click('More actions') },
  { name: 'personal', path: '/mine', before: click(/your settings/i) },
  { name: 'transfer', path: '/mine/r_maya', before: press('t') },
  { name: 'shortcuts', path: '/mine', before: press('?') },
  { name: 'palette', path: '/mine/r_maya', before: press('Control+k') },
  { name: 'all', path: '/all/r_old' },
  { name: 'team', path: '/team/r_desk' },
  { name: 'new-room', path: '/team', before: press('c') },
  { name: 'settings', path: '/settings' },
  { name: 'settings-notifications', path: '/settings', before: click('My conversations') },
  { name: 'people', path: '/people' },
  { name: 'people-invited', path: '/people', world: invited },
  { name: 'person-menu', path: '/people', before: click('Actions for Bo Ferreira') },
  { name: 'invite', path: '/people', before: click('Invite') },
  { name: 'link-made', path: '/people', before: makeLink },
  { name: 'invitation', path: `/invitation#pl_${'1'.repeat(43)}`, world: invited },
  { name: 'reset', path: `/password#pl_${'1'.repeat(43)}`, world: forgotten },
  { name: 'link-unknown', path: '/password#pl_none' },
  { name: 'new-account', path: '/people', before: click('Add a person') },
  { name: 'replies', path: '/replies' },
  { name: 'replies-empty', path: '/replies', world: noReplies },
  { name: 'new-reply', path: '/replies', before: click('New quick reply') },
  { name: 'delete-reply', path: '/replies', before: click('Delete /bye') },
  { name: 'slash', path: '/mine/r_maya', before: write('/') },
  { name: 'slash-empty', path: '/mine/r_maya', world: noReplies, before: write('/') },
  { name: 'blanks', path: '/mine/r_maya', before: write('Your parcel {{order}} is on its way.') },
  { name: 'emoji', path: '/mine/r_maya', before: emoji },
  { name: 'link', path: '/mine/r_maya', before: link },
  { name: 'crm', path: '/crm' },
  { name: 'routing', path: '/routing' },
  { name: 'routing-wrong', path: '/routing', before: wrongCapacity },
  { name: 'guests', path: '/guests' },
  { name: 'erase-guest', path: '/guests', before: click('Erase Maya Thompson') },
  { name: 'guests-erased', path: '/guests', world: erased },
  { name: 'retention', path: '/retention' },
  { name: 'retention-preview', path: '/retention', world: old, before: keep },
  { name: 'held', path: '/mine/r_maya', world: held },
  { name: 'ended', path: '/ended/r_old' },
  { name: 'reading-along', path: '/all/r_sam' },
  { name: 'snooze', path: '/mine/r_maya', before: press('z') },
  { name: 'snoozed', path: '/snoozed/r_tom', world: snoozed },
  { name: 'reports', path: '/reports' },
  { name: 'reports-empty', path: '/reports', world: () => Object.assign(ordinaryDay(), { quiet: true }) },
  { name: 'tags', path: '/tags' },
  { name: 'tags-empty', path: '/tags', world: () => Object.assign(ordinaryDay(), { tags: [] }) },
  { name: 'new-tag', path: '/tags', before: click('New tag') },
  { name: 'put-tag', path: '/mine/r_maya', before: putTag },
  { name: 'integrations', path: '/integrations', world: integrated },
  { name: 'integrations-empty', path: '/integrations' },
  { name: 'new-key', path: '/integrations', before: click('New key') },
  { name: 'key-made', path: '/integrations', before: makeKey },
  { name: 'rotate-key', path: '/integrations', world: integrated, before: aboutKey('New secret') },
  { name: 'revoke-key', path: '/integrations', world: integrated, before: aboutKey('Revoke') },
  { name: 'new-webhook', path: '/integrations', before: click('New webhook') },
  { name: 'webhook-deliveries', path: '/integrations', world: integrated, before: click(/^Deliveries to/) },
  { name: 'widget', path: '/widget' },
  { name: 'widget-texts', path: '/widget', before: click('Texts') },
  { name: 'widget-contact', path: '/widget', before: reachable },
  { name: 'widget-form', path: '/widget', before: click('Form') },
  { name: 'widget-hours', path: '/widget', before: hours },
  { name: 'empty', path: '/mine', world: () => new World() },
  { name: 'missing', path: '/all/r_unknown' },
  { name: 'gone', path: '/all/r_sam', before: taken },
];

const LOOKS: { look: string; options: BrowserContextOptions }[] = [
  { look: 'light', options: { colorScheme: 'light' } },
  { look: 'dark', options: { colorScheme: 'dark' } },
  { look: 'tablet', options: { viewport: TABLET } },
  { look: 'narrow', options: { viewport: NARROW, hasTouch: true } },
];

function invited(): World {
  const world = ordinaryDay();
  world.issue('invitation', 'new.colleague@parlor.local', ['agent']);
  return world;
}

function old(): World {
  return Object.assign(ordinaryDay(), { oldConversations: 12 });
}

async function keep({ page }: Visit): Promise<void> {
  await page.getByLabel(/^Conversations with guests/).fill('90');
  await page.getByText('12 conversations would be erased at the next run.').waitFor();
}

function held(): World {
  const world = ordinaryDay();
  Object.assign(world.rooms.get('r_maya')!, { held: ['guest'] });
  return world;
}

function erased(): World {
  const world = ordinaryDay();
  world.erasures = [further(further(begun('g_old'))), done(begun('g_older'))];
  return world;
}

async function makeLink({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByLabel('Email', { exact: true }).fill('new@parlor.local');
  await page.getByRole('button', { name: 'Make the link' }).click();
  await page.getByLabel('Link', { exact: true }).waitFor();
}

async function forgot(visit: Visit): Promise<void> {
  await signOut(visit);
  await visit.page.getByRole('button', { name: 'Forgot password?' }).click();
  await visit.page.getByText(/Tell us your email|sends no email/).waitFor();
}

function forgotten(): World {
  const world = ordinaryDay();
  world.issue('reset', 'bo@parlor.local', ['agent']);
  return world;
}

async function reachable({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'Contact', exact: true }).click();
  await page.getByLabel('Telephone').fill('+49 421 12 34');
  await page.getByRole('button', { name: 'Add a page' }).click();
  await page.getByLabel('Name of the page').fill('Mastodon');
  await page.getByRole('switch', { name: 'A ribbon says 24/7' }).click();
}

async function emoji({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'Choose an emoji' }).click();
  await page.getByRole('button', { name: 'grin' }).waitFor();
}

function integrated(): World {
  const world = ordinaryDay();
  told(world);
  const createdBy = { id: 'a_ada', name: 'Ada Lindqvist' };
  const scopes = ['accounts.read'] as const;
  world.apiKeys.push(
    {
      id: 'k_1',
      name: 'Company inbox',
      scopes,
      createdBy,
      createdAt: world.ago(90_000),
      lastUsedAt: world.ago(3),
      formerUntil: world.ago(-50),
    },
    { id: 'k_2', name: 'دفتر العناوين', scopes, createdBy, createdAt: world.ago(9_000) },
    {
      id: 'k_3',
      name: 'Old report',
      scopes,
      createdBy,
      createdAt: world.ago(90_000),
      expiresAt: world.ago(60),
    },
  );
  return world;
}

function told(world: World): void {
  world.webhooks.push(
    {
      id: 'w_1',
      url: 'https://inbox.example/hooks/parlor?team=support',
      types: ['message.sent', 'room.changed'],
      state: 'failing',
      failingSince: world.ago(3_000),
      waiting: 12,
      createdAt: world.ago(90_000),
    },
    {
      id: 'w_2',
      url: 'https://reports.example/parlor',
      types: ['room.changed'],
      state: 'active',
      waiting: 0,
      createdAt: world.ago(9_000),
    },
  );
  const shared = { type: 'message.sent', room: 'r_maya', byHand: false, createdAt: world.ago(70) };
  world.deliveries.push(
    { ...shared, id: 'wd_3', state: 'waiting', attempts: 0 },
    { ...shared, id: 'wd_2', state: 'failed', attempts: 71, lastError: 'timeout', durationMs: 10_004 },
    { ...shared, id: 'wd_1', state: 'done', attempts: 1, lastStatus: 204, durationMs: 38 },
  );
}

async function makeKey({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'New key' }).click();
  await page.getByLabel('Name').fill('Company inbox');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Make the key' }).click();
  await page.getByLabel('Secret', { exact: true }).waitFor();
}

function aboutKey(action: string) {
  return async ({ page }: Visit): Promise<void> => {
    await page.getByRole('button', { name: 'Actions for Company inbox' }).click();
    await page.getByRole('menuitem', { name: action }).click();
    await page.getByRole('dialog').waitFor();
  };
}

async function hours({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'Hours', exact: true }).click();
  await page.getByRole('button', { name: 'Add hours on Monday' }).click();
  await page.getByRole('button', { name: 'Add a holiday' }).click();
}

async function link({ page }: Visit): Promise<void> {
  const change = page.getByRole('button', { name: 'Change Customer' });
  if (!(await change.isVisible())) await page.keyboard.press('i');
  await change.click();
}

/** `l` shows the details where there is no room for them beside the conversation. */
async function putTag({ page }: Visit): Promise<void> {
  const add = page.getByRole('button', { name: 'Add a tag' }).first();
  if (!(await add.isVisible())) await page.keyboard.press('l');
  await add.click();
}

async function wantsToEnd({ page, gateway }: Visit): Promise<void> {
  const maya = gateway.world.rooms.get('r_maya')!;
  Object.assign(maya, { endAskedAt: gateway.world.ago(1), version: 7 });
  gateway.sockets.changed(maya);
  await page.getByText('would like to end').first().waitFor();
}

/** Somebody has taken the conversation, and a note to it was begun. */
async function taken({ page, gateway }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'Note' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('Ask the carrier about Jersey.');
  gateway.sockets.left(gateway.world.rooms.get('r_sam')!);
  await page.getByText('This conversation is no longer here').waitFor();
}

async function signOut({ page, gateway }: Visit): Promise<void> {
  gateway.rest.signedIn = false;
  await page.reload();
  await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
}

const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe.each(LOOKS)('$look', ({ look, options }) => {
  it.each(SCREENS)('$name has nothing axe finds wrong', async ({ name, path, world, before }) => {
    const visited = await visit(browser, (world ?? ordinaryDay)(), path, { viewport: WIDE, ...options });
    const { page, complaints } = visited;
    await before?.(visited);
    await atRest(page);

    await shoot(page, `${name}-${look}`);
    expect(await flaws(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    expect(complaints.filter((text) => !/40[134]/.test(text))).toEqual([]);
  });
});

it('stands the other way round in Arabic', async () => {
  const { page } = await visit(browser, ordinaryDay(), '/mine/r_maya', { locale: 'ar' });
  await atRest(page);
  await shoot(page, 'conversation-rtl');
  expect(await flaws(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);

  const nav = () => page.getByRole('navigation').boundingBox();

  await expect.poll(async () => (await nav())?.x).toBeGreaterThan(1000);
});
