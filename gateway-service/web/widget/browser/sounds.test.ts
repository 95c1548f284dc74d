import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, ORIGIN_PAGE, startTalking, visitor, type Visitor } from './browser';
import { ADA, VISITOR } from './fake-gateway';

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

type Ears = Window & { volumes: number[] };

/** Keeps how loud each tone was. */
function listen(): void {
  const ears = window as unknown as Ears;
  ears.volumes = [];
  const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode) => AudioNode;
  AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode) {
    if (this instanceof GainNode && to instanceof AudioDestinationNode) {
      ears.volumes.push(Math.round(this.gain.value * 10) / 10);
    }
    return connect.call(this, to);
  } as typeof AudioNode.prototype.connect;
}

const volumes = (page: Page) => page.evaluate(() => (window as unknown as Ears).volumes);
const stored = (page: Page) => page.evaluate(() => localStorage.getItem('parlor:muted'));

async function talking(): Promise<Visitor> {
  const visit = await visitor(browser, '/page', {}, () => undefined, listen);
  await startTalking(visit.page);
  await visit.page.getByText('Delivered').waitFor();
  return visit;
}

const said = (page: Page, text: string) => page.getByText(text, { exact: true }).last().waitFor();

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Write a message' }).fill(text);
  await page.keyboard.press('Enter');
}

describe('sounds', () => {
  it('are made for what is received and sent, at their volumes, and nothing complains', async () => {
    const { page, gateway, complaints } = await talking();

    gateway.post(ADA, { text: 'Hello Sam' });
    await expect.poll(() => volumes(page)).toEqual([0.5]);
    await write(page, 'Hello Ada');
    await expect.poll(() => volumes(page)).toEqual([0.5, 0.2]);

    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('are not made for what the visitor writes on another device', async () => {
    const { page, gateway } = await talking();

    gateway.post(VISITOR, { text: 'From my phone' });
    await said(page, 'From my phone');
    gateway.post(ADA, { text: 'Audible' });

    await expect.poll(() => volumes(page)).toEqual([0.5]);
    await page.context().close();
  });

  it('are muted by the visitor, who is remembered', async () => {
    const { page, gateway } = await talking();
    expect(await stored(page)).toBeNull();

    await page.getByRole('button', { name: 'Mute sounds' }).click();
    gateway.post(ADA, { text: 'Unheard' });
    await said(page, 'Unheard');
    await write(page, 'In silence');
    await said(page, 'In silence');
    expect(await stored(page)).toBe('1');
    await page.reload();
    await page.getByRole('button', { name: 'Turn sounds on' }).click();
    gateway.post(ADA, { text: 'Heard' });

    await expect.poll(() => volumes(page)).toEqual([0.5]);
    expect(await stored(page)).toBeNull();
    await page.context().close();
  });

  it('are made once, however many tabs are open', async () => {
    const { page, gateway } = await talking();
    const other = await page.context().newPage();
    await other.addInitScript(listen);
    await gateway.attach(other);
    await other.goto(ORIGIN_PAGE);
    await other.getByRole('button', { name: /Open chat/ }).click();
    await other.getByRole('region', { name: 'Conversation' }).waitFor();
    await other.getByRole('heading', { level: 1 }).last().click();

    gateway.post(ADA, { text: 'Once' });
    await said(page, 'Once');
    await said(other, 'Once');

    await expect.poll(async () => [...(await volumes(page)), ...(await volumes(other))]).toEqual([0.5]);
    await page.context().close();
  });
});
