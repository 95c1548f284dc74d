import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { FACT_MS } from '../../testing/patience';
import { ADMINISTRATOR, type Stack } from './stack';

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  });

export interface Colleague {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Adds an account as the administrator would. */
export async function hire(stack: Stack, name: string, ...roles: string[]): Promise<Colleague> {
  const colleague = {
    name,
    email: `${name.toLowerCase().replace(/\W+/g, '.')}@example.org`,
    password: 'a long password for tests',
  };
  const token = await administratorToken(stack);
  const answer = await fetch(`${stack.url}/api/v1/accounts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ ...colleague, roles }),
  });
  if (answer.status !== 201) {
    throw new Error(`no account for ${name}: ${answer.status} ${await answer.text()}`);
  }
  return colleague;
}

async function administratorToken(stack: Stack): Promise<string> {
  const answer = await fetch(`${stack.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ADMINISTRATOR),
  });
  const session = (await answer.json()) as { token: string };
  return session.token;
}

/** A colleague at the console, signed in, in a browser of their own. */
export async function atTheConsole(
  browser: Browser,
  stack: Stack,
  who: Pick<Colleague, 'email' | 'password'>,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  context.setDefaultTimeout(FACT_MS);
  const page = await context.newPage();
  await page.goto(`${stack.url}/console/`);
  await page.getByLabel('Email').fill(who.email);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Main navigation' }).waitFor();
  return page;
}

/** A visitor on somebody's page, in a browser of their own. */
export async function onThePage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, ...options });
  context.setDefaultTimeout(FACT_MS);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Opens the widget and sends the form. */
export async function startTalking(page: Page, name: string, message: string): Promise<void> {
  await page.getByRole('button', { name: 'Chat with us' }).click();
  await page.getByRole('button', { name: 'Start a conversation' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail').fill('visitor@example.org');
  await page.getByLabel('How can we help?').fill(message);
  await page.getByRole('button', { name: 'Send message' }).click();
  await page.getByRole('region', { name: 'Conversation' }).waitFor();
}

/** Writes as the visitor. */
export async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Write a message' }).fill(text);
  await page.keyboard.press('Enter');
}
