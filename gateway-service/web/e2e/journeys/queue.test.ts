import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cast, type Employee, PASSWORD } from '../src/cast';
import { HostPage } from '../src/host-page';
import { atTheConsole, launch, onThePage, say, startTalking } from '../src/people';
import { Stack } from '../src/stack';

/** A line at the desk, from the first guest who waits to one who wants to leave. The steps build on each other. */
describe('guests in line and an agent', () => {
  let stack: Stack;
  let browser: Browser;
  let host: HostPage;
  let cast: Cast;
  let ada: Employee;
  let desk: Page;
  let visitor: Page;

  beforeAll(async () => {
    stack = await Stack.start({ properties: ['--parlor.queue.again=2s'] });
    browser = await launch();
    host = await HostPage.serve(stack.url);
    cast = new Cast(stack.url);
    ada = await cast.hire('Ada Lindqvist', 'agent');
    desk = await atTheConsole(browser, stack, { email: ada.email, password: PASSWORD });
    await desk.getByRole('link', { name: /Queue/ }).click();
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
    await stack.stop();
  });

  const figure = (name: string) =>
    desk.getByLabel('The desk in numbers').locator('div', { hasText: name }).locator('dd').innerText();
  const waitingGuest = async (name: string) => {
    const guest = await cast.visitor(name);
    await guest.rest.post(`/rooms/${guest.room}/handoff`);
    return guest;
  };
  const take = (room: string) => ada.rest.post(`/rooms/${room}/claim`);

  it('W2: tells the place in line and, before anybody was taken, nothing about the time', async () => {
    const first = await waitingGuest('First Guest');
    visitor = await onThePage(browser, host.url);
    await startTalking(visitor, 'Gus Visitor', 'Do you ship to Norway?');
    await say(visitor, 'And to Sweden?');
    await visitor.getByRole('button', { name: 'Talk to a human' }).click();

    await visitor.getByText('You are number 2 in line').waitFor();
    expect(await visitor.getByText('It usually takes').count()).toBe(0);
    expect((await take(first.room)).status).toBe(200);

    await visitor.getByText('You are number 1 in line').waitFor();
  });

  it('W2: estimates the wait from those who were taken', async () => {
    for (const name of ['Second Guest', 'Third Guest']) await take((await waitingGuest(name)).room);

    await visitor.getByText(/It usually takes about \d+ minute/).waitFor();
  });

  it('W3: shows agents who waits, from which page and with what words, and the desk in numbers', async () => {
    const card = desk.getByRole('article').filter({ hasText: 'Gus Visitor' });
    const lines = () => card.getByRole('listitem').allInnerTexts();

    const own = async () => (await lines()).filter((line) => line.endsWith('?'));
    await expect.poll(own).toEqual(['Do you ship to Norway?', 'And to Sweden?']);
    expect(await card.innerText()).toContain(new URL(host.url).host);
    await expect.poll(() => figure('waiting')).toBe('1');
    expect(await figure('active')).toBe('3');
    expect(await figure('average wait')).toMatch(/\d/);

    const fourth = await waitingGuest('Fourth Guest');
    await expect.poll(() => figure('waiting')).toBe('2');
    await desk.getByRole('searchbox', { name: 'Search names and messages' }).fill('gus');
    await desk.getByRole('button', { name: 'Accept Fourth Guest' }).waitFor({ state: 'detached' });
    await desk.getByRole('button', { name: 'Accept Gus Visitor' }).waitFor();
    await desk.getByRole('button', { name: 'Clear search' }).click();
    await ada.rest.post(`/rooms/${fourth.room}/close`);
    await expect.poll(() => figure('closed today')).toBe('1');
  });

  it('W6: a visitor asks to end, the agent goes on; asks again, and it is over', async () => {
    const ask = async () => {
      await visitor.getByRole('button', { name: 'End conversation' }).click();
      await visitor.getByRole('button', { name: 'End it' }).click();
      await visitor.getByText('You asked to end. Ada Lindqvist will answer').waitFor();
      await desk.getByText('Gus Visitor would like to end the conversation.').waitFor();
    };
    await desk.getByRole('button', { name: 'Accept Gus Visitor' }).click();
    await visitor.getByRole('heading', { name: 'Ada Lindqvist' }).waitFor();

    await ask();
    await desk.getByRole('button', { name: 'Go on talking' }).click();
    await visitor.getByText('Ada Lindqvist would like to go on. You can ask again').waitFor();
    await say(visitor, 'Fine, one more question.');
    await ask();
    await desk.getByRole('button', { name: 'End it' }).click();

    await visitor.getByText('This conversation has ended').waitFor();
    expect(await visitor.getByRole('textbox', { name: 'Write a message' }).count()).toBe(0);
    await visitor.getByRole('button', { name: 'Start a new one' }).waitFor();
  });

  it('W6: a visitor nobody has accepted ends at once', async () => {
    const next = await onThePage(browser, host.url);
    await startTalking(next, 'Nora Visitor', 'Never mind');

    await next.getByRole('button', { name: 'End conversation' }).click();
    await next.getByRole('button', { name: 'End it' }).click();

    await next.getByText('This conversation has ended').waitFor();
    await next.context().close();
  });
});
