import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { launch, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('the language of the console', () => {
  it.each([
    ['fr', 'Vos réglages'],
    ['es', 'Sus ajustes'],
    ['de', 'Deine Einstellungen'],
    ['ar', 'إعداداتك'],
    ['am', 'የእርስዎ ቅንብሮች'],
  ])('is chosen in the settings, loaded alone and kept: %s', async (language, title) => {
    const { page } = await visit(browser, ordinaryDay(), '/settings');
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));

    await page.getByLabel('Language', { exact: true }).selectOption(language);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();

    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(language === 'ar' ? 'rtl' : 'ltr');
    const texts = loaded.flatMap((path) => /\/(de|fr|es|ar|am)-[\w-]+\.js$/.exec(path)?.[1] ?? []);
    expect(new Set(texts)).toEqual(new Set([language]));
    await page.context().close();
  });
});
