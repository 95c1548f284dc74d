import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostPage } from '../src/host-page';
import { Newcomer } from '../src/newcomer';
import { atTheConsole, onThePage } from '../src/people';
import { ADMINISTRATOR, freePort, Stack } from '../src/stack';

/** Does what docs/newcomer.md says, with what stands in it. The steps build on each other. */
describe('a newcomer', () => {
  const guide = new Newcomer();
  let stack: Stack;
  let browser: Browser;
  let host: HostPage;
  let page: Page;
  let origin: string;

  beforeAll(async () => {
    const port = await freePort();
    const allowed = guide.allowing(port);
    origin = allowed.origin;
    stack = await Stack.start({ properties: [allowed.option] });
    host = await HostPage.serve(stack.url, { port, snippet: guide.snippet(stack.url) });
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        `--host-resolver-rules=MAP ${new URL(origin).hostname} 127.0.0.1`,
      ],
    });
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
    await stack.stop();
  });

  const press = async (words: string) => {
    expect(guide.names(words)).toBe(true);
    await page.getByRole('button', { name: words }).click();
  };

  it('X12: allows the page, and no other', async () => {
    const asked = (from: string) =>
      fetch(`${stack.url}/api/v1/widget`, { headers: { origin: from } }).then(({ status }) => status);

    expect(await asked(origin)).toBe(200);
    expect(await asked('http://other.example:3000')).toBe(403);
  });

  it('X12: has the widget on the own page and says something', async () => {
    page = await onThePage(browser, `${origin}/`);
    await press('Chat with us');
    await press('Start a conversation');
    await page.getByLabel('Name').fill('Nia Newcomer');
    await page.getByLabel('E-mail').fill('nia@example.org');
    await page.getByLabel('How can we help?').fill('Is anybody there?');
    await press('Send message');

    await page.locator('parlor-widget .line', { hasText: 'Is anybody there?' }).waitFor();
  });

  it('X12: answers it in the console', async () => {
    const console = await atTheConsole(browser, stack, ADMINISTRATOR);
    expect(guide.names('All conversations')).toBe(true);
    await console.getByRole('link', { name: 'All conversations' }).click();
    await console.getByRole('link', { name: /Nia Newcomer/ }).click();
    expect(guide.names('Accept')).toBe(true);
    await console.getByRole('button', { name: 'Accept' }).first().click();
    await console.getByRole('textbox', { name: 'Reply' }).fill('Here I am.');
    await console.keyboard.press('Enter');

    await page.locator('parlor-widget .line', { hasText: 'Here I am.' }).waitFor();
  });
});
