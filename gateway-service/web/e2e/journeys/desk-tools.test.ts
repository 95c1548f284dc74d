import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostPage } from '../src/host-page';
import { atTheConsole, hire, launch, onThePage, startTalking } from '../src/people';
import { ADMINISTRATOR, Stack } from '../src/stack';

/** What agents have at hand while they talk to a visitor. The steps build on each other. */
describe('tools of the desk', () => {
  let stack: Stack;
  let browser: Browser;
  let host: HostPage;
  let office: Page;
  let ada: Page;
  let ben: Page;
  let visitor: Page;

  beforeAll(async () => {
    stack = await Stack.start();
    browser = await launch();
    host = await HostPage.serve(stack.url);
    const agents = [await hire(stack, 'Ada Lindqvist', 'agent'), await hire(stack, 'Ben Okafor', 'agent')];
    [office, ada, ben] = (await Promise.all(
      [ADMINISTRATOR, ...agents].map((who) => atTheConsole(browser, stack, who)),
    )) as [Page, Page, Page];
    visitor = await onThePage(browser, host.url);
    await startTalking(visitor, 'Gus Visitor', 'Do you ship to Norway?');
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
    await stack.stop();
  });

  const replies = (page: Page) => page.getByRole('link', { name: 'Quick replies' });
  const keep = async (page: Page, shortcut: string, title: string, text: string, shared = false) => {
    await replies(page).click();
    await page.getByRole('button', { name: 'New quick reply' }).click();
    await page.getByLabel('Shortcut').fill(shortcut);
    await page.getByLabel('Title').fill(title);
    await page.getByLabel('Text', { exact: true }).fill(text);
    if (shared) await page.getByRole('switch', { name: 'Share with everybody' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page
      .getByRole('region', { name: shared ? 'Shared' : 'Yours' })
      .getByText(`/${shortcut}`)
      .waitFor();
  };
  const crm = (page: Page) => page.getByRole('region', { name: 'CRM' });
  const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply' });

  it('W11: an administrator shares a quick reply, an agent keeps one, and nobody else sees that', async () => {
    await keep(office, 'hello', 'Greeting', 'Hello {{guest.name}}, {{agent.name}} of {{brand}} here.', true);
    await keep(ada, 'norway', 'Shipping north', 'We ship to {{country}} every Tuesday.');

    await replies(ben).click();
    const shared = ben.getByRole('region', { name: 'Shared' });
    await shared.getByText('/hello').waitFor();
    expect(await ben.getByText('/norway').count()).toBe(0);
    expect(await shared.getByRole('button').count()).toBe(0);
    expect(await ada.getByRole('switch', { name: 'Share with everybody' }).count()).toBe(0);
  });

  it('W11: the agent finds both with a slash, fills in the rest, and the visitor reads whole sentences', async () => {
    await ada.getByRole('link', { name: 'All conversations' }).click();
    await ada.getByRole('link', { name: /Gus Visitor/ }).click();
    await ada.getByText('Accept to reply').waitFor();
    await ada.keyboard.press('a');
    await reply(ada).pressSequentially('/gree');
    await ada.getByRole('option', { name: /hello/ }).waitFor();
    await ada.keyboard.press('Enter');
    await expect.poll(() => reply(ada).inputValue()).toBe('Hello Gus Visitor, Ada Lindqvist of Parlor here.');
    await ada.keyboard.press('Enter');

    await reply(ada).pressSequentially('/nor');
    await ada.getByRole('option', { name: /norway/ }).waitFor();
    await ada.keyboard.press('Tab');
    await ada.getByText('Still to be filled in: {{country}}').first().waitFor();
    await ada.keyboard.press('Enter');
    await ada.keyboard.type('Norway');
    await ada.keyboard.press('Enter');

    const lines = visitor.locator('parlor-widget .line');
    await lines.filter({ hasText: 'Hello Gus Visitor, Ada Lindqvist of Parlor here.' }).waitFor();
    await lines.filter({ hasText: 'We ship to Norway every Tuesday.' }).waitFor();
    expect((await lines.allTextContents()).join('\n')).not.toContain('{{');
  });

  it('O4: an agent links the conversation to the CRM, a colleague sees it at once, the visitor never', async () => {
    await office.getByRole('link', { name: 'CRM links' }).click();
    await office.getByLabel('Customer').fill('https://crm.example/customers/{id}');
    await office.getByRole('button', { name: 'Save' }).click();
    await office.getByText('Saved. Links lead there from now on.').first().waitFor();
    await ben.getByRole('link', { name: 'All conversations' }).click();
    await ben.getByRole('link', { name: /Gus Visitor/ }).click();
    await crm(ben).getByText('Not linked').first().waitFor();
    const told: string[] = [];
    visitor.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => told.push(String(payload))),
    );
    visitor.on(
      'response',
      (answer) =>
        void answer.text().then(
          (text) => told.push(text),
          () => undefined,
        ),
    );
    await visitor.reload();
    await expect.poll(() => told.join('')).toContain('room.opened');

    await crm(ada).getByRole('button', { name: 'Link Customer' }).click();
    await ada.getByLabel('Id in the CRM').fill('C 10/42');
    await ada.getByLabel('Label').fill('Visitor & Sons');
    await ada.getByRole('button', { name: 'Save' }).click();

    const link = crm(ben).getByRole('link', { name: /Visitor & Sons/ });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe('https://crm.example/customers/C%2010%2F42');
    await expect.poll(() => told.join('')).toContain('room.changed');
    await visitor.reload();
    await expect.poll(() => told.join('').split('room.opened').length).toBeGreaterThan(2);
    expect(told.join('')).not.toMatch(/Visitor & Sons|10\/42|crm\.example/);
  });

  it('O4: a colleague changes and clears it, and the first one sees that', async () => {
    await crm(ben).getByRole('button', { name: 'Change Customer' }).click();
    await ben.getByLabel('Label').fill('Visitor Ltd');
    await ben.getByRole('button', { name: 'Save' }).click();
    await crm(ada)
      .getByRole('link', { name: /Visitor Ltd/ })
      .waitFor();

    await crm(ben).getByRole('button', { name: 'Change Customer' }).click();
    await ben.getByRole('button', { name: 'Remove link' }).click();

    await crm(ada).getByRole('link').waitFor({ state: 'detached' });
  });

  it('A F7: colleagues see who else is in the conversation and what they are writing', async () => {
    await ben.getByText('Ada Lindqvist looks at this too').waitFor({ state: 'attached' });
    await ada.getByText('Ben Okafor looks at this too').waitFor({ state: 'attached' });

    await reply(ada).pressSequentially('Every Tues');
    await ben.getByText('Ada Lindqvist is typing a reply').waitFor();
    await ben.getByRole('link', { name: 'Team rooms' }).click();

    await ada.getByText('Ben Okafor looks at this too').waitFor({ state: 'detached' });
    await reply(ada).fill('');
  });

  it('A: an agent reaches conversations, actions and pages from one field, by the keyboard alone', async () => {
    const choose = async (typed: string, wanted: string) => {
      await ada.keyboard.press('Control+k');
      await ada.getByRole('combobox', { name: 'Search conversations, pages and actions' }).fill(typed);
      await ada.getByRole('option', { name: wanted, selected: true }).waitFor();
      await ada.keyboard.press('Enter');
    };

    await choose('team r', 'Team rooms');
    await ada.getByRole('heading', { name: 'Team rooms' }).waitFor();
    await choose('gusvis', 'Gus Visitor');
    await ada.getByRole('heading', { level: 1, name: 'Gus Visitor' }).waitFor();
    await choose('resolve', 'Resolve');

    await ada.getByRole('button', { name: 'Reopen' }).waitFor();
  });
});
