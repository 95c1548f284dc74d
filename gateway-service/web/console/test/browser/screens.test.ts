import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
const noReplies = () => Object.assign(ordinaryDay(), { replies: [] });

const SCREENS: Screen[] = [
  { name: 'sign-in', path: '/', before: signOut },
  { name: 'queue', path: '/queue/r_yusuf' },
  { name: 'queue-list', path: '/queue' },
  { name: 'ending', path: '/mine/r_maya', before: wantsToEnd },
  { name: 'conversation', path: '/mine/r_maya' },
  { name: 'note', path: '/mine/r_maya', before: click('Note') },
  { name: 'menu', path: '/mine/r_maya', before: click('More actions') },
  { name: 'personal', path: '/mine', before: click(/your settings/i) },
  { name: 'transfer', path: '/mine/r_maya', before: press('t') },
  { name: 'shortcuts', path: '/mine', before: press('?') },
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
  { name: 'link', path: '/mine/r_maya', before: link },
  { name: 'crm', path: '/crm' },
  { name: 'widget', path: '/widget' },
  { name: 'widget-texts', path: '/widget', before: click('Texts') },
  { name: 'widget-form', path: '/widget', before: click('Form') },
  { name: 'widget-hours', path: '/widget', before: hours },
  { name: 'empty', path: '/mine', world: () => new World() },
  { name: 'missing', path: '/all/r_unknown' },
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

async function makeLink({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByLabel('Email', { exact: true }).fill('new@parlor.local');
  await page.getByRole('button', { name: 'Make the link' }).click();
  await page.getByLabel('Link', { exact: true }).waitFor();
}

function forgotten(): World {
  const world = ordinaryDay();
  world.issue('reset', 'bo@parlor.local', ['agent']);
  return world;
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

async function wantsToEnd({ page, gateway }: Visit): Promise<void> {
  const maya = gateway.world.rooms.get('r_maya')!;
  Object.assign(maya, { endAskedAt: gateway.world.ago(1), version: 7 });
  gateway.sockets.changed(maya);
  await page.getByText('would like to end').first().waitFor();
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

it('stands the other way round where scripts do', async () => {
  const { page } = await visit(browser, ordinaryDay(), '/mine/r_maya');
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  await shoot(page, 'conversation-rtl');

  const nav = () => page.getByRole('navigation').boundingBox();

  await expect.poll(async () => (await nav())?.x).toBeGreaterThan(1000);
});
