import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { launch, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const people = () => visit(browser, ordinaryDay(), '/people');

async function choose(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

describe('people', () => {
  it('are invited by a link that is shown once, renewed and taken back', async () => {
    const { page, gateway } = await people();

    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByLabel('Email', { exact: true }).fill('new@parlor.local');
    await page.getByRole('radio', { name: /^Supervisor/ }).check();
    await page.getByRole('button', { name: 'Make the link' }).click();

    const link = await page.getByLabel('Link', { exact: true }).inputValue();
    expect(link).toBe(`${gateway.url}/console/invitation#${gateway.world.oneTimeLinks[0]?.token}`);
    expect(gateway.world.oneTimeLinks[0]?.link.roles).toEqual(['supervisor']);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'New link for new@parlor.local' }).click();
    await page.getByLabel('Link', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Take back the invitation for new@parlor.local' }).click();
    await page.getByText('counts no more').first().waitFor();
    expect(gateway.world.oneTimeLinks).toEqual([]);
  });

  it('hear at the field what is wrong with an address', async () => {
    const { page, gateway } = await people();
    const errors = [{ field: 'email', message: 'an e-mail address' }];
    gateway.rest.refusals.set('POST /invitations', { status: 422, code: 'invalid', more: { errors } });

    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByLabel('Email', { exact: true }).fill('new@parlor');
    await page.getByRole('button', { name: 'Make the link' }).click();

    await page.getByText('an e-mail address').waitFor();
    expect(await page.getByLabel('Email', { exact: true }).getAttribute('aria-invalid')).toBe('true');
  });

  it('are disabled after a question, and enabled', async () => {
    const { page } = await people();

    await choose(page, 'Bo Ferreira', 'Disable');
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
    await page.getByText('Bo Ferreira cannot sign in any more.').first().waitFor();
    await choose(page, 'Bo Ferreira', 'Enable');

    await page.getByText('Bo Ferreira can sign in again.').first().waitFor();
  });

  it('get another role', async () => {
    const { page, gateway } = await people();

    await choose(page, 'Bo Ferreira', 'Change role');
    await page.getByRole('radio', { name: /^Administrator/ }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Change role' }).click();

    await page.getByText('Bo Ferreira has a new role.').first().waitFor();
    expect(gateway.world.accounts.find(({ id }) => id === 'a_bo')?.roles).toEqual(['administrator']);
  });

  it('stay when they are the last administrator, and it is said why', async () => {
    const { page, gateway } = await people();
    gateway.rest.refusals.set('POST /accounts/a_bo/disable', { status: 409, code: 'last-administrator' });

    await choose(page, 'Bo Ferreira', 'Disable');
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();

    await page.getByText('This is the last administrator.').first().waitFor();
  });

  it('get a link to a new password; oneself has no such menu', async () => {
    const { page } = await people();
    expect(await page.getByRole('button', { name: 'Actions for Ada Lindqvist' }).count()).toBe(0);

    await choose(page, 'Bo Ferreira', 'New password by link');

    expect(await page.getByLabel('Link', { exact: true }).inputValue()).toMatch(/\/console\/password#pl_/);
  });
});

describe('by mail', () => {
  it('are invited too, and the dialog says so', async () => {
    const world = ordinaryDay();
    world.mail = true;
    const { page } = await visit(browser, world, '/people');

    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByLabel('Email', { exact: true }).fill('new@parlor.local');
    await page.getByRole('button', { name: 'Make the link' }).click();

    await page.getByText('It is on its way to new@parlor.local by email.').waitFor();
  });
});

describe('a link', () => {
  it('leads an invited person to the desk, without anybody signed in', async () => {
    const world = ordinaryDay();
    const { token } = world.issue('invitation', 'new@parlor.local', ['agent']);
    const { page, gateway } = await visit(browser, world, `/invitation#${token}`);
    gateway.rest.signedIn = false;

    await page.getByLabel('Name').fill('Nia New');
    await page.getByLabel('New password', { exact: true }).fill('correct horse battery');
    await page.getByRole('button', { name: 'Join' }).click();

    await page.getByRole('heading', { name: 'Mine' }).waitFor();
    expect(page.url()).not.toContain(token);
  });

  it('sets a new password', async () => {
    const world = ordinaryDay();
    const { token } = world.issue('reset', 'bo@parlor.local', ['agent']);
    const { page } = await visit(browser, world, `/password#${token}`);

    expect(await page.getByLabel('Name').count()).toBe(0);
    await page.getByLabel('New password', { exact: true }).fill('correct horse battery');
    await page.getByRole('button', { name: 'Set password' }).click();

    await page.getByRole('heading', { name: 'Mine' }).waitFor();
  });

  it.each([
    ['unknown-link', 404, 'This link is not complete'],
    ['link-used', 410, 'This link was used already'],
    ['link-expired', 410, 'This link is too old'],
    ['link-revoked', 410, 'This link does not count any more'],
  ])('that does not count says so kindly: %s', async (code, status, words) => {
    const world = ordinaryDay();
    const { token } = world.issue('invitation', 'new@parlor.local', ['agent']);
    const { page, gateway } = await visit(browser, world, `/invitation#${token}`);
    gateway.rest.refusals.set('POST /links/open', { status, code });

    await page.reload();

    await page.getByRole('heading', { name: words }).waitFor();
    await page.getByRole('link', { name: 'Go to sign-in' }).waitFor();
  });
});
