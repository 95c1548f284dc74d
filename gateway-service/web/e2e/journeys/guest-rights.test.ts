import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostPage } from '../src/host-page';
import { atTheConsole, hire, launch, onThePage, say, startTalking } from '../src/people';
import { ADMINISTRATOR, Stack } from '../src/stack';
import { unzip } from '../src/zip';

const NAME = 'Gus Visitor';
const SECRET = 'My account is DE00 1234 5678';

/** A visitor asks what is kept, and that it is erased. The steps build on each other. */
describe('rights of a guest', () => {
  let stack: Stack;
  let browser: Browser;
  let host: HostPage;
  let office: Page;
  let ada: Page;
  let visitor: Page;

  beforeAll(async () => {
    stack = await Stack.start();
    browser = await launch();
    host = await HostPage.serve(stack.url);
    const agent = await hire(stack, 'Ada Lindqvist', 'agent');
    [office, ada] = (await Promise.all(
      [ADMINISTRATOR, agent].map((who) => atTheConsole(browser, stack, who)),
    )) as [Page, Page];
    visitor = await onThePage(browser, host.url);
    await startTalking(visitor, NAME, 'Where is my refund?');
    await say(visitor, SECRET);
    await ada.getByRole('link', { name: 'All conversations' }).click();
    await ada.getByRole('link', { name: /Gus Visitor/ }).click();
    await ada.getByText('Accept to reply').waitFor();
    await ada.keyboard.press('a');
    await ada.getByRole('textbox', { name: 'Reply' }).fill('I am looking, Gus.');
    await ada.keyboard.press('Enter');
    await visitor.locator('parlor-widget .line', { hasText: 'I am looking, Gus.' }).waitFor();
    await ada.getByRole('button', { name: 'Note', exact: true }).click();
    await ada.getByRole('textbox', { name: 'Note' }).fill('Paid twice, be kind');
    await ada.keyboard.press('Enter');
    await ada.getByText('Paid twice, be kind').first().waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
    await stack.stop();
  });

  it('A: an administrator gives out everything that is kept of a guest as one archive', async () => {
    await office.getByRole('link', { name: 'Guests', exact: true }).click();
    await office.getByRole('searchbox', { name: 'Search by name, email or phone' }).fill('gus');
    const [download] = await Promise.all([
      office.waitForEvent('download'),
      office.getByRole('link', { name: `Export everything kept of ${NAME}` }).click(),
    ]);

    const files = unzip(await readFile(await download.path()));
    const read = (part: string) =>
      [...files].filter(([name]) => name.includes(part)).map(([, content]) => content.toString());

    expect(read('guest.json').join('')).toContain('visitor@example.org');
    expect(read('guest.json').join('')).not.toContain('token');
    expect(read('timeline.ndjson').join('')).toContain(SECRET);
    expect(read('timeline.ndjson').join('')).toContain('Paid twice, be kind');
    expect(read('presence.json').join('')).toContain(NAME);
    expect(read('records.json')).toHaveLength(2);
  });

  it('A: an agent neither finds nor exports guests', async () => {
    expect(await ada.getByRole('link', { name: 'Guests', exact: true }).count()).toBe(0);
    const statuses = await ada.evaluate(() =>
      Promise.all(
        ['/guests', '/guests/g_any/export', '/guests/erasures'].map((path) =>
          fetch(`/api/v1${path}`).then(({ status }) => status),
        ),
      ),
    );
    expect(statuses).toEqual([403, 403, 403]);
  });

  it('A: an erased guest is gone everywhere at once, and a receipt says what was erased', async () => {
    await office.getByRole('button', { name: `Erase ${NAME}` }).click();
    await office.getByLabel(`Type “${NAME}” to confirm`).fill(NAME);
    await office.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();

    await office.getByText(/^Erased on/).waitFor();
    await office.getByText(/[1-9][0-9]* entries, 0 files/).waitFor();
    await office.getByText('2 rooms').waitFor();
    await ada.getByRole('link', { name: /Gus Visitor/ }).waitFor({ state: 'detached' });
    await visitor.getByRole('button', { name: 'Start a conversation' }).waitFor();
    const found = await ada.evaluate(() => fetch('/api/v1/rooms?q=Gus').then((answer) => answer.text()));
    expect(JSON.parse(found)).toMatchObject({ items: [] });
    expect(await ada.getByText(SECRET).count()).toBe(0);
  });

  it('A: whoever was erased begins like anybody else', async () => {
    await visitor.getByRole('button', { name: 'Start a conversation' }).click();
    await visitor.getByLabel('Name').fill('Somebody New');
    await visitor.getByLabel('E-mail').fill('new@example.org');
    await visitor.getByLabel('How can we help?').fill('Hello again');
    await visitor.getByRole('button', { name: 'Send message' }).click();

    await ada.getByRole('link', { name: /Somebody New/ }).waitFor();
    expect(await visitor.locator('parlor-widget').getByText(SECRET).count()).toBe(0);
  });
});
