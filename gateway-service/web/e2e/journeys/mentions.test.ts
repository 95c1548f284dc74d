import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostPage } from '../src/host-page';
import { atTheConsole, hire, launch, onThePage, startTalking } from '../src/people';
import { Stack } from '../src/stack';

/** Colleagues who call each other by name. The steps build on each other. */
describe('two colleagues and a visitor', () => {
  let stack: Stack;
  let browser: Browser;
  let host: HostPage;
  let ada: Page;
  let bo: Page;
  let visitor: Page;
  const told: string[] = [];

  beforeAll(async () => {
    stack = await Stack.start();
    browser = await launch();
    host = await HostPage.serve(stack.url);
    const people = [await hire(stack, 'Ada Lindqvist', 'agent'), await hire(stack, 'Bo Ferreira', 'agent')];
    [ada, bo] = (await Promise.all(people.map((who) => atTheConsole(browser, stack, who)))) as [Page, Page];
    visitor = await onThePage(browser, host.url);
    visitor.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => told.push(String(payload))),
    );
    await startTalking(visitor, 'Gus Visitor', 'Where is my parcel?');
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
    await stack.stop();
  });

  const mentions = (page: Page) => page.getByRole('link', { name: /^Mentions/ });
  const field = (page: Page) => page.getByRole('textbox', { name: /^(Note|Reply)$/ });
  const marked = (page: Page) => page.locator('bdi[data-me]');
  const colleague = (page: Page, name: string) =>
    page.getByRole('listbox', { name: 'Colleagues' }).getByRole('option', { name });

  it('A, Console, F3: one mentions the other in a note, who finds it counted at once and after a reload', async () => {
    await ada.getByRole('link', { name: 'All conversations' }).click();
    await ada.getByRole('link', { name: /Gus Visitor/ }).click();
    await ada.getByText('Where is my parcel?').first().waitFor();
    await ada.keyboard.press('n');
    await field(ada).pressSequentially('Who packed it, @bo');
    await colleague(ada, 'Bo Ferreira').waitFor();
    await ada.keyboard.press('Enter');
    await expect.poll(() => field(ada).inputValue()).toBe('Who packed it, @Bo Ferreira ');
    await ada.keyboard.press('Enter');

    await mentions(bo).getByText('1 conversation with a mention of you').waitFor({ state: 'attached' });
    await bo.reload();
    await mentions(bo).getByText('1 conversation with a mention of you').waitFor({ state: 'attached' });
  });

  it('A, Console: the view of mentions leads to the note, and reading it takes the mark away', async () => {
    await mentions(bo).click();
    await bo.getByRole('link', { name: /Gus Visitor/ }).click();
    await marked(bo).getByText('@Bo Ferreira').waitFor();

    await expect.poll(() => mentions(bo).innerText()).not.toContain('mention of you');
    await bo.reload();
    await bo
      .getByRole('list', { name: 'Mentions' })
      .getByRole('link', { name: /Gus Visitor/ })
      .waitFor();
    expect(await mentions(bo).innerText()).not.toContain('mention of you');
  });

  it('F3: mentions in a room of the two reach the other, and nothing of any reached the visitor', async () => {
    await ada.getByRole('link', { name: 'Team rooms' }).click();
    await ada.getByRole('button', { name: 'New conversation' }).first().click();
    await ada.getByRole('combobox').fill('Bo');
    await ada.getByRole('option', { name: /Bo Ferreira/ }).click();
    await ada.getByRole('button', { name: 'Open', exact: true }).click();
    await field(ada).pressSequentially('Lunch, @bo');
    await colleague(ada, 'Bo Ferreira').waitFor();
    await ada.keyboard.press('Tab');
    await ada.keyboard.press('Enter');

    await mentions(bo).getByText('1 conversation with a mention of you').waitFor({ state: 'attached' });
    await bo
      .getByRole('list', { name: 'Mentions' })
      .getByRole('link', { name: /Ada Lindqvist/ })
      .click();
    await marked(bo).getByText('@Bo Ferreira').waitFor();
    expect(told.join('')).toContain('room.opened');
    expect(told.join('')).not.toContain('mention');
    expect(told.join('')).not.toContain('Bo Ferreira');
  });
});
