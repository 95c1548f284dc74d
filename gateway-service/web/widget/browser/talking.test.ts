import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { glimpse } from '../../testing/glimpse';
import { fillForm, launch, startTalking, visitor } from './browser';
import { ADA, BOT, type FakeGateway } from './fake-gateway';

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

const write = async (page: Page, text: string) => {
  await page.getByRole('textbox', { name: 'Write a message' }).fill(text);
  await page.keyboard.press('Enter');
};
const toForm = async (page: Page) => {
  await page.getByRole('button', { name: 'Open chat' }).click();
  await page.getByRole('button', { name: 'Start a conversation' }).click();
};
const bubbles = (page: Page) => page.locator('parlor-widget .line').allTextContents();
const sent = (gateway: FakeGateway, text: string) =>
  gateway.entries.filter((entry) => entry.type === 'message.sent' && entry.text === text).length;

describe('the form', () => {
  it('says what is wrong beside each field and leads to the first', async () => {
    const { page, gateway } = await visitor(browser);
    await toForm(page);
    await page.getByLabel('E-mail').fill('sam@');
    await page.getByRole('button', { name: 'Send message' }).click();

    await page.getByText('Please tell us your name.').waitFor();
    await page.getByText('Please check your e-mail address.').waitFor();
    const name = page.getByLabel('Name');
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    expect(await name.evaluate((input) => input.matches(':focus'))).toBe(true);
    expect(gateway.starts).toEqual([]);
    await page.context().close();
  });

  it('sends once, however often it is pressed', async () => {
    const { page, gateway } = await visitor(browser);
    await toForm(page);
    await fillForm(page);
    await page.getByRole('button', { name: 'Send message' }).dblclick();
    await page.getByText('Delivered').waitFor();

    expect(gateway.starts).toMatchObject([{ name: 'Sam Visitor', message: 'Do you ship to Norway?' }]);
    await page.context().close();
  });

  it('shows what the server refuses in a banner that can be dismissed', async () => {
    const errors = [{ field: 'email', message: 'This address is not accepted.' }];
    const { page, gateway } = await visitor(browser);
    gateway.refusal = { status: 422, body: { code: 'invalid', title: 'Invalid', errors } };
    await toForm(page);
    await fillForm(page);
    await page.getByRole('button', { name: 'Send message' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.locator('#parlor-email-error').textContent()).toBe('This address is not accepted.');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);

    gateway.refusal = undefined;
    await page.getByRole('button', { name: 'Send message' }).click();
    await page.getByText('Delivered').waitFor();
    await page.context().close();
  });
});

describe('a conversation', () => {
  it('shows who answers, that they type, and what was read', async () => {
    const { page, gateway } = await visitor(browser);
    await startTalking(page);
    await page.getByText('Delivered').waitFor();
    const typing = await glimpse(page, 'Assistant is typing…');
    gateway.send({ type: 'typing', room: 'r_1', member: BOT.id, name: BOT.name, on: true });
    await typing();
    gateway.post(BOT, { text: 'We do, from € 9.' });
    await page.getByText('Assistant is typing…').waitFor({ state: 'detached' });
    await page.getByText('Read', { exact: true }).waitFor();
    await page.getByRole('heading', { name: 'Assistant AI' }).waitFor();
    gateway.change({ status: 'assigned', assignee: { id: ADA.id, name: ADA.name } });
    await page.getByRole('heading', { name: 'Ada Lovelace' }).waitFor();
    await page.context().close();
  });

  it('signals typing once in 3 s and never for Enter', async () => {
    const { page, gateway } = await visitor(browser);
    const signals = () => gateway.frames.filter(({ type }) => type === 'typing').map(({ on }) => on);
    await startTalking(page);
    await page.getByText('Delivered').waitFor();
    const field = page.getByRole('textbox', { name: 'Write a message' });
    await field.press('Shift+Enter');
    // A client that is told it is behind asks again, on the same socket: what it sent before has arrived by then.
    const asked = () => gateway.frames.filter(({ type }) => type === 'room.open').length;
    const before = asked();
    gateway.send({
      type: 'heartbeat',
      at: new Date().toISOString(),
      heads: { r_1: gateway.entries.length + 1 },
    });
    await expect.poll(asked).toBe(before + 1);
    expect(signals()).toEqual([]);
    // The clock stands still, so that however long the typing takes, no 3 s pass.
    const now = Date.now();
    await page.clock.setFixedTime(now);
    await field.pressSequentially('Hello there', { delay: 20 });
    await expect.poll(signals).toEqual([true]);
    await page.clock.setFixedTime(now + 3_000);
    await field.pressSequentially(', is anybody in?', { delay: 20 });
    await expect.poll(signals).toEqual([true, true]);
    await field.press('Enter');
    await expect.poll(() => gateway.entries.length).toBe(2);
    expect(signals()).toEqual([true, true]);
    await page.context().close();
  });

  it('asks for a person once and shows the place in the line', async () => {
    const { page } = await visitor(browser);
    await startTalking(page);
    await page.getByRole('button', { name: 'Talk to a human' }).click();
    await page.getByText('You are number 2 in line').waitFor();
    expect(await page.getByRole('button', { name: 'Talk to a human' }).count()).toBe(0);
    expect(await page.getByText('It usually takes').count()).toBe(0);
    await page.context().close();
  });

  it('W2: learns from the socket how the line moves and how long it will take', async () => {
    const { page, gateway } = await visitor(browser);
    await startTalking(page);
    await page.getByRole('button', { name: 'Talk to a human' }).click();
    await page.getByText('You are number 2 in line').waitFor();
    await page.getByText('Delivered').waitFor();
    // Where the visitor is, is told at a moment of its own.
    const ofTheRoom = () => gateway.asked.filter((path) => path.startsWith('/rooms/'));
    const asked = ofTheRoom();

    gateway.queue({ position: 2, estimatedWaitMs: 200_000 });
    await page.getByText('It usually takes about 4 minutes').waitFor();
    gateway.queue({ position: 1 });
    await page.getByText('You are number 1 in line').waitFor();

    expect(await page.getByText('It usually takes').count()).toBe(0);
    expect(ofTheRoom()).toEqual(asked);
    await page.context().close();
  });

  it('resumes after a reload and in a second tab, without a form and without doubles', async () => {
    const { page, gateway } = await visitor(browser);
    await startTalking(page);
    await write(page, 'And to Sweden?');
    await expect.poll(() => sent(gateway, 'And to Sweden?')).toBe(1);
    await page.reload();
    await page.getByText('And to Sweden?', { exact: true }).waitFor();
    await expect.poll(() => bubbles(page)).toEqual(['Do you ship to Norway?', 'And to Sweden?']);

    const second = await page.context().newPage();
    await gateway.attach(second);
    await second.goto('http://parlor.test/page');
    await second.locator('parlor-widget button.bubble').click();
    await second.getByText('And to Sweden?', { exact: true }).waitFor();
    await write(second, 'From the other tab');
    const all = ['Do you ship to Norway?', 'And to Sweden?', 'From the other tab'];
    for (const tab of [page, second]) await expect.poll(() => bubbles(tab)).toEqual(all);
    expect(sent(gateway, 'From the other tab')).toBe(1);
    await page.context().close();
  });

  it('keeps what is written without a connection, over a reload, and sends it once', async () => {
    const { page, gateway } = await visitor(browser);
    await startTalking(page);
    await page.getByText('Delivered').waitFor();
    await gateway.cut();
    await write(page, 'Written in a tunnel');
    await page.getByText('Waiting to be sent').waitFor();
    await page.getByText('No connection').waitFor();
    gateway.down = false;
    await page.reload();
    // The message before it was delivered long ago, and says so until this one is read from where it was kept.
    await expect.poll(() => sent(gateway, 'Written in a tunnel')).toBe(1);
    await expect.poll(() => bubbles(page)).toEqual(['Do you ship to Norway?', 'Written in a tunnel']);
    await page.getByText('Delivered').waitFor();

    expect(await bubbles(page)).toEqual(['Do you ship to Norway?', 'Written in a tunnel']);
    expect(sent(gateway, 'Written in a tunnel')).toBe(1);
    await page.context().close();
  });

  it('says why a message failed and sends it again', async () => {
    const { page, gateway } = await visitor(browser);
    await startTalking(page);
    await page.getByText('Delivered').waitFor();
    gateway.refuseMessages = 'muted';
    await write(page, 'Let me in');
    await page.getByText('You cannot write here at the moment.').waitFor();
    gateway.refuseMessages = undefined;
    await page.getByRole('button', { name: 'Retry' }).click();
    await page.getByText('Delivered').waitFor();
    await expect.poll(() => bubbles(page)).toEqual(['Do you ship to Norway?', 'Let me in']);
    await page.context().close();
  });

  it('ends, says how to go on, and begins anew with what is known', async () => {
    const { page } = await visitor(browser);
    await startTalking(page);
    await page.getByRole('button', { name: 'End conversation' }).click();
    await page.getByRole('button', { name: 'End it' }).click();
    await page.getByText('This conversation has ended').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await page.getByRole('button', { name: 'Start a new one' }).click();
    expect(await page.getByLabel('Name').inputValue()).toBe('Sam Visitor');
    expect(await page.getByLabel('E-mail').inputValue()).toBe('sam@example.org');
    await page.context().close();
  });

  it('is not taken back by an answer that is late', async () => {
    const open = (gateway: FakeGateway) => (gateway.room = { ...gateway.room, version: 1 });
    const { page, gateway } = await visitor(browser, '/page', {}, open);
    const answers: (() => Promise<void>)[] = [];
    await page.route('**/api/v1/rooms/r_1', (route) => {
      const { room } = gateway;
      answers.push(() => route.fulfill({ json: room }));
    });
    await startTalking(page);
    await page.getByText('Delivered').waitFor();
    await expect.poll(() => answers.length).toBeGreaterThan(0);
    gateway.change({ status: 'closed', version: 2 });
    await page.getByText('This conversation has ended').waitFor();

    const answered = page.waitForResponse('**/api/v1/rooms/r_1');
    await answers[0]!();
    await (await answered).finished();
    gateway.post(BOT, { text: 'One last word' });

    await page.getByText('One last word', { exact: true }).waitFor();
    expect(await page.getByText('This conversation has ended').count()).toBe(1);
    await page.context().close();
  });

  it('W6: asks the agent whether it may end, waits, and learns that it goes on or is over', async () => {
    const { page, gateway } = await visitor(browser);
    await startTalking(page);
    gateway.change({ status: 'assigned', assignee: { id: ADA.id, name: ADA.name } });
    await page.getByRole('heading', { name: ADA.name }).waitFor();
    const ask = async () => {
      await page.getByRole('button', { name: 'End conversation' }).click();
      await page.getByRole('button', { name: 'End it' }).click();
      await page.getByText('You asked to end. Ada Lovelace will answer in a moment.').waitFor();
      expect(await page.getByRole('button', { name: 'End conversation' }).count()).toBe(0);
    };

    await ask();
    await page.reload();
    await page.getByText('You asked to end. Ada Lovelace will answer in a moment.').waitFor();
    gateway.decline();
    await page.getByText('Ada Lovelace would like to go on. You can ask again').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(1);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByText('You can ask again').waitFor({ state: 'detached' });
    await ask();
    gateway.change({ status: 'closed' });

    await page.getByText('This conversation has ended').waitFor();
    expect(await page.getByText('You asked to end. Ada').count()).toBe(0);
    await page.context().close();
  });

  it('shows markup as it was typed and makes only web addresses links', async () => {
    const { page, gateway, complaints } = await visitor(browser);
    await startTalking(page, '<img src=x onerror=alert(1)> javascript:alert(1)');
    gateway.post(BOT, { text: 'https://example.org/<b>' });
    await page.getByRole('link', { name: 'https://example.org/' }).waitFor();
    expect(await page.locator('parlor-widget .line img').count()).toBe(0);
    expect(await page.locator('parlor-widget .line a').count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('begins anew when the conversation was kept long enough, there and when one comes back', async () => {
    for (const away of [false, true]) {
      const { page, gateway } = await visitor(browser);
      await startTalking(page, 'A secret');
      await page.getByText('Delivered').waitFor();
      if (away) gateway.gone = true;
      else gateway.erase();
      if (away) await page.reload();

      await page.getByText('This conversation is not available any more.').waitFor();
      await page.getByRole('button', { name: 'Start a conversation' }).waitFor();
      expect(await page.getByText('A secret').count()).toBe(0);
      await page.context().close();
    }
  });
});
