import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atRest, launch, startTalking, visitor } from './browser';
import { ADA } from './fake-gateway';

const SHOTS = process.env['SHOTS'];

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

const png = { name: 'parcel.png', mimeType: 'image/png', buffer: Buffer.from('x') };
const pdf = { name: 'label.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') };
const choose = (page: Page, ...files: (typeof png)[]) =>
  page.locator('parlor-widget input[type=file]').setInputFiles(files);
const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true }).click();
const uploaded = (page: Page) =>
  expect.poll(() => page.locator('parlor-widget .chosen-done').count()).toBeGreaterThan(0);
const shoot = async (page: Page, name: string) => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
};

async function flaws(page: Page): Promise<string[]> {
  await atRest(page);
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { run } = Reflect.get(window, 'axe') as typeof axe;
    const { violations } = await run('parlor-widget', {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

describe('files', () => {
  it('go with a message, and come only when they are wanted', async () => {
    const { page, gateway, complaints } = await visitor(browser);
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await startTalking(page);
    await page.getByText('Delivered').waitFor();
    expect(loaded.filter((url) => /files-/.test(url))).toEqual([]);

    await choose(page, png, pdf);
    await uploaded(page);
    await shoot(page, 'widget-files-tray');
    expect(await flaws(page)).toEqual([]);
    await expect.poll(() => page.locator('parlor-widget progress').count()).toBe(0);
    await send(page);

    await page.getByRole('button', { name: 'Show parcel.png' }).waitFor();
    expect(gateway.entries.at(-1)).toMatchObject({ text: '', attachments: [{ name: 'parcel.png' }, {}] });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^Download label\.pdf.*2\.3 MB/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('label.pdf');
    await shoot(page, 'widget-files');
    expect(await flaws(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('keep their place while they load, and open in a viewer that Escape closes', async () => {
    const { page, gateway } = await visitor(browser);
    await startTalking(page);
    await page.getByText('Delivered').waitFor();
    const url = '/api/v1/rooms/r_1/attachments/f_9';
    const file = { id: 'f_9', name: 'map.png', type: 'image/png', size: 9, url, width: 4000, height: 2000 };
    gateway.post(ADA, { text: '', attachments: [file] });
    const picture = page.getByRole('button', { name: 'Show map.png' });
    const box = await picture.boundingBox();
    expect([Math.round(box?.width ?? 0), Math.round(box?.height ?? 0)]).toEqual([220, 110]);
    await picture.locator('img').waitFor();
    await expect.poll(() => page.locator('parlor-widget .aloud').textContent()).toContain('map.png');

    await picture.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'map.png' }).getByRole('img', { name: 'map.png' }).waitFor();
    await shoot(page, 'widget-files-viewer');
    expect(await flaws(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'map.png' }).waitFor({ state: 'detached' });

    expect(await picture.evaluate((button) => button.matches(':focus'))).toBe(true);
    await page.context().close();
  });

  it('are looked at one after the other, by key and by button', async () => {
    const { page, gateway } = await visitor(browser);
    await startTalking(page);
    await page.getByText('Delivered').waitFor();
    const picture = (id: string, name: string) => {
      const url = `/api/v1/rooms/r_1/attachments/${id}`;
      return { id, name, type: 'image/png', size: 9, url, width: 400, height: 200 };
    };
    gateway.post(ADA, { text: '', attachments: [picture('f_1', 'one.png'), picture('f_2', 'two.png')] });
    gateway.post(ADA, { text: 'And another', attachments: [picture('f_3', 'three.png')] });
    await page.getByRole('button', { name: 'Show two.png' }).click();
    const dialog = (name: string) => page.getByRole('dialog', { name }).getByRole('img', { name });
    await dialog('two.png').waitFor();
    await page.getByText('2 of 3').waitFor();
    expect(await flaws(page)).toEqual([]);

    await page.keyboard.press('ArrowRight');
    await dialog('three.png').waitFor();
    const next = page.getByRole('button', { name: 'Next picture' });
    expect(await next.getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('ArrowRight');
    await page.getByText('3 of 3').waitFor();
    await page.getByRole('button', { name: 'Previous picture' }).click();
    await page.getByRole('button', { name: 'Previous picture' }).click();
    await dialog('one.png').waitFor();
    await shoot(page, 'widget-files-pictures');
    await page.keyboard.press('Escape');

    await page.getByRole('dialog', { name: 'one.png' }).waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('say why they are refused, and are tried again or taken out', async () => {
    const { page, gateway } = await visitor(browser);
    await startTalking(page);
    await page.getByText('Delivered').waitFor();
    gateway.refusal = { status: 415, body: { code: 'unsupported-file' } };
    await choose(page, png);
    await page.getByText('Only pictures, PDF and Word files.').waitFor();
    expect(await flaws(page)).toEqual([]);

    gateway.refusal = undefined;
    await page.getByRole('button', { name: 'Retry: parcel.png' }).click();
    await uploaded(page);
    await page.getByRole('button', { name: 'Remove parcel.png' }).click();

    expect(await page.locator('parlor-widget .tray').count()).toBe(0);
    await page.context().close();
  });

  it('come by paste and by drop', async () => {
    const { page } = await visitor(browser);
    await startTalking(page);
    for (const kind of ['paste', 'drop']) {
      await page.getByRole('textbox', { name: 'Write a message' }).evaluate((field, event) => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], `${event}.png`, { type: 'image/png' }));
        const shared = { bubbles: true, cancelable: true, composed: true };
        field.dispatchEvent(
          event === 'paste'
            ? new ClipboardEvent('paste', { ...shared, clipboardData: data })
            : new DragEvent('drop', { ...shared, dataTransfer: data }),
        );
      }, kind);
      await page.getByRole('button', { name: `Remove ${kind}.png` }).waitFor();
    }
    await page.context().close();
  });

  it('fit on a small screen from right to left in the dark', async () => {
    const { page } = await visitor(browser, '/rtl', {
      viewport: { width: 320, height: 640 },
      colorScheme: 'dark',
    });
    const shell = page.locator('parlor-widget');
    await shell.locator('.bubble').click();
    await shell.locator('.primary').click();
    await shell.locator('[name=name]').fill('Sam');
    await shell.locator('[name=email]').fill('sam@example.org');
    await shell.locator('[name=message]').fill('Hello');
    await shell.locator('.primary').click();
    await shell.locator('.state-delivered').waitFor();
    await choose(page, png, pdf);
    await uploaded(page);
    await expect.poll(() => shell.locator('progress').count()).toBe(0);
    await shoot(page, 'widget-files-tray-rtl');
    await shell.locator('.send').click();
    await shell.locator('.picture img').waitFor();
    await shoot(page, 'widget-files-rtl');

    expect(await flaws(page)).toEqual([]);
    await page.context().close();
  });
});
