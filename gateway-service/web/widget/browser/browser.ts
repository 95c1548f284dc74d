import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { FACT_MS } from '../../testing/patience';
import { FakeGateway, ORIGIN } from './fake-gateway';

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

export const ORIGIN_PAGE = `${ORIGIN}/page`;

export interface Visitor {
  readonly page: Page;
  readonly gateway: FakeGateway;
  /** What the page's policy refused and what went wrong on it. */
  readonly complaints: string[];
}

/** A fresh visitor on a page with the widget. */
export async function visitor(
  browser: Browser,
  path = '/page',
  options: BrowserContextOptions = {},
  prepare: (gateway: FakeGateway) => void = () => undefined,
  script: () => void = () => undefined,
): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, ...options });
  context.setDefaultTimeout(FACT_MS);
  const page = await context.newPage();
  await page.addInitScript(script);
  const gateway = new FakeGateway();
  prepare(gateway);
  await gateway.attach(page);
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(ORIGIN + path);
  return { page, gateway, complaints };
}

/** Waits until all in the widget that moves for a while has come to rest; what moves for ever goes on. */
export const atRest = (page: Page): Promise<void> =>
  page.locator('parlor-widget').evaluate(async (host) => {
    const passing = () =>
      (host.shadowRoot?.getAnimations() ?? []).filter(
        ({ playState, effect }) =>
          playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
      );
    for (let moving = passing(); moving.length > 0; moving = passing())
      await Promise.allSettled(moving.map(({ finished }) => finished));
  });

export async function fillForm(page: Page, message = 'Do you ship to Norway?'): Promise<void> {
  await page.getByLabel('Name').fill('Sam Visitor');
  await page.getByLabel('E-mail').fill('sam@example.org');
  await page.getByLabel('How can we help?').fill(message);
}

export async function startTalking(page: Page, message?: string): Promise<void> {
  await page.getByRole('button', { name: 'Open chat' }).click();
  await page.getByRole('button', { name: 'Start a conversation' }).click();
  await fillForm(page, message);
  await page.getByRole('button', { name: 'Send message' }).click();
  await page.getByRole('region', { name: 'Conversation' }).waitFor();
}
