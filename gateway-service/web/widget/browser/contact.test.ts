import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atRest, launch, visitor } from './browser';
import { type FakeGateway, ORIGIN } from './fake-gateway';

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

const everything = {
  brand: { name: 'Fernweh', primaryColor: '#7a3e1d' },
  style: { effect: 'bounce' },
  contact: {
    phone: '+49 421 12 34',
    whatsapp: '+49 170 1234567',
    telegram: 'fernweh',
    email: 'hello@fernweh.example',
    social: [{ name: 'Mastodon', url: 'https://social.example/@fernweh' }],
    card: true,
    alwaysThere: true,
  },
};

async function welcomed(
  settings: FakeGateway['settings'],
  options: BrowserContextOptions = {},
  path = '/page',
) {
  const seen = await visitor(browser, path, options, (gateway) => (gateway.settings = settings));
  const asked: string[] = [];
  seen.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await seen.page.locator('parlor-widget button.bubble').click();
  await seen.page.locator('parlor-widget .card').waitFor();
  return { ...seen, asked };
}

const move = (page: Page) =>
  page.locator('parlor-widget .primary').evaluate((button) => {
    const { animationName, animationIterationCount } = getComputedStyle(button);
    return [animationName, animationIterationCount];
  });

describe('O20: other ways to reach people', () => {
  it('are there with ribbon and card, and nothing on the page complains', async () => {
    const { page, complaints } = await welcomed(everything);
    const ways = page.getByRole('list', { name: 'Other ways to reach us' });

    await expect
      .poll(() =>
        ways.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
      )
      .toEqual([
        'tel:+494211234',
        'https://wa.me/491701234567',
        'https://t.me/fernweh',
        'mailto:hello@fernweh.example',
        `${ORIGIN}/api/v1/widget/card`,
      ]);
    const there = page
      .getByRole('list', { name: 'Find us elsewhere' })
      .getByRole('link', { name: 'Mastodon' });
    expect(await there.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    await page.getByRole('img', { name: 'Here around the clock' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('cost nothing where there are none', async () => {
    const { page, asked } = await welcomed({ contact: { social: [], card: false, alwaysThere: false } });

    await expect.poll(() => asked.filter((path) => path.includes('widget/'))).not.toEqual([]);
    expect(asked.filter((path) => path.includes('extras'))).toEqual([]);
    expect(await page.locator('parlor-widget .extras').count()).toBe(0);
    await page.context().close();
  });

  it('can be read by everybody, in the dark and on a narrow phone', async () => {
    for (const options of [{}, { colorScheme: 'dark' }, { viewport: { width: 320, height: 640 } }] as const) {
      const { page } = await welcomed(everything, options);
      await page.getByRole('link', { name: 'Save contact' }).waitFor();
      await atRest(page);
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { run } = Reflect.get(window, 'axe') as typeof axe;
        const { violations } = await run('parlor-widget');
        return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
      });
      expect(found).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
        page.viewportSize()?.width,
      );
      await page.context().close();
    }
  });
});

describe('O20: the effect of the button', () => {
  it.each(['glow', 'levitate', 'pulse', 'bounce'])('moves it: %s', async (effect) => {
    const { page } = await welcomed({ style: { effect } });
    await expect.poll(() => move(page)).toEqual([effect, 'infinite']);
    await page.context().close();
  });

  it('is still where motion is unwanted, and where there is none', async () => {
    const { page } = await welcomed({ style: { effect: 'pulse' } }, { reducedMotion: 'reduce' });
    await expect.poll(() => move(page)).toEqual(['pulse', '1']);
    await page.context().close();

    const calm = await welcomed({ style: { effect: 'none' } });
    expect(await move(calm.page)).toEqual(['none', '1']);
    await calm.page.context().close();
  });
});
