import type { Page } from 'playwright-core';
import { FACT_MS } from './patience';

/**
 * Looks for what shows only for seconds. The page looks by itself from now on, at every change, so that nothing escapes
 * a test that stalls: begin before what makes it show, and await the answer after.
 *
 * @returns resolves once an element with this text was there to be seen, in the page or in the widget on it
 */
export async function glimpse(page: Page, text: string): Promise<() => Promise<void>> {
  const looking = await page.evaluateHandle(look, [text, FACT_MS] as const);
  return async () => {
    await looking.evaluate(({ seen }) => seen);
    await looking.dispose();
  };
}

/** Runs in the page. */
function look([text, patienceMs]: readonly [string, number]): { seen: Promise<void> } {
  const root = document.querySelector('parlor-widget')?.shadowRoot ?? document.documentElement;
  const words = (element: Element) =>
    [...element.childNodes]
      .map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : ''))
      .join('');
  const shows = () =>
    [...root.querySelectorAll('*')].some(
      (element) => words(element).includes(text) && element.checkVisibility({ visibilityProperty: true }),
    );
  const seen = new Promise<void>((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(patience);
      watch.disconnect();
      settle();
    };
    const watch = new MutationObserver(() => shows() && finish(resolve));
    const patience = setTimeout(() => finish(() => reject(new Error(`never shown: ${text}`))), patienceMs);
    watch.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    if (shows()) finish(resolve);
  });
  seen.catch(() => undefined); // told to who awaits it
  return { seen };
}
