import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { ada, colleagues, who, type FakeRoom, type World } from '../fake/world';
import { atRest, flaws, launch, NARROW, shoot, visit, type Visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const bo = colleagues[1]!;
const note = (page: Page) => page.getByRole('textbox', { name: 'Note' });
const options = (page: Page) => page.getByRole('listbox', { name: 'Colleagues' }).getByRole('option');
const active = (page: Page, field = note(page)) =>
  field.evaluate((input) => {
    const id = input.getAttribute('aria-activedescendant');
    const option = id === null ? null : document.getElementById(id);
    return option?.getAttribute('aria-selected') === 'true' ? option.textContent : undefined;
  });
const sent = (world: World, room: string) =>
  (world.rooms.get(room)?.entries ?? []).flatMap((entry) =>
    entry.type === 'message.sent' && entry.author.id === ada.id
      ? [{ text: entry.text, mentions: entry.mentions }]
      : [],
  );
/** The field of Maya's notes. */
async function notes(page: Page): Promise<void> {
  await page.getByText('Note', { exact: true }).click();
  await note(page).waitFor();
}

/** Bo mentions Ada in a note beside a conversation. */
function mention({ gateway }: Pick<Visit, 'gateway'>, id: string, text = 'Look, @Ada Lindqvist'): void {
  const front = gateway.world.rooms.get(id) as FakeRoom;
  const back = gateway.world.rooms.get(`${id}_back`) as FakeRoom;
  const entry = gateway.world.say(back, who(bo), text, 0, { mentions: [ada.id] });
  Object.assign(front, { mentioned: { newest: entry.seq, unread: 1 } });
  gateway.sockets.tell(entry);
  gateway.sockets.tell({
    type: 'mentioned',
    room: back.id,
    frontroom: front.id,
    message: { seq: entry.seq, at: entry.at, author: entry.author, text },
  });
}

describe('an at sign in a note', () => {
  it('offers colleagues with their presence, and Enter puts the whole name in', async () => {
    const world = ordinaryDay();
    const { page } = await visit(browser, world, '/mine/r_maya');
    await notes(page);

    await note(page).pressSequentially('Can you call her, @');
    await expect.poll(() => options(page).count()).toBe(3);
    await page.getByRole('status').getByText('3 colleagues.').waitFor();
    await expect.poll(() => options(page).first().innerText()).toContain('Busy');
    await note(page).pressSequentially('chi');
    await expect.poll(() => active(page)).toContain('Chidi Okafor');
    await page.keyboard.press('Enter');
    await expect.poll(() => note(page).inputValue()).toBe('Can you call her, @Chidi Okafor ');
    await note(page).pressSequentially('?');
    await page.keyboard.press('Enter');

    await expect
      .poll(() => sent(world, 'r_maya_back').at(-1))
      .toEqual({ text: 'Can you call her, @Chidi Okafor ?', mentions: ['a_chi'] });
    await page.locator('bdi', { hasText: '@Chidi Okafor' }).waitFor();
  });

  it('is walked with the arrows and waved away with Escape', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mine/r_maya');
    await notes(page);
    await note(page).pressSequentially('@');
    await expect.poll(() => active(page)).toContain('Bo Ferreira');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => active(page)).toContain('Chidi Okafor');
    await page.keyboard.press('Escape');

    await options(page).first().waitFor({ state: 'detached' });
    expect(await note(page).getAttribute('aria-activedescendant')).toBeNull();
    expect(await note(page).inputValue()).toBe('@');
  });

  it('offers nobody in a reply, where the guest would read it', async () => {
    const world = ordinaryDay();
    const { page } = await visit(browser, world, '/mine/r_maya');
    const reply = page.getByRole('textbox', { name: 'Reply' });

    await reply.pressSequentially('Ask @Bo Ferreira');
    await page.keyboard.press('Enter');

    await expect
      .poll(() => sent(world, 'r_maya').at(-1))
      .toEqual({ text: 'Ask @Bo Ferreira', mentions: undefined });
    expect(await options(page).count()).toBe(0);
  });

  it('offers in a room of the team its members alone', async () => {
    const world = ordinaryDay();
    const room = [...world.rooms.values()].find(({ kind }) => kind === 'group') as FakeRoom;
    const others = room.members.filter(({ id }) => id !== ada.id).map(({ name }) => name);
    const { page } = await visit(browser, world, `/team/${room.id}`);

    await page.getByRole('textbox', { name: 'Reply' }).pressSequentially('@');

    await expect.poll(() => options(page).count()).toBe(others.length);
  });

  it('says so when the colleagues cannot be loaded', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine/r_maya');
    gateway.rest.refusals.set('GET /accounts', { status: 500, code: 'internal' });
    await notes(page);
    await note(page).pressSequentially('@');

    await page.getByText('The colleagues could not be loaded.').first().waitFor();
  });
});

describe('whoever is mentioned', () => {
  it('finds the conversation marked and counted, opens it at the note, and has then read it', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/all');
    mention({ gateway }, 'r_sam');
    const link = page.getByRole('link', { name: /Mentions/ });
    await expect.poll(() => link.innerText()).toContain('1 conversation with a mention of you');

    await link.click();
    const line = page.getByRole('list', { name: 'Mentions' }).getByRole('link', { name: /Sam Whitfield/ });
    await line.getByText('1 unread mention of you').waitFor({ state: 'attached' });
    await line.click();

    const chip = page.locator('bdi[data-me]', { hasText: '@Ada Lindqvist' });
    await chip.waitFor();
    expect(page.url()).toContain('/mentions/r_sam?note=');
    await expect.poll(() => link.innerText()).not.toContain('mention of you');
    await line.waitFor();
  });

  it('finds nothing where nobody has mentioned them', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/mentions');

    await page.getByText('Nobody has mentioned you').waitFor();
  });

  it('finds it again after a reload', async () => {
    const visited = await visit(browser, ordinaryDay(), '/mentions');
    const { page } = visited;
    mention(visited, 'r_sam');
    await page.getByRole('link', { name: /Sam Whitfield/ }).waitFor();

    await page.reload();

    await page.getByRole('link', { name: /Sam Whitfield/ }).waitFor();
  });
});

describe('the menu and the mark', () => {
  it.each([
    ['light', 'en-GB', 'ltr'],
    ['dark', 'ar', 'rtl'],
  ] as const)('have no flaws, %s in %s, on a narrow screen', async (colorScheme, locale, dir) => {
    const world = ordinaryDay();
    const options_ = { colorScheme, locale, viewport: NARROW };
    const { page, gateway } = await visit(browser, world, '/mine/r_maya', options_);
    mention({ gateway }, 'r_maya', '@Ada Lindqvist, ask @Bo Ferreira: third floor?');
    await page.locator('bdi[data-me]').waitFor();
    await page.keyboard.press('n');
    await page.locator('textarea').pressSequentially('@');
    await page.getByRole('option').first().waitFor();
    await atRest(page);

    expect(await page.evaluate(() => document.documentElement.dir)).toBe(dir);
    expect(await flaws(page)).toEqual([]);
    await shoot(page, `mentions-${colorScheme}-${locale}`);
    await page.keyboard.press('Escape');
    await page.locator('bdi[data-me]').scrollIntoViewIfNeeded();
    expect(await flaws(page)).toEqual([]);
    await shoot(page, `mentioned-${colorScheme}-${locale}`);
  });
});
