import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { flaws, launch, NARROW, shoot, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const section = (page: Page) => page.getByRole('region', { name: 'Signed identity' });

async function make(page: Page): Promise<string> {
  await section(page).getByRole('button', { name: 'New signing key' }).click();
  await page.getByRole('button', { name: 'Make the key' }).click();
  const told = await page.getByLabel('Secret', { exact: true }).inputValue();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return told;
}

describe('identity keys', () => {
  it('are told once', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/integrations');
    await section(page).getByRole('heading', { name: 'No key yet' }).waitFor();

    const told = await make(page);

    expect(told).toBe(gateway.world.secrets[0]);
    await section(page).getByText('ik_1').waitFor();
    await page.reload();
    await section(page).getByText('ik_1').waitFor();
    expect(await page.content()).not.toContain(told);
    expect(await flaws(page)).toEqual([]);
    await shoot(page, 'identity');
  });

  it('overlap as long as was chosen', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/integrations');
    await make(page);

    await section(page).getByRole('button', { name: 'New signing key' }).click();
    await page.getByRole('radio', { name: 'for an hour' }).check();
    await page.getByRole('button', { name: 'Make the key' }).click();
    await page.getByLabel('Secret', { exact: true }).waitFor();
    await page.keyboard.press('Escape');

    await section(page).getByText('counts until').waitFor();
    expect(gateway.world.identity.keys.map(({ id, endsAt }) => [id, endsAt !== undefined])).toEqual([
      ['ik_2', false],
      ['ik_1', true],
    ]);
  });

  it('end when they are asked to, but not the one that is needed', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/integrations');
    await make(page);
    const required = section(page).getByRole('switch', { name: /Only visitors/ });
    await required.click();
    await page.getByText('Saved').first().waitFor();
    expect(gateway.world.identity.required).toBe(true);

    await section(page).getByRole('button', { name: 'End the key ik_1' }).click();
    await page.getByRole('button', { name: 'End', exact: true }).click();
    await page.getByText('one key has to stay').first().waitFor();
    await required.click();
    await expect.poll(() => gateway.world.identity.required).toBe(false);
    await section(page).getByRole('button', { name: 'End the key ik_1' }).click();
    await page.getByRole('button', { name: 'End', exact: true }).click();

    await section(page).getByRole('heading', { name: 'No key yet' }).waitFor();
  });

  it('fit a narrow screen', async () => {
    const { page } = await visit(browser, ordinaryDay(), '/integrations', { viewport: NARROW });
    await make(page);

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width);
    await section(page).scrollIntoViewIfNeeded();
    await shoot(page, 'identity-narrow');
  });
});
