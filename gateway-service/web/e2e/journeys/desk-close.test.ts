import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostPage } from '../src/host-page';
import { atTheConsole, hire, launch, onThePage, say, startTalking } from '../src/people';
import { ADMINISTRATOR, Stack } from '../src/stack';

/** A conversation is overseen, taken over and closed, and what became of it is kept. The steps build on each other. */
describe('overseeing and closing', () => {
  let stack: Stack;
  let browser: Browser;
  let host: HostPage;
  let office: Page;
  let ada: Page;
  let sue: Page;
  let visitor: Page;

  beforeAll(async () => {
    stack = await Stack.start();
    browser = await launch();
    host = await HostPage.serve(stack.url);
    const people = [
      await hire(stack, 'Ada Lindqvist', 'agent'),
      await hire(stack, 'Sue Overmann', 'supervisor'),
    ];
    [office, ada, sue] = (await Promise.all(
      [ADMINISTRATOR, ...people].map((who) => atTheConsole(browser, stack, who)),
    )) as [Page, Page, Page];
    visitor = await onThePage(browser, host.url);
    await startTalking(visitor, 'Gus Visitor', 'Please change the delivery address of my order');
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
    await stack.stop();
  });

  const open = async (page: Page, view: string) => {
    await page.getByRole('link', { name: view }).click();
    await page.getByRole('link', { name: /Gus Visitor/ }).click();
  };
  const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply' });
  const summary = (page: Page) => page.getByRole('region', { name: 'Summary' });

  it('W10: a supervisor reads along, cannot write, and takes over', async () => {
    await open(ada, 'All conversations');
    await ada.getByText('Accept to reply').waitFor();
    await ada.keyboard.press('a');
    await reply(ada).fill('Which delivery address is right?');
    await ada.keyboard.press('Enter');

    await open(sue, 'All conversations');
    await sue.getByText('Which delivery address is right?').first().waitFor();
    await sue.getByText('You are reading along. Ada Lindqvist has this conversation').waitFor();
    expect(await reply(sue).count()).toBe(0);
    await say(visitor, 'The new delivery address is Harbour Lane');
    await sue.getByText('The new delivery address is Harbour Lane').first().waitFor();

    await sue.getByRole('button', { name: 'Take over' }).last().click();

    await reply(sue).waitFor();
    await ada.getByText('You are reading along. Sue Overmann has this conversation').waitFor();
    expect(await ada.getByRole('button', { name: 'Take over' }).count()).toBe(0);
  });

  it('A, Console: an administrator makes a tag, one agent puts it on, the other finds by it, the visitor learns nothing', async () => {
    await office.getByRole('link', { name: 'Tags' }).click();
    await office.getByRole('button', { name: 'New tag' }).click();
    await office.getByLabel('Name').fill('Delivery');
    await office.getByRole('button', { name: 'Save' }).click();
    await office.getByText('Delivery', { exact: true }).waitFor();
    await sue.reload();
    const told: string[] = [];
    visitor.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => told.push(String(payload))),
    );
    await visitor.reload();
    await expect.poll(() => told.join('')).toContain('room.opened');

    await sue.getByRole('region', { name: 'Tags' }).getByRole('button', { name: 'Add a tag' }).waitFor();
    await sue.keyboard.press('l');
    await sue.getByRole('menuitem', { name: 'Delivery' }).click();
    await sue.getByRole('button', { name: 'Take Delivery off' }).waitFor();

    const list = ada.getByRole('region', { name: 'All conversations' });
    await list.getByText('Delivery', { exact: true }).waitFor();
    await ada.getByRole('button', { name: 'Filter by tag' }).click();
    await ada.getByRole('menuitemradio', { name: 'Delivery' }).click();
    await ada.keyboard.press('Escape');
    await list.getByRole('link', { name: /Gus Visitor/ }).waitFor();
    await expect.poll(() => told.join('')).toContain('room.changed');
    expect(told.join('')).not.toContain('"tags"');
  });

  it('A, Console: what an agent snoozes leaves their list, and comes back when the visitor writes', async () => {
    await sue.getByRole('link', { name: 'Mine' }).click();
    const mine = sue.getByRole('region', { name: 'Mine' });
    await mine.getByRole('link', { name: /Gus Visitor/ }).click();
    await sue.getByRole('textbox', { name: 'Reply' }).waitFor();
    await sue.getByRole('button', { name: 'More actions' }).click();
    await sue.getByRole('menuitem', { name: 'Snooze' }).click();
    await sue.getByRole('button', { name: /^Next week/ }).click();
    await mine.getByText('Gus Visitor').waitFor({ state: 'detached' });
    await sue.getByRole('link', { name: 'Snoozed' }).click();
    await sue.getByRole('region', { name: 'Snoozed' }).getByText('Gus Visitor').waitFor();

    await say(visitor, 'One more thing');

    await sue.getByText('Nothing is snoozed').waitFor();
    await sue.getByRole('link', { name: 'Mine' }).click();
    await mine.getByRole('link', { name: /Gus Visitor/ }).click();
  });

  it('W10: closing leaves a summary beside the conversation and in the list, the visitor sees none', async () => {
    await sue.getByRole('button', { name: 'More actions' }).click();
    await sue.getByRole('menuitem', { name: 'Close conversation' }).click();

    await summary(sue).getByText('delivery address').waitFor();
    const words = await summary(sue).innerText();
    expect(words).toContain('by Sue Overmann');
    expect(words).toMatch(/3 from the guest, 1 from agents/);
    await ada.getByRole('link', { name: 'Ended' }).click();
    await ada
      .getByRole('region', { name: 'Ended' })
      .getByRole('link', { name: /Gus Visitor/ })
      .filter({ hasText: 'delivery address' })
      .waitFor();
    await ada.getByRole('link', { name: /Gus Visitor/ }).click();
    await summary(ada).getByText('delivery address').waitFor();
  });

  it('A, Widget: the visitor rates what ended, thinks again, and agents see it', async () => {
    const widget = visitor.locator('parlor-widget');
    await widget.getByText('This conversation has ended').waitFor();
    expect(await widget.getByText('delivery address', { exact: true }).count()).toBe(0);
    await widget.getByRole('radio', { name: '3 of 5 stars' }).check();
    await widget.getByRole('button', { name: 'Send rating' }).click();
    await widget.getByText('Thank you for your rating!').waitFor();
    const rating = ada.getByRole('region', { name: 'Rating' });
    await rating.getByRole('img', { name: '3 of 5 stars' }).waitFor();

    await widget.getByRole('button', { name: 'Change it' }).click();
    await widget.getByRole('radio', { name: '5 of 5 stars' }).check();
    await widget.getByRole('textbox', { name: 'What should we know?' }).fill('Quick and kind');
    await widget.getByRole('button', { name: 'Send rating' }).click();

    await rating.getByText('Quick and kind').waitFor();
    await rating.getByRole('img', { name: '5 of 5 stars' }).waitFor();
    await visitor.reload();
    await widget.getByText('Thank you for your rating!').waitFor();
    await widget.getByRole('button', { name: 'Start a new one' }).waitFor();
  });

  it('A, Console: a supervisor reads in a report what happened, an agent does not', async () => {
    await sue.getByRole('link', { name: 'Reports' }).click();
    const agents = sue.getByRole('region', { name: 'Agents', exact: true });
    await agents.getByRole('row', { name: /Sue Overmann 1 .* 5 \(1\)/ }).waitFor();

    const download = sue.waitForEvent('download');
    await sue.getByRole('link', { name: 'Download Agents as CSV' }).click();
    const file = readFileSync(await (await download).path(), 'utf8');

    expect(file.split('\r\n')[1]).toMatch(/^a_[^,]+,Sue Overmann,1,/);
    expect(await ada.getByRole('link', { name: 'Reports' }).count()).toBe(0);
  });
});
