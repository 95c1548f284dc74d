import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { atTheConsole, launch, onThePage, say, startTalking } from '../src/people';
import { ADMINISTRATOR, Stack } from '../src/stack';

const IMAGES = resolve(import.meta.dirname, '../../../../docs/images');
const PHONE = { viewport: { width: 390, height: 780 } };

/** What an administrator sees, by path, each with what is there once it has loaded. */
const SCREENS: Record<string, (page: Page) => Locator> = {
  reports: (page) => page.getByRole('table'),
  widget: (page) => page.getByRole('textbox'),
  routing: (page) => page.getByRole('radio', { name: /All conversations/ }),
  people: (page) => page.getByText('Ben', { exact: false }),
};

/** The main screens on the demo's data, light and dark, as they are shown in README and documents. */
describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  let stack: Stack;
  let browser: Browser;
  const look: BrowserContextOptions = { colorScheme, locale: 'en-GB' };

  beforeAll(async () => {
    mkdirSync(IMAGES, { recursive: true });
    [stack, browser] = await Promise.all([Stack.start({ flags: ['--demo'] }), launch()]);
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  const shoot = async (page: Page, name: string) => {
    await page.waitForSelector('[role="status"] [aria-hidden]', { state: 'detached' });
    await page.waitForFunction(() => !/Loading…|جارٍ التحميل/.test(document.body.innerText));
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(IMAGES, `${name}-${colorScheme}.png`), animations: 'disabled' });
  };

  it('shows the widget', async () => {
    const page = await onThePage(browser, `${stack.url}/demo/`, look);
    await page.getByRole('button', { name: 'Chat with us' }).click();
    await page.getByRole('button', { name: 'Start a conversation' }).waitFor();
    await shoot(page, 'widget-welcome');
    await page.getByRole('button', { name: 'Close' }).first().click();
    await page.getByRole('button', { name: 'Chat with us' }).waitFor();

    await startTalking(page, 'Sam Visitor', 'Do you ship to Norway?');
    await page.locator('parlor-widget .line', { hasText: 'Thank you' }).waitFor();
    await say(page, 'It would be for my sister in Bergen.');
    await page.getByText('Delivered').first().waitFor();
    await shoot(page, 'widget-conversation');
  });

  it('shows the console', async () => {
    const ben = { email: 'ben@demo.parlor.local', password: stack.secret('demo-password') };
    const page = await atTheConsole(browser, stack, ben, look);
    await page.getByRole('link', { name: /Queue/ }).click();
    await page.getByText('Jonas Weber').first().click();
    await page.getByText('I would like to speak to a person').first().waitFor();
    await shoot(page, 'console-queue');

    await page.getByRole('link', { name: /Mine/ }).click();
    await page.getByText('Priya Nair').first().click();
    await page.getByRole('textbox', { name: 'Reply' }).waitFor();
    await page.getByText('Done. You will get a new confirmation').first().waitFor();
    await shoot(page, 'console-conversation');

    await page.getByRole('link', { name: /Team rooms/ }).click();
    await page.getByText('Support').first().click();
    await page.getByText('I take the German guests.').first().waitFor();
    await shoot(page, 'console-team');
  });

  it('shows the screens of an administrator', async () => {
    const page = await atTheConsole(browser, stack, ADMINISTRATOR, look);
    for (const [path, proof] of Object.entries(SCREENS)) {
      await page.goto(`${stack.url}/console/${path}`);
      await proof(page).first().waitFor();
      await shoot(page, `console-${path}`);
    }
  });

  it('shows widget and console in Arabic, from right to left', async () => {
    const guest = await onThePage(browser, `${stack.url}/demo/`, look);
    await guest.locator('parlor-widget button.bubble').waitFor();
    await guest.evaluate(() =>
      (Reflect.get(window, 'Parlor') as { push(command: string[]): unknown }).push(['setLocale', 'ar']),
    );
    await guest.locator('parlor-widget button.bubble').click();
    await guest.locator('parlor-widget .primary').waitFor();
    await shoot(guest, 'widget-arabic');

    const ben = { email: 'ben@demo.parlor.local', password: stack.secret('demo-password') };
    const page = await atTheConsole(browser, stack, ben, look);
    await page.goto(`${stack.url}/console/settings`);
    await page.getByLabel('Language', { exact: true }).selectOption('ar');
    await page.getByRole('heading', { level: 1, name: 'إعداداتك' }).waitFor();
    await page.goto(`${stack.url}/console/`);
    await page.getByText('Priya Nair').first().click();
    await page.getByText('Done. You will get a new confirmation').first().waitFor();
    await shoot(page, 'console-arabic');
  });

  it('shows the console on a phone', async () => {
    const ben = { email: 'ben@demo.parlor.local', password: stack.secret('demo-password') };
    const page = await atTheConsole(browser, stack, ben, { ...look, ...PHONE });
    await page.getByText('Priya Nair').first().click();
    await page.getByText('Done. You will get a new confirmation').first().waitFor();
    await shoot(page, 'console-phone');
  });
});
