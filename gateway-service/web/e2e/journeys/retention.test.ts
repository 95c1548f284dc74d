import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostPage } from '../src/host-page';
import { atTheConsole, launch, onThePage, say, startTalking } from '../src/people';
import { ADMINISTRATOR, Stack } from '../src/stack';

const NAME = 'Gus Visitor';
/** A day of retention, and how often is looked: nobody waits for a real one. */
const FAST = ['--parlor.retention.day=500ms', '--parlor.retention.look=200ms'];

/** What is old goes, unless it is held. The steps build on each other. */
describe('retention', () => {
  let stack: Stack;
  let browser: Browser;
  let host: HostPage;
  let office: Page;
  let visitor: Page;

  beforeAll(async () => {
    stack = await Stack.start({ properties: FAST });
    browser = await launch();
    host = await HostPage.serve(stack.url);
    office = await atTheConsole(browser, stack, ADMINISTRATOR);
    visitor = await onThePage(browser, host.url);
    await startTalking(visitor, NAME, 'Where is my refund?');
    await say(visitor, 'It was 40 euros.');
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
    await stack.stop();
  });

  it('F12: a guest on legal hold is not erased by hand', async () => {
    await office.getByRole('link', { name: 'All conversations' }).click();
    await office.getByRole('link', { name: /Gus Visitor/ }).click();
    await office.getByRole('switch', { name: 'Hold this conversation' }).click();
    await office.getByText('On legal hold: nothing here is erased.').waitFor();

    await office.getByRole('link', { name: 'Guests', exact: true }).click();
    await office.getByRole('button', { name: `Erase ${NAME}` }).click();
    await office.getByLabel(`Type “${NAME}” to confirm`).fill(NAME);
    await office.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();

    await office.getByText('On legal hold. Nothing of it is erased until the hold is lifted.').waitFor();
    await office.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  });

  it('F12: what is old is erased by itself, but for what is held', async () => {
    await office.evaluate(async () => {
      const rooms = await fetch('/api/v1/rooms?kind=guest').then((answer) => answer.json());
      await fetch(`/api/v1/rooms/${rooms.items[0].id}/close`, { method: 'POST' });
    });
    await office.getByRole('link', { name: 'Retention' }).click();
    await office.getByText('Nothing would be erased at the next run.').waitFor();
    await office.getByLabel('Conversations with guests: days after they were closed').fill('1');
    await office.getByText('Nothing would be erased at the next run.').waitFor();
    await office.getByRole('button', { name: 'Save', exact: true }).click();
    await office.getByText('Saved. It counts from now on.').first().waitFor();

    await office.getByRole('link', { name: 'Ended' }).click();
    await office.getByRole('link', { name: /Gus Visitor/ }).click();
    await office.getByText('It was 40 euros.').first().waitFor();
    await office.getByRole('switch', { name: 'Hold this conversation' }).click();

    await office.getByRole('link', { name: /Gus Visitor/ }).waitFor({ state: 'detached' });
    await office.getByText('It was 40 euros.').first().waitFor({ state: 'detached' });
    const found = await office.evaluate(() => fetch('/api/v1/rooms?q=Gus').then((answer) => answer.json()));
    expect(found).toMatchObject({ items: [] });
  });

  it('F12: whoever had such a conversation begins a new one', async () => {
    await visitor.getByRole('button', { name: 'Start a conversation' }).waitFor();
    expect(await visitor.locator('parlor-widget').getByText('It was 40 euros.').count()).toBe(0);
    await visitor.getByRole('button', { name: 'Start a conversation' }).click();
    await visitor.getByLabel('Name').fill('Gus Again');
    await visitor.getByLabel('E-mail').fill('again@example.org');
    await visitor.getByLabel('How can we help?').fill('Hello again');
    await visitor.getByRole('button', { name: 'Send message' }).click();
    await office.getByRole('link', { name: 'All conversations' }).click();
    await office.getByRole('link', { name: /Gus Again/ }).waitFor();
  });
});
