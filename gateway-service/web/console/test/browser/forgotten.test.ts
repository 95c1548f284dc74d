import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { flaws, launch, shoot, visit, type Visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Comes to the page where one signs in, and asks what can be done about a forgotten password. */
async function forgetful(mail: boolean, prepare: (visit: Visit) => void = () => undefined): Promise<Visit> {
  const visited = await visit(browser, ordinaryDay(), '/');
  visited.gateway.world.mail = mail;
  visited.gateway.rest.signedIn = false;
  await visited.page.reload();
  prepare(visited);
  await visited.page.getByRole('button', { name: 'Forgot password?' }).click();
  return visited;
}

async function ask(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
}

describe('whoever forgot the password', () => {
  it('asks for a link with the keyboard alone and hears what happens next', async () => {
    const { page, gateway } = await forgetful(true);
    await page.locator('input[name="email"]:focus').waitFor();
    expect(await flaws(page)).toEqual([]);
    await shoot(page, 'forgotten');

    await page.keyboard.type('bo@parlor.local');
    await page.keyboard.press('Enter');

    await page.getByText('If bo@parlor.local has an account here').waitFor();
    expect(gateway.world.askedFor).toEqual(['bo@parlor.local']);
    expect(await flaws(page)).toEqual([]);
    await shoot(page, 'forgotten-asked');
    await page.getByRole('button', { name: 'Back to sign-in' }).click();
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
  });

  it('is told who can help where no mail is sent', async () => {
    const { page } = await forgetful(false);

    await page.getByText('This Parlor sends no email.').waitFor();
    expect(await page.getByRole('button', { name: 'Send the link' }).count()).toBe(0);
    expect(await flaws(page)).toEqual([]);
  });

  it('waits after too many wishes', async () => {
    const { page, gateway } = await forgetful(true);
    gateway.rest.refusals.set('POST /links/forgotten', { status: 429, code: 'too-many' });

    await ask(page, 'bo@parlor.local');

    await page.getByText('Too many links were asked for. Try again in 5 minutes.').waitFor();
    expect(await page.getByRole('button', { name: 'Send the link' }).isDisabled()).toBe(true);
  });

  it('hears at the field what is wrong with an address', async () => {
    const { page, gateway } = await forgetful(true);
    const errors = [{ field: 'email', message: 'an e-mail address' }];
    gateway.rest.refusals.set('POST /links/forgotten', { status: 422, code: 'invalid', more: { errors } });

    await ask(page, 'bo@parlor');

    await page.getByText('an e-mail address').waitFor();
    expect(await page.getByLabel('Email').getAttribute('aria-invalid')).toBe('true');
  });

  it('can try again when Parlor did not answer', async () => {
    const { page, gateway } = await forgetful(true, ({ gateway }) =>
      gateway.rest.refusals.set('GET /links/forgotten', { status: 503, code: 'unavailable' }),
    );
    await page.getByText('Parlor does not answer. Check your connection.').waitFor();

    gateway.rest.refusals.clear();
    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByRole('button', { name: 'Send the link' }).waitFor();
  });
});
