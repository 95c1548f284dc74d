import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { glimpse } from '../../testing/glimpse';
import { FACT_MS } from '../../testing/patience';
import { HostPage } from '../src/host-page';
import { meeting } from '../src/meeting';
import { atTheConsole, hire, launch, onThePage, say, startTalking } from '../src/people';
import { picture } from '../src/picture';
import { ADMINISTRATOR, Stack } from '../src/stack';

const faster = (name: string) => `${name} was faster and has this conversation now.`;

/** Writes until the other one sees it: what is told of it is lossy, at most once in 3 s, and shows as long. */
async function writes(field: Locator, other: Page, sign: string): Promise<void> {
  let over = false;
  const seen = (await glimpse(other, sign))().finally(() => (over = true));
  while (!over) await field.pressSequentially('We do ', { delay: 30 });
  await seen;
}

/** One conversation from the first word to the last. The steps build on each other. */
describe('a visitor and two agents', () => {
  let stack: Stack;
  let browser: Browser;
  let host: HostPage;
  let visitor: Page;
  let winner: Page;

  beforeAll(async () => {
    // Whoever was cut off has time to come back before their conversations go to others.
    stack = await Stack.start({ properties: ['--parlor.presence.grace=5m'] });
    browser = await launch();
    host = await HostPage.serve(stack.url);
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
    await stack.stop();
  });

  const bubbles = () => visitor.locator('parlor-widget .line').allTextContents();
  const heard = (text: string, page = visitor) =>
    page.locator('parlor-widget .line', { hasText: text }).first().waitFor();
  const times = (texts: readonly string[], text: string) => texts.filter((found) => found === text).length;
  const answer = async (text: string) => {
    await winner.getByRole('textbox', { name: 'Reply' }).fill(text);
    await winner.keyboard.press('Enter');
  };
  /** How wide the picture in it really is; 0 while it is not there. */
  const drawn = (button: Locator) =>
    button
      .locator('img')
      .evaluateAll(([image]) => (image as HTMLImageElement | undefined)?.naturalWidth ?? 0);
  const atTheDesk = () => winner.getByRole('region', { name: 'Messages with Gus Visitor' });
  const deskTexts = () => atTheDesk().getByRole('listitem').allInnerTexts();

  it('O5 O6 O7 W1 W12: starts on a page of another origin and is greeted by the bot', async () => {
    visitor = await onThePage(browser, host.url);
    expect(
      await visitor.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]),
    ).toEqual(['', 0, 0]);

    await startTalking(visitor, 'Gus Visitor', 'Do you ship to Norway?');

    await heard('Do you ship to Norway?');
    await heard('I am the assistant here');
    expect(times(await bubbles(), 'Do you ship to Norway?')).toBe(1);
  });

  it('O1 O12 W4 W9: both agents see it at once, both press accept, one gets it and the other learns who', async () => {
    const ada = await hire(stack, 'Ada Lindqvist', 'agent');
    const ben = await hire(stack, 'Ben Okafor', 'agent');
    const desks = await Promise.all([atTheConsole(browser, stack, ada), atTheConsole(browser, stack, ben)]);
    await Promise.all(desks.map((desk) => desk.getByRole('link', { name: /Queue/ }).click()));

    await visitor.getByRole('button', { name: 'Talk to a human' }).click();

    const accepts = desks.map((desk) => desk.getByRole('button', { name: 'Accept Gus Visitor' }));
    const bothPressed = meeting(desks.length);
    for (const desk of desks) {
      await desk.route('**/claim', (route) => bothPressed().then(() => route.continue()));
    }
    const told = (text: string) => Promise.all(desks.map((desk) => glimpse(desk, text)));
    const yours = await told('The conversation is yours.');
    const [adas, bens] = [await told(faster(ada.name)), await told(faster(ben.name))];
    await Promise.all(accepts.map((accept) => accept.click({ noWaitAfter: true })));
    const won = await Promise.race(
      desks.map((desk, index) =>
        desk
          .getByRole('textbox', { name: 'Reply' })
          .waitFor()
          .then(() => index),
      ),
    );
    await yours[won]!();
    winner = desks[won]!;
    const name = won === 0 ? ada.name : ben.name;
    await (won === 0 ? adas : bens)[1 - won]!();
    await visitor.getByRole('heading', { name }).waitFor();
  });

  it('O1 O10 O11 W5: has the whole history, and both talk live, see each other type and read', async () => {
    await expect.poll(deskTexts).toContainEqual(expect.stringContaining('Do you ship to Norway?'));

    await writes(winner.getByRole('textbox', { name: 'Reply' }), visitor, 'is typing');
    await answer('We do, every Tuesday.');
    await heard('We do, every Tuesday.');

    const field = visitor.getByRole('textbox', { name: 'Write a message' });
    await writes(field, winner, 'Gus Visitor is typing…');
    await say(visitor, 'Great, thank you.');
    await atTheDesk().getByText('Great, thank you.').first().waitFor();
    await visitor.getByText('Read', { exact: true }).first().waitFor();
    await winner.getByText('Seen').first().waitFor();
  });

  it('O13: a photograph goes one way and a document the other, and nobody else gets them', async () => {
    await visitor.locator('parlor-widget input[type=file]').setInputFiles({
      name: 'parcel.png',
      mimeType: 'image/png',
      buffer: picture(),
    });
    await visitor.getByRole('button', { name: 'Remove parcel.png' }).waitFor();
    await expect.poll(() => visitor.locator('parlor-widget progress').count()).toBe(0);
    await visitor.getByRole('button', { name: 'Send', exact: true }).click();

    const shown = atTheDesk().getByRole('button', { name: 'Show parcel.png' });
    await shown.waitFor();
    await expect.poll(() => drawn(shown)).toBe(40);
    await shown.click();
    await winner.getByRole('img', { name: 'parcel.png' }).waitFor();
    await winner.keyboard.press('Escape');
    await expect.poll(() => shown.evaluate((button) => button === document.activeElement)).toBe(true);
    await expect.poll(() => drawn(visitor.getByRole('button', { name: 'Show parcel.png' }))).toBe(40);

    await winner.locator('input[type=file]').setInputFiles([
      { name: 'label.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') },
      { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('<!doctype html><html></html>') },
    ]);
    await winner.getByText('Only JPEG, PNG, GIF, WebP, PDF and Word files can be sent.').waitFor();
    await winner.getByRole('button', { name: 'Remove page.png' }).click();
    await expect.poll(() => winner.locator('progress').count()).toBe(0);
    await winner.getByRole('button', { name: 'Send', exact: true }).click();

    const [download] = await Promise.all([
      visitor.waitForEvent('download'),
      visitor.getByRole('button', { name: /^Download label\.pdf/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('label.pdf');
    const address = await shown.locator('img').getAttribute('src');
    const stranger = await fetch(`${stack.url}${address}`);
    expect(stranger.status).toBe(401);
  });

  it('X9 O9: a note to the team never reaches the visitor', async () => {
    await winner
      .getByRole('button', { name: 'Note' })
      .or(winner.getByRole('radio', { name: 'Note' }))
      .first()
      .click();
    await winner.getByRole('textbox', { name: 'Note' }).fill('Gus is a regular, be generous.');
    await winner.keyboard.press('Enter');
    await atTheDesk().getByText('Gus is a regular, be generous.').first().waitFor();
    await winner
      .getByRole('button', { name: 'Reply' })
      .or(winner.getByRole('radio', { name: 'Reply' }))
      .first()
      .click();

    await answer('Anything else?');

    await heard('Anything else?');
    expect((await bubbles()).join(' ')).not.toContain('be generous');
  });

  it('O8 W14: a reload and a second tab bring everything back, once', async () => {
    const before = await bubbles();
    await visitor.reload();
    await heard('Anything else?');
    await expect.poll(bubbles).toEqual(before);

    const second = await visitor.context().newPage();
    await second.goto(host.url);
    await second.getByRole('button', { name: 'Chat with us' }).click();
    await heard('Anything else?', second);
    await second.close();
    await visitor.bringToFront();
  });

  it('X1 X2 W14: the server is killed while both type; nothing is lost or doubled', async () => {
    await say(visitor, 'One before the cut');
    await stack.kill();
    await say(visitor, 'Two in the dark');
    await answer('Three in the dark');
    await say(visitor, 'Four in the dark');

    await stack.run();

    const all = ['One before the cut', 'Two in the dark', 'Three in the dark', 'Four in the dark'];
    const counts = async () => {
      const [there, here] = [await bubbles(), (await deskTexts()).join('\n')];
      return all.map((text) => [times(there, text), here.split(text).length - 1]);
    };
    await expect.poll(counts, { timeout: 2 * FACT_MS, interval: 500 }).toEqual(all.map(() => [1, 1]));
    const order = (await bubbles()).filter((text) => all.includes(text));
    await visitor.reload();
    await heard('Four in the dark');
    await expect.poll(async () => (await bubbles()).filter((text) => all.includes(text))).toEqual(order);
    expect(order.filter((text) => text !== 'Three in the dark')).toEqual([all[0], all[1], all[3]]);
  });

  it('O3 W6: the agent resolves and closes, and the visitor learns how to go on', async () => {
    await winner.getByRole('button', { name: 'Resolve' }).click();
    await winner.getByText('Resolved').first().waitFor();
    await winner.getByRole('button', { name: 'More actions' }).click();
    await winner.getByRole('menuitem', { name: 'Close conversation' }).click();

    await visitor.getByRole('button', { name: /start/i }).waitFor();
    expect(await visitor.getByRole('textbox', { name: 'Write a message' }).count()).toBe(0);
  });

  it('O17 O18 O19 O20: an administrator changes the widget; who has it open and who comes next see it', async () => {
    const looking = await onThePage(browser, host.url);
    await looking.getByRole('button', { name: 'Chat with us' }).click();
    await looking.getByText('Hi there').waitFor();
    const office = await atTheConsole(browser, stack, ADMINISTRATOR);
    await office.getByRole('link', { name: 'Widget' }).click();
    await office.getByLabel('Brand name').fill('Fernweh Coffee');
    await office.getByRole('button', { name: 'Pill with words' }).click();
    await office.getByRole('button', { name: 'Texts' }).click();
    await office.getByLabel('Headline').fill('Where to next?');
    await office.getByLabel('Words on the pill').fill('Ask a roaster');
    await office.getByRole('button', { name: 'Contact', exact: true }).click();
    await office.getByLabel('Telephone').fill('+49 421 12 34');
    await office.getByRole('switch', { name: 'Visitors can save the contact as a vCard' }).click();
    await office.getByRole('button', { name: 'Form' }).click();
    await office.getByRole('group', { name: 'Phone' }).getByRole('button', { name: 'Not asked' }).click();
    await office.getByRole('button', { name: 'Hours', exact: true }).click();
    await office.getByLabel('Time zone').selectOption('Europe/Oslo');
    await office.getByRole('button', { name: 'Add hours on Monday' }).click();
    const saved = await glimpse(office, 'Saved.');
    await office.getByRole('button', { name: 'Save changes' }).click();
    await saved();
    await office.reload();
    await expect.poll(() => office.getByLabel('Brand name').inputValue()).toBe('Fernweh Coffee');

    await visitor
      .locator('parlor-widget .label', { hasText: 'Ask a roaster' })
      .waitFor({ state: 'attached' });
    await looking.getByText('Where to next?').waitFor();
    const next = await onThePage(browser, host.url);
    await next.getByRole('button', { name: 'Ask a roaster' }).click();
    await next.getByText('Where to next?').waitFor();
    expect(await next.getByRole('link', { name: 'Call' }).getAttribute('href')).toBe('tel:+494211234');
    const downloading = next.waitForEvent('download');
    await next.getByRole('link', { name: 'Save contact' }).click();
    const card = await (await downloading).path();
    expect(await readFile(card, 'utf8')).toContain('FN:Fernweh Coffee\r\n');
    await next.getByRole('button', { name: 'Start a conversation' }).click();
    await next.getByLabel('E-mail').waitFor();
    expect(await next.getByLabel('Phone').count()).toBe(0);
  });
});
