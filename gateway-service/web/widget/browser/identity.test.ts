import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, startTalking, visitor } from './browser';
import { ADA, type FakeGateway, VISITOR } from './fake-gateway';

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
/** Looks like what a server signs; the real one is asked in the journeys. */
const tokenOf = (sub: string) => `${part({ alg: 'HS256' })}.${part({ sub, exp: 1 })}.c2lnbmF0dXJl`;

type Api = { push(command: unknown[]): unknown };
type Heard = Window & { heard: unknown[] };

const tell = (page: Page, command: string, ...values: unknown[]) =>
  page.evaluate(
    async (given) => {
      await (Reflect.get(window, 'Parlor') as unknown as Api).push(given);
    },
    [command, ...values],
  );

/** A page whose server has signed for its visitor, before the widget is there. */
async function known(sub: string, prepare: (gateway: FakeGateway) => void = () => undefined) {
  const seen = await visitor(browser, '/page', {}, prepare);
  await seen.page.addInitScript((token) => {
    const heard: unknown[] = [];
    const queue = [
      ['on', 'identity', (detail: unknown) => void heard.push(detail)],
      ['setUser', token],
    ];
    Object.assign(window, { heard, Parlor: queue });
  }, tokenOf(sub));
  await seen.page.reload();
  return seen;
}

const open = (page: Page) => page.getByRole('button', { name: 'Open chat' }).click();
const conversation = (page: Page) => page.getByRole('region', { name: 'Conversation' });
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('parlor:http://parlor.test') ?? '');
const nobodyYet = (gateway: FakeGateway) =>
  (gateway.recognized = () => ({ guest: VISITOR, token: 'pg_known' }));

describe('a visitor whom the page has signed for', () => {
  it('finds the conversation again, and nothing is asked or kept before it is opened', async () => {
    const { page, gateway, complaints } = await known('u_1');
    gateway.post(ADA, { text: 'As we said yesterday' });
    await page.getByRole('button', { name: 'Open chat' }).waitFor();
    expect(gateway.recognitions).toEqual([]);
    expect(await kept(page)).toBe('');

    await open(page);

    await page.getByText('As we said yesterday').waitFor();
    expect(gateway.recognitions).toEqual([{ identity: tokenOf('u_1'), bearer: undefined }]);
    expect(await page.evaluate(() => (window as unknown as Heard).heard)).toEqual([{ known: true }]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('begins without a form', async () => {
    const { page, gateway } = await known('u_1', nobodyYet);
    await open(page);

    await page.getByRole('button', { name: 'Start a conversation' }).click();

    await conversation(page).waitFor();
    expect(gateway.starts).toEqual([]);
    expect(JSON.parse(await kept(page))).toMatchObject({ token: 'pg_known', sub: 'u_1' });
    await page.context().close();
  });

  it('keeps the conversation that was begun before', async () => {
    const { page, gateway } = await visitor(browser);
    await startTalking(page);

    await tell(page, 'setUser', tokenOf('u_1'));

    expect(gateway.recognitions).toEqual([{ identity: tokenOf('u_1'), bearer: 'Bearer pg_test' }]);
    await page.getByText('Do you ship to Norway?').waitFor();
    expect(JSON.parse(await kept(page))).toMatchObject({ token: 'pg_known', sub: 'u_1' });
    await page.context().close();
  });

  it('is never shown what another one had in this browser', async () => {
    const { page, gateway } = await known('u_1');
    gateway.post(ADA, { text: 'Only for the first' });
    await open(page);
    await page.getByText('Only for the first').waitFor();
    gateway.recognized = () => ({ guest: { id: 'g_2', name: 'Eve' }, token: 'pg_eve' });

    await tell(page, 'setUser', tokenOf('u_2'));

    await page.getByRole('button', { name: 'Start a conversation' }).waitFor();
    expect(await page.getByText('Only for the first').count()).toBe(0);
    expect(gateway.recognitions.at(-1)).toEqual({ identity: tokenOf('u_2'), bearer: undefined });
    expect(await kept(page)).toBe('');
    await page.context().close();
  });

  it('is somebody unknown after a reset', async () => {
    const { page } = await known('u_1');
    await open(page);
    await conversation(page).waitFor();

    await tell(page, 'reset');
    await open(page);
    await page.getByRole('button', { name: 'Start a conversation' }).click();

    await page.getByLabel('Name').waitFor();
    expect(await kept(page)).toBe('');
    await page.context().close();
  });
});

describe('a token that is refused', () => {
  const refuse = (gateway: FakeGateway) =>
    (gateway.refusal = { status: 401, body: { code: 'identity-expired', title: 'No' } });

  it('leaves what went on, says so, and tells the page why', async () => {
    const { page, gateway } = await visitor(browser);
    await startTalking(page);
    await page.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      const api = Reflect.get(window, 'Parlor') as unknown as Api;
      api.push(['on', 'identity', (detail: unknown) => void heard.push(detail)]);
    });
    refuse(gateway);

    await tell(page, 'setUser', tokenOf('u_1'));

    await page.getByText('We could not tell who you are.').waitFor();
    await page.getByText('Do you ship to Norway?').waitFor();
    expect(await page.evaluate(() => (window as unknown as Heard).heard)).toEqual([
      { known: false, code: 'identity-expired' },
    ]);
    await page.context().close();
  });

  it('leaves the form to write by', async () => {
    const { page } = await known('u_1', refuse);
    await open(page);

    await page.getByText('We could not tell who you are.').waitFor();
    await page.getByRole('button', { name: 'Start a conversation' }).click();

    await page.getByLabel('Name').waitFor();
    await page.context().close();
  });
});

it('asks visitors to sign in first where that is required', async () => {
  const { page } = await visitor(browser, '/page', {}, (gateway) => {
    gateway.settings = { features: { identity: 'required' } };
  });
  await open(page);

  await page.getByRole('button', { name: 'Start a conversation' }).click();

  await page.getByText('Please sign in on this website first.').waitFor();
  expect(await page.getByLabel('Name').count()).toBe(0);
  await page.context().close();
});
