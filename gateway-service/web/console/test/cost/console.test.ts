import { loadavg } from 'node:os';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, visit } from '../browser/support';
import type { FakeGateway } from '../fake/gateway';
import { crowded } from '../fake/stories';
import { heapMb, quantile, stopwatch, timed, type Shown } from './page';

const ROOMS = 5_000;
const MESSAGES = 10_000;
const ROUNDS = Number(process.env['ROUNDS'] ?? 40);
const TITLE = 'h1';
const PANE = 'section[aria-label^="Conversation"]';

let browser: Browser;
let page: Page;
let gateway: FakeGateway;
let session: CDPSession;
const report = (line: string): void => void process.stdout.write(`${line}\n`);

beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  const [load] = loadavg();
  report(`load at the end: ${load?.toFixed(1)}`);
});

function say(what: string, times: readonly number[]): void {
  const [median, late, most] = [quantile(times, 0.5), quantile(times, 0.95), Math.max(...times)];
  const all = [median, late, most].map((ms) => ms.toFixed(0)).join(' / ');
  report(`${what}: p50 / p95 / max ${all} ms, ${times.length} times`);
}

/** Each in turn: they are what one person does. */
async function each<T>(items: readonly T[], act: (item: T) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (const item of items) times.push(await act(item));
  return times;
}

const list = () => page.getByRole('list', { name: 'All conversations' });
const open = (n: number): Shown[] => [
  [TITLE, `Guest ${n}`],
  [PANE, `Answer number ${n}`],
];

/** Goes on to the end of what can be scrolled, in whichever direction, page by page. */
async function scrollOut(where: string, to: 'top' | 'bottom', done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) {
    await page.evaluate(
      ([selector, edge]) => {
        const scroller = document.querySelector(selector!)!;
        scroller.scrollTop = edge === 'top' ? 0 : scroller.scrollHeight;
        return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      },
      [where, to],
    );
  }
}

it('answers, with very much in it', async () => {
  ({ page, gateway } = await visit(browser, crowded(ROOMS, MESSAGES), '/all', {}, (fresh) =>
    fresh.addInitScript(stopwatch),
  ));
  session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  report(`heap with the first page of the list: ${(await heapMb(session)).toFixed(1)} MB`);

  await list().locator('li').first().waitFor();
  const count = page.locator('header span').filter({ hasText: /^[\d,]+$/ });
  const wanted = new Intl.NumberFormat('en-GB').format(ROOMS + 1);
  const scroller = 'div:has(> ul[aria-label="All conversations"])';
  await scrollOut(scroller, 'bottom', async () => (await count.first().textContent()) === wanted);
  report(`heap with ${ROOMS} conversations: ${(await heapMb(session)).toFixed(1)} MB`);
  await page.evaluate((where) => (document.querySelector(where)!.scrollTop = 0), scroller);

  const steps = Array.from({ length: ROUNDS }, (_, n) => n);
  const at = () => page.locator(TITLE).allTextContents();
  await list().getByText('Guest 0', { exact: true }).click();
  await expect.poll(at).toContain('Guest 0');
  say(
    'j, the next conversation',
    await each(steps, (n) => timed(page, () => page.keyboard.press('j'), open(n + 1))),
  );
  say(
    'k, the one before',
    await each(steps.toReversed(), (n) => timed(page, () => page.keyboard.press('k'), open(n))),
  );
  say(
    'a click on a conversation',
    await each(steps, (n) =>
      timed(
        page,
        () =>
          list()
            .getByText(`Guest ${(n * 3) % 8}`, { exact: true })
            .click(),
        open((n * 3) % 8),
      ),
    ),
  );
  const views = ['Mine', 'All conversations', 'Ended', 'All conversations'] as const;
  say(
    'another view',
    await each(steps, (n) => {
      const view = views[n % views.length]!;
      return timed(page, () => page.getByRole('link', { name: view, exact: true }).click(), [
        [TITLE, view],
        [`ul[aria-label="${view}"] li`, 'Guest'],
      ]);
    }),
  );
  await page.getByRole('link', { name: 'All conversations', exact: true }).click();
  const search = page.getByRole('searchbox').first();
  await search.click();
  const words = 'answer number 4321'.repeat(3).slice(0, ROUNDS);
  say(
    'a letter in the search',
    await each([...words], (letter) =>
      timed(page, () => page.keyboard.type(letter), [['input[type=search]', letter]]),
    ),
  );
  await search.fill('');
  report(`heap after all of that: ${(await heapMb(session)).toFixed(1)} MB`);

  await page.goto(`${gateway.url}/console/mine/r_long`);
  const timeline = '[role=region][tabindex="0"]';
  await page.locator(timeline).waitFor();
  await page.getByText('Line 1 of a long story').first().waitFor();
  report(`heap with the newest page of the long room: ${(await heapMb(session)).toFixed(1)} MB`);
  const frames = await framesWhile(async () => {
    await scrollOut(
      timeline,
      'top',
      async () => (await page.getByText(`Line ${MESSAGES} of a long story`).count()) > 0,
    );
  });
  report(`longest task while scrolling back through it: ${frames.toFixed(0)} ms`);
  report(`heap with all ${MESSAGES} messages: ${(await heapMb(session)).toFixed(1)} MB`);
  const drawn = await page.locator(`${timeline} li`).count();
  report(`rows drawn of them: ${drawn}`);
  await page.getByRole('button', { name: 'Newest' }).click();
  const field = page.getByRole('textbox', { name: 'Reply' });
  await field.click();
  say(
    'a letter of a reply in the long room',
    await each([...'Thank you for waiting.'.repeat(2).slice(0, ROUNDS)], (letter) =>
      timed(page, () => page.keyboard.type(letter), [['textarea', letter]]),
    ),
  );
});

/** The longest task of the main thread while `act` goes on. */
async function framesWhile(act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const longest = { ms: 0 };
    Object.assign(window, { longest });
    new PerformanceObserver((entries) => {
      for (const { duration } of entries.getEntries()) longest.ms = Math.max(longest.ms, duration);
    }).observe({ type: 'longtask' });
  });
  await act();
  return page.evaluate(() => (window as unknown as { longest: { ms: number } }).longest.ms);
}
