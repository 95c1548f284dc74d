import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import type { World } from '../fake/world';
import { launch, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const composer = (page: Page) => page.getByRole('textbox', { name: /^(Reply|Note)$/ });
const options = (page: Page) => page.getByRole('listbox', { name: 'Quick replies' }).getByRole('option');
const talk = (world = ordinaryDay()) => visit(browser, world, '/mine/r_maya');
const said = (world: World) =>
  (world.rooms.get('r_maya')?.entries ?? []).flatMap((entry) =>
    entry.type === 'message.sent' ? [entry.text] : [],
  );
const active = (page: Page) =>
  composer(page).evaluate((field) => {
    const id = field.getAttribute('aria-activedescendant');
    const option = id === null ? null : document.getElementById(id);
    return option?.getAttribute('aria-selected') === 'true' ? option.innerText.split('\n')[0] : undefined;
  });

describe('a slash in the composer', () => {
  it('finds quick replies by shortcut and title, and Enter puts one in with its blanks filled', async () => {
    const world = ordinaryDay();
    const { page } = await talk(world);

    await composer(page).pressSequentially('/');
    await expect.poll(() => options(page).count()).toBe(5);
    await composer(page).pressSequentially('gree');
    await expect.poll(() => options(page).count()).toBe(1);
    await page.keyboard.press('Enter');

    await expect
      .poll(() => composer(page).inputValue())
      .toBe('Hello Maya Thompson, this is Ada Lindqvist from Parlor.');
    expect(await options(page).count()).toBe(0);
    await page.keyboard.press('Enter');
    await expect.poll(() => said(world)).toContain('Hello Maya Thompson, this is Ada Lindqvist from Parlor.');
  });

  it('is walked with the arrows, says where it is, and Tab chooses', async () => {
    const { page } = await talk();

    await composer(page).pressSequentially('Hello /');
    await expect.poll(() => active(page)).toBe('/bye');
    await page.getByRole('status').getByText('5 quick replies.').waitFor();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => active(page)).toBe('/danke');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => active(page)).toBe('/track');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');

    await expect.poll(() => composer(page).inputValue()).toBe('Hello Have a lovely day!');
    await expect.poll(() => composer(page).evaluate((field) => field === document.activeElement)).toBe(true);
  });

  it('is waved away with Escape, and the field keeps the focus and the text', async () => {
    const { page } = await talk();
    await composer(page).pressSequentially('/hi');
    await options(page).first().waitFor();

    await page.keyboard.press('Escape');

    await options(page).first().waitFor({ state: 'detached' });
    expect(await composer(page).inputValue()).toBe('/hi');
    expect(await composer(page).getAttribute('aria-activedescendant')).toBeNull();
    await composer(page).fill('');
    await composer(page).pressSequentially('/hi');
    await options(page).first().waitFor();
  });

  it('is chosen with the pointer and leaves the words around it', async () => {
    const { page } = await talk();
    await composer(page).fill('Before  after');
    await composer(page).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(7, 7));
    await composer(page).pressSequentially('/bye');

    await options(page).first().click();

    await expect.poll(() => composer(page).inputValue()).toBe('Before Have a lovely day! after');
  });

  it('is only a slash where nothing fits', async () => {
    const world = ordinaryDay();
    const { page } = await talk(world);

    await composer(page).pressSequentially('/shrug');
    await page.keyboard.press('Enter');

    await expect.poll(() => said(world)).toContain('/shrug');
  });

  it('asks again each time, so that what others changed is there', async () => {
    const world = ordinaryDay();
    const { page } = await talk(world);
    await composer(page).pressSequentially('/');
    await expect.poll(() => options(page).count()).toBe(5);

    world.replies = world.replies.slice(0, 2);
    await composer(page).fill('');
    await composer(page).pressSequentially('/');

    await expect.poll(() => options(page).count()).toBe(2);
  });

  it('says so when the replies cannot be loaded', async () => {
    const { page, gateway } = await talk();
    gateway.rest.refusals.set('GET /replies', { status: 500, code: 'internal' });
    await page.reload();
    await composer(page).pressSequentially('/');

    await page.getByText('The quick replies could not be loaded.').first().waitFor();
  });
});

describe('what a reply leaves to be filled in', () => {
  it('is marked, and not sent by mistake', async () => {
    const world = ordinaryDay();
    const { page } = await talk(world);
    await composer(page).pressSequentially('/track');
    await options(page).first().waitFor();
    await page.keyboard.press('Enter');

    await page.getByRole('status').getByText('Still to be filled in: {{order}}').waitFor();
    expect(await page.locator('mark').innerText()).toBe('{{order}}');
    const before = said(world).length;
    await composer(page).press('End');
    await page.keyboard.press('Enter');
    const chosen = () =>
      composer(page).evaluate((field: HTMLTextAreaElement) =>
        field.value.slice(field.selectionStart, field.selectionEnd),
      );
    await expect.poll(chosen).toBe('{{order}}');
    expect(said(world)).toHaveLength(before);

    await page.keyboard.type('50921');
    await page.keyboard.press('Enter');
    await expect.poll(() => said(world)).toContain('Your parcel 50921 is on its way to you.');
  });

  it('can be sent as it is when that is meant', async () => {
    const world = ordinaryDay();
    const { page } = await talk(world);
    await composer(page).fill('Write {{name}} in your template.');

    await page.getByRole('button', { name: 'Send as it is' }).click();

    await expect.poll(() => said(world)).toContain('Write {{name}} in your template.');
  });
});

describe('the screen of quick replies', () => {
  const screen = async () => {
    const visited = await visit(browser, ordinaryDay(), '/replies');
    const own = visited.page.getByRole('region', { name: 'Yours' });
    const shared = visited.page.getByRole('region', { name: 'Shared' });
    return { ...visited, own, shared };
  };

  it('tells what is yours from what is shared', async () => {
    const { page, own, shared } = await screen();

    await own.getByText('/bye').waitFor();
    expect(await own.getByRole('listitem').count()).toBe(2);
    expect(await shared.getByRole('listitem').count()).toBe(3);
    await page.getByRole('searchbox').fill('/t');
    await expect.poll(() => shared.getByRole('listitem').count()).toBe(1);
    await own.getByText('Nothing here contains').waitFor();
  });

  it('adds one, with placeholders put in by a button, and the composer knows it', async () => {
    const { page, gateway, own } = await screen();
    await page.getByRole('button', { name: 'New quick reply' }).click();

    await page.getByLabel('Shortcut').fill('/wait');
    await page.getByLabel('Title').fill('One moment');
    await page.getByLabel('Text', { exact: true }).fill('One moment, ');
    await page.getByRole('button', { name: 'Insert Guest’s name' }).click();
    await page.keyboard.type(' and {{product}}.');
    await page.getByText('Not filled in by itself: {{product}}.').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();

    await own.getByText('/wait').waitFor();
    expect(gateway.world.replies.at(-1)).toMatchObject({
      shortcut: 'wait',
      shared: false,
      body: 'One moment, {{guest.name}} and {{product}}.',
    });
  });

  it('says at the field that a shortcut is taken, and keeps what was typed', async () => {
    const { page } = await screen();
    await page.getByRole('button', { name: 'New quick reply' }).click();
    await page.getByLabel('Shortcut').fill('hi');
    await page.getByLabel('Title').fill('Another greeting');
    await page.getByLabel('Text', { exact: true }).fill('Hey');
    await page.getByRole('switch', { name: 'Share with everybody' }).click();

    await page.getByRole('button', { name: 'Save' }).click();

    await page.getByText('This shortcut is taken by another quick reply.').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('Another greeting');
  });

  it('does not overwrite what somebody changed meanwhile without saying so', async () => {
    const { page, gateway } = await screen();
    await page.getByRole('button', { name: 'Edit /hi' }).click();
    gateway.world.replies = gateway.world.replies.map((one) =>
      one.id === 'qr_hi' ? { ...one, body: 'Theirs', version: 2 } : one,
    );
    await page.getByLabel('Text', { exact: true }).fill('Mine');
    await page.getByRole('button', { name: 'Save' }).click();

    await page.getByRole('alert').getByText('changed by somebody else').waitFor();
    expect(gateway.world.replies.find(({ id }) => id === 'qr_hi')?.body).toBe('Theirs');
    await page.getByRole('button', { name: 'Save' }).click();

    await expect.poll(() => gateway.world.replies.find(({ id }) => id === 'qr_hi')?.body).toBe('Mine');
  });

  it('asks before it deletes, and every other tab knows at once', async () => {
    const { page, gateway, own } = await screen();
    const other = await page.context().newPage();
    await other.goto(`${gateway.url}/console/replies`);
    const theirs = other.getByRole('region', { name: 'Yours' });
    await theirs.getByText('/bye').waitFor();

    await own.getByRole('button', { name: 'Delete /bye' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();

    await own.getByText('/bye').waitFor({ state: 'detached' });
    await theirs.getByText('/bye').waitFor({ state: 'detached' });
  });

  it('can be asked for again when it could not be loaded', async () => {
    const { page, gateway } = await screen();
    gateway.rest.refusals.set('GET /replies', { status: 500, code: 'internal' });
    await page.reload();
    await page.getByText('The quick replies could not be loaded').waitFor();

    gateway.rest.refusals.delete('GET /replies');
    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByText('/bye').waitFor();
  });
});
