import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import type { World } from '../fake/world';
import { atRest, flaws, launch, NARROW, shoot, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const png = { name: 'parcel.png', mimeType: 'image/png', buffer: Buffer.from('x') };
const pdf = {
  name: 'a long name of a label for a parcel to Norway.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('x'),
};
const mine = (world: World): string => {
  const room = [...world.rooms.values()].find(
    ({ assignee, backroom }) => assignee?.id === 'a_ada' && backroom,
  );
  if (!room) throw new Error('no room of mine');
  return room.id;
};
const open = async (options = {}) => {
  const world = ordinaryDay();
  const id = mine(world);
  const seen = await visit(browser, world, `/mine/${id}`, options);
  await seen.page.getByRole('textbox', { name: 'Reply' }).waitFor();
  return { ...seen, world, id };
};
const choose = (page: Page, ...files: (typeof png)[]) =>
  page.locator('input[type=file]').setInputFiles(files);
const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true }).click();

describe('files', () => {
  it('go with a message, without a text if need be', async () => {
    const { page, world, id } = await open();
    await choose(page, png, pdf);
    await page.getByRole('list', { name: 'Files for the message' }).getByText('parcel.png').waitFor();
    await expect.poll(() => page.locator('progress').count()).toBe(0);
    await send(page);

    await page.getByRole('button', { name: 'Show parcel.png' }).waitFor();
    await page.getByRole('link', { name: /^Download a long name of a label.*2.3 MB/ }).waitFor();
    expect(await page.getByRole('list', { name: 'Files for the message' }).count()).toBe(0);
    const last = world.rooms.get(id)?.entries.at(-1);
    expect(last).toMatchObject({
      text: '',
      attachments: [{ name: 'parcel.png' }, { type: 'application/pdf' }],
    });
  });

  it('open in a viewer that Escape closes, and focus returns', async () => {
    const { page } = await open();
    await choose(page, png);
    await expect.poll(() => page.locator('progress').count()).toBe(0);
    await send(page);
    const picture = page.getByRole('button', { name: 'Show parcel.png' });
    const size = async () => {
      const { width, height } = (await picture.boundingBox()) ?? { width: 0, height: 0 };
      return [Math.round(width), Math.round(height)];
    };
    await expect.poll(size).toEqual([320, 160]);
    await picture.focus();
    await page.keyboard.press('Enter');

    await page.getByRole('dialog', { name: 'parcel.png' }).getByRole('img', { name: 'parcel.png' }).waitFor();
    await atRest(page);
    await shoot(page, 'files-viewer');
    expect(await flaws(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await expect.poll(() => picture.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('are looked at one after the other, by key and by button', async () => {
    const { page } = await open();
    for (const name of ['one.png', 'two.png', 'three.png']) {
      await choose(page, { ...png, name });
      await expect.poll(() => page.locator('progress').count()).toBe(0);
      await send(page);
      await page.getByRole('button', { name: `Show ${name}` }).waitFor();
    }
    await page.getByRole('button', { name: 'Show two.png' }).click();
    const shown = (name: string) => page.getByRole('dialog', { name }).getByRole('img', { name }).waitFor();
    await shown('two.png');
    await page.getByText('2 of 3').waitFor();
    await atRest(page);
    await shoot(page, 'files-pictures');
    expect(await flaws(page)).toEqual([]);

    await page.keyboard.press('ArrowRight');
    await shown('three.png');
    const next = page.getByRole('button', { name: 'Next picture' });
    expect(await next.getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('ArrowRight');
    await page.getByText('3 of 3').waitFor();
    await page.getByRole('button', { name: 'Previous picture' }).click();
    await page.getByRole('button', { name: 'Previous picture' }).click();
    await shown('one.png');
    await page.keyboard.press('Escape');

    await page.getByRole('dialog', { name: 'one.png' }).waitFor({ state: 'detached' });
  });

  it('say why they are refused, and are tried again or taken out', async () => {
    const { page, gateway } = await open();
    gateway.rest.files.refusal = { status: 415, code: 'unsupported-file' };
    await choose(page, png);
    await page.getByText('Only JPEG, PNG, GIF, WebP, PDF and Word files can be sent.').waitFor();
    await atRest(page);
    await shoot(page, 'files-refused');
    expect(await flaws(page)).toEqual([]);

    gateway.rest.files.refusal = undefined;
    await page.getByRole('button', { name: 'Try parcel.png again' }).click();
    await page.getByText('Only JPEG, PNG').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Remove parcel.png' }).click();

    expect(await page.getByRole('list', { name: 'Files for the message' }).count()).toBe(0);
  });

  it('are not sent while one is on its way, and can be stopped', async () => {
    const { page, gateway, world, id } = await open();
    gateway.rest.files.silent = true;
    const before = world.rooms.get(id)?.entries.length;
    await choose(page, png);
    await page.getByRole('progressbar', { name: 'Uploading parcel.png' }).waitFor();
    await page.getByRole('textbox', { name: 'Reply' }).fill('see there');
    await page.keyboard.press('Enter');
    expect(world.rooms.get(id)?.entries.length).toBe(before);

    await page.getByRole('button', { name: 'Remove parcel.png' }).click();
    await page.getByRole('textbox', { name: 'Reply' }).press('Enter');

    await expect.poll(() => world.rooms.get(id)?.entries.length).toBe((before ?? 0) + 1);
  });

  it('come by paste and by drop, and those of a note stay with the note', async () => {
    const { page } = await open();
    const bring = (event: 'paste' | 'drop') =>
      page.getByRole('textbox', { name: /^(Reply|Note)$/ }).evaluate((field, kind) => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], `${kind}.png`, { type: 'image/png' }));
        const shared = { bubbles: true, cancelable: true };
        field.dispatchEvent(
          kind === 'paste'
            ? new ClipboardEvent('paste', { ...shared, clipboardData: data })
            : new DragEvent('drop', { ...shared, dataTransfer: data }),
        );
      }, event);
    await bring('paste');
    await bring('drop');
    const chosen = page.getByRole('list', { name: 'Files for the message' });
    await chosen.getByText('paste.png').waitFor();
    await chosen.getByText('drop.png').waitFor();

    await page
      .getByRole('button', { name: 'Note' })
      .or(page.getByRole('radio', { name: 'Note' }))
      .first()
      .click();
    await expect.poll(() => chosen.count()).toBe(0);
  });

  it('fit on a small screen', async () => {
    const { page } = await open({ viewport: NARROW, colorScheme: 'dark' });
    await choose(page, png, pdf);
    await expect.poll(() => page.locator('progress').count()).toBe(0);
    await shoot(page, 'files-tray-narrow');
    await send(page);
    await page.getByRole('button', { name: 'Show parcel.png' }).waitFor();
    await atRest(page);
    await shoot(page, 'files-narrow');

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await flaws(page)).toEqual([]);
  });
});
