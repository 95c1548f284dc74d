import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, volumes } from '../src/ears';
import { HostPage } from '../src/host-page';
import { atTheConsole, launch, onThePage, say, startTalking } from '../src/people';
import { ADMINISTRATOR, Stack } from '../src/stack';

const EMAIL = 'nia.new@example.org';
const FIRST = 'the first long password';
const SECOND = 'the second long password';

/** A colleague from the invitation to the end. The steps build on each other. */
describe('an administrator and a new colleague', () => {
  let stack: Stack;
  let browser: Browser;
  let host: HostPage;
  let admin: Page;
  let nia: Page;

  beforeAll(async () => {
    stack = await Stack.start();
    browser = await launch();
    host = await HostPage.serve(stack.url);
    admin = await atTheConsole(browser, stack, ADMINISTRATOR);
    await admin.getByRole('link', { name: 'People' }).click();
    await admin.getByRole('heading', { name: 'People' }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
    await stack.stop();
  });

  const issued = async () => {
    const link = await admin.getByLabel('Link', { exact: true }).inputValue();
    await admin.keyboard.press('Escape');
    await admin.getByLabel('Link', { exact: true }).waitFor({ state: 'detached' });
    return link;
  };
  const about = async (action: string) => {
    await admin.getByRole('button', { name: 'Actions for Nia New' }).click();
    await admin.getByRole('menuitem', { name: action }).click();
  };
  const tries = async (page: Page, password: string) => {
    await page.getByLabel('Email').fill(EMAIL);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };

  it('W9: invites by a link, and who follows it chooses a name and a password and is at the desk', async () => {
    await admin.getByRole('button', { name: 'Invite', exact: true }).click();
    await admin.getByLabel('Email', { exact: true }).fill(EMAIL);
    await admin.getByRole('button', { name: 'Make the link' }).click();
    const link = await issued();

    nia = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await listen(nia);
    await nia.goto(link);
    await nia.getByLabel('Name').fill('Nia New');
    await nia.getByLabel('New password', { exact: true }).fill(FIRST);
    await nia.getByRole('button', { name: 'Join' }).click();
    await nia.getByRole('navigation', { name: 'Main navigation' }).waitFor();

    const again = await browser.newPage();
    await again.goto(link);
    await again.getByRole('heading', { name: 'This link was used already' }).waitFor();
    await again.close();
  });

  it('O17 O26: what she sets for herself is in her other tab at once, and there after a reload', async () => {
    const tab = await nia.context().newPage();
    await tab.goto(`${stack.url}/console/mine`);
    await tab.getByRole('heading', { name: 'Mine' }).waitFor();
    await nia.goto(`${stack.url}/console/settings`);
    await nia.getByRole('button', { name: 'Dark', exact: true }).click();

    await expect.poll(() => tab.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await tab.evaluate(() => localStorage.clear());
    await tab.reload();

    await expect.poll(() => tab.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await tab.close();
  });

  it('O16: she hears a new conversation, the visitor hears her answer, each at its volume', async () => {
    await nia.goto(`${stack.url}/console/queue`);
    await nia.getByRole('heading', { name: 'Queue' }).click();
    const visitor = await onThePage(browser, host.url);
    await listen(visitor);
    await visitor.reload();
    await startTalking(visitor, 'Gus Visitor', 'Do you ship to Norway?');
    await visitor.getByRole('button', { name: 'Talk to a human' }).click();
    await nia.getByRole('button', { name: 'Accept Gus Visitor' }).click();
    await nia.getByRole('textbox', { name: 'Reply' }).waitFor();
    expect(await volumes(nia)).toContain(0.2);
    await say(visitor, 'Hello Nia');
    await expect.poll(() => volumes(nia)).toContain(0.5);

    const before = (await volumes(visitor)).filter((volume) => volume === 0.5).length;
    await nia.getByRole('textbox', { name: 'Reply' }).fill('Hello Gus');
    await nia.keyboard.press('Enter');

    const heard = async () => (await volumes(visitor)).filter((volume) => volume === 0.5).length;
    await expect.poll(heard).toBe(before + 1);
    await visitor.context().close();
  });

  it('W9: gives her a link to a new password; using it ends the session she had', async () => {
    await admin.reload();
    await about('New password by link');
    const link = await issued();
    const phone = await (await browser.newContext()).newPage();
    await phone.goto(link);
    await phone.getByLabel('New password', { exact: true }).fill(SECOND);
    await phone.getByRole('button', { name: 'Set password' }).click();
    await phone.getByRole('navigation', { name: 'Main navigation' }).waitFor();

    await nia.getByText('Your session has ended').waitFor();
    await phone.context().close();
    await tries(nia, FIRST);
    await nia.getByText('Email and password do not match.').waitFor();
    await tries(nia, SECOND);
    await nia.getByRole('navigation', { name: 'Main navigation' }).waitFor();
  });

  it('W9: disables her: her console ends at once, and signing in is refused as for a stranger', async () => {
    await about('Disable');
    await admin.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();

    await nia.getByText('Your session has ended').waitFor();
    await tries(nia, SECOND);
    await nia.getByText('Email and password do not match.').waitFor();
    await about('Enable');
    await admin.getByText('Nia New can sign in again.').first().waitFor();
    await tries(nia, SECOND);
    await nia.getByRole('navigation', { name: 'Main navigation' }).waitFor();
  });
});
