import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { FACT_MS } from '../../../testing/patience';
import { FakeGateway } from '../fake/gateway';
import type { World } from '../fake/world';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = process.env['SHOTS'];

export const WIDE = { width: 1440, height: 900 };
export const TABLET = { width: 900, height: 1100 };
export const NARROW = { width: 320, height: 640 };

export function launch(): Promise<Browser> {
  const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    existsSync,
  );
  const path = process.env['CHROMIUM'] ?? installed;
  return chromium.launch({ args: ['--no-sandbox'], ...(path ? { executablePath: path } : {}) });
}

/** Where links that work once lead to: nobody is signed in there, and nothing is connected. */
const LINKS = /^\/(invitation|password)/;

export type Visit = { page: Page; gateway: FakeGateway; complaints: string[] };

/**
 * Opens the console on a path and waits until it is filled and connected: what is told before reaches nobody.
 * Whatever the page complains about is kept. `prepare` sees the page before it loads.
 */
export async function visit(
  browser: Browser,
  world: World,
  path: string,
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Promise<Visit> {
  const gateway = await FakeGateway.start(world);
  const context = await browser.newContext({
    viewport: WIDE,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  onTestFinished(async () => {
    await context.close();
    await gateway.stop();
  });
  const page = await context.newPage();
  page.setDefaultTimeout(FACT_MS);
  await prepare(page);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(`${gateway.url}/console${path}`);
  await page.locator('h1:visible').first().waitFor();
  await page.waitForSelector('[role="status"] [aria-hidden]', { state: 'detached' });
  if (LINKS.test(path)) return { page, gateway, complaints };
  await expect.poll(() => gateway.sockets.heard.map(({ type }) => type)).toContain('hello');
  return { page, gateway, complaints };
}

/** Waits until all that moves for a while has come to rest, and the page was drawn twice since. */
export const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const passing = () =>
      document
        .getAnimations()
        .filter(
          ({ playState, effect }) =>
            playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
        );
    const drawn = () => new Promise((next) => requestAnimationFrame(next));
    do {
      await Promise.allSettled(passing().map(({ finished }) => finished));
      await drawn();
      await drawn();
    } while (passing().length > 0);
  });

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] };

/**
 * What axe finds wrong with the page as it stands, in words. Left out: the focus guards of Base UI, which pass the
 * focus on and never keep it, and the landmark of an open menu, which belongs to its button.
 */
export async function flaws(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (context: object, options: object) => Promise<{ violations: Violation[] }> };
    };
    const open = document.querySelector('[role="menu"]') !== null;
    return (
      await axe.run(
        { exclude: ['[data-base-ui-focus-guard]'] },
        {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          rules: { region: { enabled: !open } },
        },
      )
    ).violations;
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
  );
}

/** Keeps a picture when SHOTS names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}/${name}.png` });
}
