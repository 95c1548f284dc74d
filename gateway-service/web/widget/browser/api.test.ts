import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, ORIGIN_PAGE, startTalking, visitor } from './browser';
import { ADA } from './fake-gateway';

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

type Command = readonly [string, ...unknown[]];
type Heard = Window & { heard: [string, unknown][] };

/** Fills the queue as a page does before the widget is there, and keeps what is heard. */
function early(): void {
  const heard: [string, unknown][] = [];
  const names = ['ready', 'opened', 'closed', 'message', 'unread', 'status', 'position'];
  const queue: Command[] = names.map((name) => [
    'on',
    name,
    (detail: unknown) => void heard.push([name, detail ?? null]),
  ]);
  Object.assign(window, { heard, Parlor: queue });
}

const heard = (page: Page, name: string) =>
  page.evaluate(
    (wanted) =>
      (window as unknown as Heard).heard.filter(([event]) => event === wanted).map(([, detail]) => detail),
    name,
  );
const ask = (page: Page, ...command: Command) =>
  page.evaluate(async (given) => {
    await (Reflect.get(window, 'Parlor') as { push(command: Command): unknown }).push(given);
  }, command);
const kept = (page: Page) =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const counts = names.map(
      (name) =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => {
            const counting = opening.result.transaction('outbox').objectStore('outbox').count();
            counting.onsuccess = () => {
              opening.result.close();
              resolve(counting.result);
            };
          };
        }),
    );
    const waiting = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    return { waiting, local: Object.keys(localStorage), session: Object.keys(sessionStorage) };
  });

describe('commands of the page', () => {
  it('wait for the widget, in their order, and unknown ones do no harm', async () => {
    const { page, complaints } = await visitor(
      browser,
      '/page',
      {},
      () => undefined,
      () => {
        const queue: Command[] = [
          ['later'],
          ['constructor'],
          ['setTheme', 'dark'],
          ['setLocale', 'es'],
          ['open'],
        ];
        Object.assign(window, { Parlor: queue });
      },
    );

    await page.getByRole('heading', { name: 'Hola' }).waitFor();

    expect(await page.locator('parlor-widget[data-dark]').count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('are told what happens, whatever a listener does', async () => {
    const { page, gateway } = await visitor(browser, '/page', {}, () => undefined, early);
    await expect.poll(() => heard(page, 'ready')).toEqual([null]);
    await page.evaluate(() => {
      const api = Reflect.get(window, 'Parlor') as { push(command: Command): unknown };
      api.push([
        'on',
        'opened',
        () => {
          throw new Error('of the page');
        },
      ]);
    });
    await startTalking(page);
    await page.getByText('Delivered').waitFor();

    gateway.change({ status: 'queued', queue: { position: 3 } });
    gateway.queue({ position: 2, estimatedWaitMs: 60_000 });
    gateway.change({ status: 'assigned', assignee: ADA });
    gateway.post(ADA, { text: 'Hello' });

    await expect.poll(() => heard(page, 'opened')).toEqual([null]);
    await expect.poll(() => heard(page, 'status')).toEqual(['queued', 'assigned']);
    await expect
      .poll(() => heard(page, 'position'))
      .toEqual([{ position: 3 }, { position: 2, estimatedWaitMs: 60_000 }]);
    await expect
      .poll(() => heard(page, 'message'))
      .toMatchObject([{ text: 'Hello', author: { id: ADA.id } }]);
    await ask(page, 'close');
    gateway.post(ADA, { text: 'Still there?' });
    await expect.poll(async () => (await heard(page, 'unread')).at(-1)).toBe(1);
    await page.context().close();
  });
});

describe('reset', () => {
  it('forgets the visitor, what was not sent and what was set, in every tab', async () => {
    const { page, gateway } = await visitor(browser);
    await startTalking(page);
    await page.getByText('Delivered').waitFor();
    await page.getByRole('button', { name: 'Mute sounds' }).click();
    const other = await page.context().newPage();
    await gateway.attach(other);
    await other.goto(ORIGIN_PAGE);
    await other.getByRole('button', { name: 'Open chat' }).click();
    await other.getByRole('region', { name: 'Conversation' }).waitFor();
    gateway.silent = true;
    await page.getByRole('textbox', { name: 'Write a message' }).fill('Never sent');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await kept(page)).waiting).toBe(1);

    await ask(page, 'reset');

    await expect.poll(() => kept(page)).toEqual({ waiting: 0, local: [], session: [] });
    await other.getByRole('heading', { name: 'Hi there' }).waitFor();
    await page.getByRole('button', { name: 'Open chat' }).click();
    await page.getByRole('button', { name: 'Start a conversation' }).click();
    expect(await page.getByLabel('Name').inputValue()).toBe('');
    await page.context().close();
  });

  it('changes nothing for somebody nobody knows', async () => {
    const { page } = await visitor(browser);
    await page.locator('parlor-widget button.bubble').waitFor();

    await ask(page, 'reset');

    expect(await kept(page)).toEqual({ waiting: 0, local: [], session: [] });
    await page.context().close();
  });
});
