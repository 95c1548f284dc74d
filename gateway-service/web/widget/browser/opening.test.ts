import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { glimpse } from '../../testing/glimpse';
import { launch, startTalking, visitor } from './browser';
import { BOT } from './fake-gateway';

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

const bubble = (page: Page) => page.locator('parlor-widget button.bubble');
const isOpen = (page: Page) => page.locator('parlor-widget .frame[data-open]').count();
const stored = (page: Page) =>
  page.evaluate(async () => ({
    cookies: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
  }));

describe('before it is opened', () => {
  it('keeps nothing in the browser, under the strictest policy', async () => {
    const { page, complaints } = await visitor(browser, '/demo/');
    await bubble(page).waitFor();

    expect(await stored(page)).toEqual({ cookies: '', local: 0, session: 0, databases: 0 });
    expect(await page.context().cookies()).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('asks for its settings and nothing else', async () => {
    const requests: string[] = [];
    const { page } = await visitor(browser, '/page');
    await bubble(page).waitFor();
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.reload();
    await bubble(page).waitFor();

    expect(requests).toEqual(['/page', '/widget/loader.js', '/api/v1/widget']);
    await page.context().close();
  });

  it('is not there at all when it is switched off', async () => {
    const { page } = await visitor(
      browser,
      '/page',
      {},
      (gateway) => (gateway.settings = { enabled: false }),
    );
    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.locator('parlor-widget').count()).toBe(0);
    await page.context().close();
  });

  it('runs what the page asked for before it was loaded', async () => {
    const { page } = await visitor(browser, '/page');
    await page.addInitScript(() => Object.assign(window, { Parlor: [['open']] }));
    await page.reload();
    await expect.poll(() => isOpen(page)).toBe(1);
    await page.context().close();
  });
});

describe('the panel', () => {
  it('closes by Escape, by its X, by the bubble and by a click outside, and gives the focus back', async () => {
    const { page } = await visitor(browser);
    for (const close of [
      () => page.keyboard.press('Escape'),
      () => page.getByRole('button', { name: 'Close', exact: true }).click(),
      () => bubble(page).click(),
      () => page.locator('#outside').click(),
    ]) {
      await bubble(page).click();
      await expect.poll(() => isOpen(page)).toBe(1);
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('parlor-widget');
      await close();
      await expect.poll(() => isOpen(page)).toBe(0);
    }
    await bubble(page).click();
    await page.getByRole('heading', { name: 'Hi there' }).waitFor();
    await page.keyboard.press('Escape');
    const focused = await page.evaluate(
      () => document.querySelector('parlor-widget')?.shadowRoot?.activeElement?.className,
    );
    expect(focused).toBe('bubble');
    await page.context().close();
  });

  it('fades in 250 and out 300 ms, not at all where motion is unwanted, and is 385 px wide', async () => {
    const { page } = await visitor(browser);
    const style = (name: string) =>
      page
        .locator('parlor-widget .frame')
        .evaluate((frame, key) => getComputedStyle(frame).getPropertyValue(key), name);
    await bubble(page).click();
    await expect.poll(() => isOpen(page)).toBe(1);
    expect(await style('transition-duration')).toMatch(/^0\.25s/);
    expect(await style('width')).toBe('385px');
    await page.keyboard.press('Escape');
    await expect.poll(() => style('transition-duration')).toMatch(/^0\.3s/);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect.poll(async () => parseFloat(await style('transition-duration'))).toBeLessThan(0.001);
    await page.context().close();
  });

  it('fills a narrow phone and never scrolls sideways', async () => {
    const { page } = await visitor(browser, '/page', { viewport: { width: 320, height: 560 } });
    await startTalking(page, 'x'.repeat(300));
    const box = () => page.locator('parlor-widget .frame').boundingBox();
    await expect.poll(box).toEqual({ x: 0, y: 0, width: 320, height: 560 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBe(320);
    await page.context().close();
  });

  it('says so when its code cannot be loaded, and tries again', async () => {
    const { page } = await visitor(browser);
    let broken = true;
    await page.route(/panel-/, (route) => (broken ? route.abort() : route.fallback()));
    await bubble(page).waitFor();
    const said = await glimpse(page, 'The chat could not be loaded.');
    await bubble(page).click();
    await said();
    expect(await isOpen(page)).toBe(0);
    broken = false;
    await bubble(page).click();
    await expect.poll(() => isOpen(page)).toBe(1);
    await page.context().close();
  });

  it('follows the page into the dark, and the tag over the page', async () => {
    const { page } = await visitor(browser);
    const dark = () => page.locator('parlor-widget').evaluate((host) => host.hasAttribute('data-dark'));
    expect(await dark()).toBe(false);
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
    await expect.poll(dark).toBe(true);
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'));
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(dark).toBe(false);
    await page.goto('http://parlor.test/page?theme=dark');
    await bubble(page).waitFor();
    expect(await dark()).toBe(true);
    await page.context().close();
  });

  it('opens, closes and tells from the page', async () => {
    const { page } = await visitor(browser);
    await bubble(page).waitFor();
    const seen = await page.evaluate(async () => {
      interface Api {
        on(event: string, listener: () => void): void;
        open(): Promise<void>;
        close(): Promise<void>;
        toggle(): Promise<void>;
      }
      const parlor = Reflect.get(window, 'Parlor') as unknown as Api;
      const events: string[] = [];
      for (const name of ['opened', 'closed']) parlor.on(name, () => events.push(name));
      await parlor.open();
      await parlor.toggle();
      await parlor.toggle();
      await parlor.close();
      return events;
    });
    expect(seen).toEqual(['opened', 'closed', 'opened', 'closed']);
    await page.context().close();
  });

  it('speaks the language it is told, and loads no other', async () => {
    const { page } = await visitor(browser, '/page?locale=de-AT');
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    const speak = (locale: string) =>
      page.evaluate(async (wish) => {
        const { setLocale } = Reflect.get(window, 'Parlor') as unknown as {
          setLocale(wish: string): Promise<void>;
        };
        await setLocale(wish);
      }, locale);
    await page.getByRole('button', { name: 'Chat öffnen' }).click();
    await page.getByRole('heading', { name: 'Hallo!' }).waitFor();

    await speak('fr');
    await page.getByRole('heading', { name: 'Bonjour' }).waitFor();
    await speak('ar');
    await page.getByRole('heading', { name: 'مرحبًا' }).waitFor();
    expect(await page.locator('parlor-widget').getAttribute('dir')).toBe('rtl');
    await speak('en');
    await page.getByRole('heading', { name: 'Hi there' }).waitFor();

    expect(await page.locator('parlor-widget').getAttribute('dir')).toBe('ltr');
    expect(loaded.filter((path) => /\/(words-)?(es|am)-/.test(path))).toEqual([]);
    await page.context().close();
  });

  it('translates the standard words of the bubble, but not what somebody wrote', async () => {
    const say = (bubble: string) => (gateway: { settings: object }) =>
      (gateway.settings = { texts: { bubble } });
    const standard = await visitor(browser, '/page?locale=fr', {}, say('Chat with us'));
    await standard.page.getByRole('button', { name: 'Discutez avec nous' }).waitFor();
    await standard.page.context().close();

    const own = await visitor(browser, '/page?locale=fr', {}, say('Ask a roaster'));
    await own.page.getByRole('button', { name: 'Ask a roaster' }).waitFor();
    await own.page.context().close();
  });

  it('counts what came while it was closed', async () => {
    const { page, gateway } = await visitor(browser);
    await startTalking(page);
    await page.getByText('Delivered').waitFor();
    await page.keyboard.press('Escape');
    gateway.post(BOT, { text: 'Yes, we do.' });
    gateway.post(BOT, { text: 'From € 9.' });
    await expect.poll(() => page.locator('parlor-widget .badge').textContent()).toBe('2');
    expect(await bubble(page).getAttribute('aria-label')).toContain('2 unread');
    await bubble(page).click();
    await expect.poll(() => page.locator('parlor-widget .badge').isVisible()).toBe(false);
    await page.context().close();
  });
});
