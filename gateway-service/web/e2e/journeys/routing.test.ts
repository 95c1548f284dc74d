import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cast, type Employee, PASSWORD, type Visitor } from '../src/cast';
import { HostPage } from '../src/host-page';
import { atTheConsole, launch, onThePage, startTalking } from '../src/people';
import { ADMINISTRATOR, Stack } from '../src/stack';

/** Guests are given to agents, as an administrator wants it. The steps build on each other. */
describe('guests who are given to agents', () => {
  let stack: Stack;
  let browser: Browser;
  let host: HostPage;
  let cast: Cast;
  let ada: Employee;
  let office: Page;
  let desk: Page;
  let visitor: Page;
  let second: Visitor;
  let third: Visitor;

  beforeAll(async () => {
    stack = await Stack.start();
    browser = await launch();
    host = await HostPage.serve(stack.url);
    cast = new Cast(stack.url);
    ada = await cast.hire('Ada Lindqvist', 'agent');
    office = await atTheConsole(browser, stack, ADMINISTRATOR);
    desk = await atTheConsole(browser, stack, { email: ada.email, password: PASSWORD });
    visitor = await onThePage(browser, host.url);
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
    await stack.stop();
  });

  const waiting = async (name: string): Promise<Visitor> => {
    const guest = await cast.visitor(name);
    await guest.rest.post(`/rooms/${guest.room}/handoff`);
    return guest;
  };
  const mine = () => desk.getByRole('region', { name: 'Mine' });
  const load = (name: string) => office.getByRole('listitem').filter({ hasText: name });

  it('X7: an administrator has guests given to agents in turn, one at a time, and to itself none', async () => {
    await office.getByRole('link', { name: 'Assignment' }).click();
    await load('Ada Lindqvist').getByText('Online').waitFor();
    await office.getByRole('textbox', { name: /^Capacity of (?!Ada)/ }).fill('0');
    await office.keyboard.press('Enter');
    await office.getByText(/^The capacity of .* is saved\.$/).waitFor();
    await office.getByRole('radio', { name: /Each in turn/ }).check();
    await office.getByLabel('Conversations at once').fill('1');
    await office.getByRole('button', { name: 'Save', exact: true }).click();
    await office.getByText('The assignment is saved.').waitFor();

    await load('Ada Lindqvist').getByText('0 of 1').waitFor();
  });

  it('X7: the first guest has an agent at once, and both see it', async () => {
    await startTalking(visitor, 'Gus Visitor', 'Do you ship to Norway?');
    await visitor.getByRole('button', { name: 'Talk to a human' }).click();

    await mine()
      .getByRole('link', { name: /Gus Visitor/ })
      .click();
    await desk.getByRole('textbox', { name: 'Reply' }).fill('We do, twice a week.');
    await desk.keyboard.press('Enter');

    await visitor.getByText('We do, twice a week.').first().waitFor();
    await load('Ada Lindqvist').getByText('1 of 1').waitFor();
  });

  it('X7: the next ones wait in their order, and the first of them is given when there is room', async () => {
    second = await waiting('Second Guest');
    third = await waiting('Third Guest');
    const position = async ({ rest, room }: Visitor) =>
      ((await rest.get(`/rooms/${room}`)).body as { queue?: { position?: number } }).queue?.position;
    expect([await position(second), await position(third)]).toEqual([1, 2]);

    await desk.getByRole('button', { name: 'Resolve' }).first().click();

    await mine()
      .getByRole('link', { name: /Second Guest/ })
      .waitFor();
    await expect.poll(() => position(third)).toBe(1);
    expect(
      await mine()
        .getByRole('link', { name: /Third Guest/ })
        .count(),
    ).toBe(0);
  });

  it('X7: who is away is given nobody, and the oldest as soon as they are back', async () => {
    await desk.getByRole('button', { name: /your settings/i }).click();
    await desk.getByRole('menuitemradio', { name: 'Away' }).click();
    await desk.keyboard.press('Escape');
    await load('Ada Lindqvist').getByText('Away').waitFor();
    await ada.rest.post(`/rooms/${second.room}/resolve`);
    await load('Ada Lindqvist').getByText('0 of 1').waitFor();
    expect(
      await mine()
        .getByRole('link', { name: /Third Guest/ })
        .count(),
    ).toBe(0);

    await desk.getByRole('button', { name: /your settings/i }).click();
    await desk.getByRole('menuitemradio', { name: 'Online' }).click();
    await desk.keyboard.press('Escape');

    await mine()
      .getByRole('link', { name: /Third Guest/ })
      .waitFor();
  });

  it('W8: others get what somebody has not answered who is gone as long as an administrator says', async () => {
    const room = `/rooms/${third.room}`;
    await office.getByLabel('Seconds until others take over').fill('1');
    await office.keyboard.press('Enter');
    await office.getByText('The seconds are saved.').first().waitFor();

    await desk.close();

    await expect
      .poll(async () => (await third.rest.get(room)).body)
      .toMatchObject({ status: 'queued', queue: { position: 1 } });
  });
});
