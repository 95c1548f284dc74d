import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostPage } from '../src/host-page';
import { MailServer, type ReceivedMail } from '../src/mail-server';
import { atTheConsole, launch, onThePage, say, startTalking } from '../src/people';
import { ADMINISTRATOR, Stack } from '../src/stack';

const EMAIL = 'mia.mail@example.org';
const FIRST = 'the first long password';
const SECOND = 'the second long password';

/** Whoever closes the page is away at once, and answers do not wait long. */
const IMPATIENT = [
  '--parlor.presence.grace=500ms',
  '--parlor.guest.answers.patience=2s',
  '--parlor.guest.answers.interval=1s',
  '--parlor.guest.answers.look=200ms',
];

/** Whom mail reaches. The steps build on each other. */
describe('people with a mailbox', () => {
  let mailbox: MailServer;
  let stack: Stack;
  let browser: Browser;
  let host: HostPage;
  let mia: Page;

  beforeAll(async () => {
    mailbox = await MailServer.listen();
    stack = await Stack.start({ properties: (url) => [...mailbox.properties(url), ...IMPATIENT] });
    browser = await launch();
    host = await HostPage.serve(stack.url);
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
    await stack.stop();
    await mailbox.stop();
  });

  const received = async (number: number): Promise<ReceivedMail> => {
    await expect.poll(() => mailbox.to(EMAIL).length).toBe(number);
    return mailbox.to(EMAIL)[number - 1]!;
  };
  const linkIn = (mail: ReceivedMail): string => {
    const link = /http:\S+#pl_\S+/.exec(mail.text)?.[0] ?? '';
    expect(mail.html).toContain(`href="${link}"`);
    return link;
  };
  const tries = async (page: Page, password: string) => {
    await page.getByLabel('Email').fill(EMAIL);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };

  it('W9: is invited by e-mail and follows the link to the desk', async () => {
    const admin = await atTheConsole(browser, stack, ADMINISTRATOR);
    await admin.getByRole('link', { name: 'People' }).click();
    await admin.getByRole('button', { name: 'Invite', exact: true }).click();
    await admin.getByLabel('Email', { exact: true }).fill(EMAIL);
    await admin.getByRole('button', { name: 'Make the link' }).click();
    await admin.getByText(`It is on its way to ${EMAIL} by email.`).waitFor();

    const mail = await received(1);
    expect(mail.subject).toBe('You are invited to Parlor');
    mia = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await mia.goto(linkIn(mail));
    await mia.getByLabel('Name').fill('Mia Mail');
    await mia.getByLabel('New password', { exact: true }).fill(FIRST);
    await mia.getByRole('button', { name: 'Join' }).click();

    await mia.getByRole('navigation', { name: 'Main navigation' }).waitFor();
    await admin.context().close();
  });

  it('W9: forgets the password, gets a link by e-mail that works once, and every session ends', async () => {
    const phone = await (await browser.newContext()).newPage();
    await phone.goto(`${stack.url}/console/`);
    await phone.getByRole('button', { name: 'Forgot password?' }).click();
    await phone.getByLabel('Email').fill(EMAIL);
    await phone.getByRole('button', { name: 'Send the link' }).click();
    await phone.getByText(`If ${EMAIL} has an account here`).waitFor();

    const link = linkIn(await received(2));
    await phone.goto(link);
    await phone.getByLabel('New password', { exact: true }).fill(SECOND);
    await phone.getByRole('button', { name: 'Set password' }).click();
    await phone.getByRole('navigation', { name: 'Main navigation' }).waitFor();

    await mia.getByText('Your session has ended').waitFor();
    await tries(mia, FIRST);
    await mia.getByText('Email and password do not match.').waitFor();
    await tries(mia, SECOND);
    await mia.getByRole('navigation', { name: 'Main navigation' }).waitFor();
    const again = await browser.newPage();
    await again.goto(link);
    await again.getByRole('heading', { name: 'This link was used already' }).waitFor();
  });

  it('W9: a stranger is told the same, and gets no e-mail', async () => {
    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(`${stack.url}/console/`);
    await stranger.getByRole('button', { name: 'Forgot password?' }).click();
    await stranger.getByLabel('Email').fill('stranger@example.org');
    await stranger.getByRole('button', { name: 'Send the link' }).click();

    await stranger.getByText('If stranger@example.org has an account here').waitFor();
    expect(mailbox.to('stranger@example.org')).toEqual([]);
  });

  it('A: visitor and agent have the conversation sent to the address the visitor gave, without the notes', async () => {
    const visitor = await onThePage(browser, host.url);
    await startTalking(visitor, 'Vera Visitor', 'Do you ship to Norway?');
    await visitor.getByRole('button', { name: 'Talk to a human' }).click();
    await mia.goto(`${stack.url}/console/queue`);
    await mia.getByRole('button', { name: 'Accept Vera Visitor' }).click();
    await mia.getByRole('textbox', { name: 'Reply' }).fill('We do, from nine euros.');
    await mia.keyboard.press('Enter');
    await visitor.getByText('We do, from nine euros.', { exact: true }).waitFor();
    await mia
      .getByRole('button', { name: 'Note' })
      .or(mia.getByRole('radio', { name: 'Note' }))
      .first()
      .click();
    await mia.getByRole('textbox', { name: 'Note' }).fill('She is a good customer');
    await mia.keyboard.press('Enter');
    await mia.getByText('She is a good customer').first().waitFor();

    await visitor.getByRole('button', { name: 'Send this conversation by e-mail' }).click();
    await visitor.getByRole('button', { name: 'Send it' }).click();
    await visitor.getByText('It is on its way to visitor@example.org.').waitFor();
    await say(visitor, 'Thank you');
    await mia.getByText('Thank you').first().waitFor();
    await mia.getByRole('button', { name: 'Send by email' }).click();
    await mia.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();

    await expect.poll(() => mailbox.to('visitor@example.org').length).toBe(2);
    const [first, second] = mailbox.to('visitor@example.org').map(({ text }) => text);
    expect(first).toMatch(/Vera Visitor, .+\n> Do you ship to Norway\?[^]+> We do, from nine euros\./);
    expect(second).toContain('> Thank you');
    expect(`${first}${second}`).not.toContain('good customer');
    await visitor.context().close();
  });

  it('W7: who left gets the answer by e-mail, comes back by its link once, and can end such e-mails', async () => {
    const visitor = await onThePage(browser, host.url);
    await startTalking(visitor, 'Ann Away', 'Is the big one in stock?');
    await visitor.getByRole('button', { name: 'Talk to a human' }).click();
    await mia.goto(`${stack.url}/console/queue`);
    await mia.getByRole('button', { name: 'Accept Ann Away' }).click();
    await visitor.context().close();
    await mia.getByRole('textbox', { name: 'Reply' }).fill('It is, until Friday.');
    await mia.keyboard.press('Enter');

    const answer = () =>
      mailbox.to('visitor@example.org').find(({ text }) => text.includes('> It is, until Friday.'));
    await expect.poll(answer).toMatchObject({ subject: 'Parlor has answered you' });
    const text = answer()?.text ?? '';
    const link = /http:\S+#pa_\S+/.exec(text)?.[0] ?? '';
    expect(link.split('#')[0]).toBe(host.url);

    const phone = await onThePage(browser, link);
    await phone.getByText('It is, until Friday.').waitFor();
    expect(phone.url()).toBe(host.url);
    await say(phone, 'Keep one for me');
    await mia.getByText('Keep one for me').first().waitFor();

    const again = await onThePage(browser, link);
    await again.getByText('This link was used already or is too old.').waitFor();
    await again.goto(/http:\S+\/answers\/stop\/\S+/.exec(text)?.[0] ?? '');
    await again.getByRole('button', { name: 'Stop the e-mails' }).click();
    await again
      .getByRole('heading', { name: 'You will get no more e-mails about this conversation' })
      .waitFor();
    for (const page of [phone, again]) await page.context().close();
  });
});
