import type { CDPSession, Page } from 'playwright-core';

declare global {
  interface Window {
    /** When the person last did something, by the clock of the page. */
    acted: number;
    /** Answers how many milliseconds after that the selectors found what they look for, and it was drawn. */
    until: (shown: readonly Shown[]) => Promise<number>;
  }
}

/** Something on the page, and a text in it. */
export type Shown = readonly [selector: string, text: string];

/** Put into the page before it loads: notes when somebody acts, and how long it takes until they see it. */
export function stopwatch(): void {
  window.acted = 0;
  const note = (event: Event) => (window.acted = event.timeStamp);
  for (const type of ['keydown', 'pointerdown']) window.addEventListener(type, note, { capture: true });
  const found = ([selector, text]: Shown) =>
    [...document.querySelectorAll(selector)].some((element) =>
      (element instanceof HTMLInputElement ? element.value : element.textContent).includes(text),
    );
  window.until = (shown) =>
    new Promise((done) => {
      // A task that is queued while a frame is made runs after that frame was drawn.
      const drawn = () => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - window.acted);
        port2.postMessage(undefined);
      };
      const look = () => (window.acted && shown.every(found) ? drawn() : requestAnimationFrame(look));
      requestAnimationFrame(look);
    });
}

/** How long it takes after `act` until all of it is drawn, in milliseconds. */
export async function timed(
  page: Page,
  act: () => Promise<unknown>,
  shown: readonly Shown[],
): Promise<number> {
  await page.evaluate(() => (window.acted = 0));
  const waiting = page.evaluate((wanted) => window.until(wanted), shown);
  await act();
  return waiting;
}

/** What is in use of the heap once all that can go is gone, in MB. */
export async function heapMb(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
  return usedSize / 1_048_576;
}

/** The value that `share` of them do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.ceil(share * ordered.length) - 1)] ?? NaN;
}
