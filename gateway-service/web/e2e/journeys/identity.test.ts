import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FACT_MS } from '../../testing/patience';
import { HostPage } from '../src/host-page';
import { atTheConsole, launch, onThePage, say, startTalking } from '../src/people';
import { type Person, signed } from '../src/signing';
import { ADMINISTRATOR, Stack } from '../src/stack';
import { Rest } from '../src/wire';

const ANN: Person = { id: 'customer-1', name: 'Ann Customer', email: 'ann@example.org' };
const BEN: Person = { id: 'customer-2', name: 'Ben Customer', email: 'ben@example.org' };

/** A website signs who its visitors are. The steps build on each other. */
describe('signed identity', () => {
  let stack: Stack;
  let browser: Browser;
  let host: HostPage;
  let office: Page;
  let secret: string;

  beforeAll(async () => {
    stack = await Stack.start();
    browser = await launch();
    host = await HostPage.serve(stack.url);
    office = await atTheConsole(browser, stack, ADMINISTRATOR);
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
    await stack.stop();
  });

  const settings = () => office.getByRole('region', { name: 'Signed identity' });

  /** On the page in a browser of their own, signed in there. */
  async function signedIn(person: Person): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1100, height: 800 } });
    context.setDefaultTimeout(FACT_MS);
    const page = await context.newPage();
    await page.addInitScript(
      (token) => {
        Object.assign(window, { Parlor: [['setUser', token]] });
      },
      signed(person, secret),
    );
    await page.goto(host.url);
    return page;
  }

  const tell = (page: Page, ...command: unknown[]) =>
    page.evaluate(async (given) => {
      await (Reflect.get(window, 'Parlor') as unknown as { push(command: unknown[]): unknown }).push(given);
    }, command);
  const open = (page: Page) => page.getByRole('button', { name: 'Chat with us' }).click();
  const conversation = (page: Page) => page.getByRole('region', { name: 'Conversation' });

  it('A setUser: an administrator makes the key that is shown once', async () => {
    await office.getByRole('link', { name: 'Integrations' }).click();
    await settings().getByRole('button', { name: 'New signing key' }).click();
    await office.getByRole('button', { name: 'Make the key' }).click();
    secret = await office.getByLabel('Secret', { exact: true }).inputValue();
    await office.keyboard.press('Escape');

    await settings().getByText(/^ik_/).waitFor();
    expect(secret).toMatch(/^pi_/);
  });

  it.each(['Node', 'Python'] as const)(
    'A setUser: what the example in %s signs is believed',
    async (language) => {
      const rest = new Rest(stack.url);
      const identity = signed({ ...ANN, id: 'customer-0' }, secret, language);

      const { status, body } = await rest.post('/guests/identity', { identity });

      expect(status).toBe(200);
      expect(body['guest']).toMatchObject({ name: ANN.name, email: ANN.email });
      const forged = await rest.post('/guests/identity', { identity: signed(ANN, 'pi_another', language) });
      expect([forged.status, forged.body.code]).toEqual([401, 'identity-wrong-key']);
    },
  );

  it('A setUser: who is signed for begins without a form and goes on in another browser', async () => {
    const laptop = await signedIn(ANN);
    await open(laptop);
    await laptop.getByRole('button', { name: 'Start a conversation' }).click();
    await conversation(laptop).waitFor();
    await say(laptop, 'Where is my parcel?');

    const phone = await signedIn(ANN);
    await open(phone);
    await phone.getByText('Where is my parcel?').waitFor();
    await say(phone, 'I am on the train now');

    await laptop.getByText('I am on the train now').waitFor();
    await office.getByRole('link', { name: 'All conversations' }).click();
    await office.getByRole('link', { name: /Ann Customer/ }).waitFor();
    expect(await office.getByRole('link', { name: /Ann Customer/ }).count()).toBe(1);
    await tell(phone, 'setUser', signed(BEN, secret));
    await phone.getByRole('button', { name: 'Start a conversation' }).waitFor();
    expect(await phone.getByText('Where is my parcel?').count()).toBe(0);
  });

  it('A visitor panel, setAttributes: who visits, where, and what the page says appear without a reload', async () => {
    const laptop = await signedIn(ANN);
    await open(laptop);
    await laptop.getByText('Where is my parcel?').waitFor();
    await office.getByRole('link', { name: /Ann Customer/ }).click();
    const visitor = office.getByRole('region', { name: 'Visitor', exact: true });
    await visitor.getByRole('link', { name: 'ann@example.org' }).waitFor();
    await visitor.getByRole('link', { name: 'Fernweh Coffee' }).first().waitFor();
    await visitor.getByText(/Computer · Chrome \d+ · Linux/).waitFor();
    expect(await visitor.getByText('Signed by the website').count()).toBe(2);

    await tell(laptop, 'setAttributes', { plan: 'pro' });
    await laptop.evaluate(() => {
      history.pushState({}, '', '/beans');
      document.title = 'Beans';
    });

    const claimed = visitor.getByRole('region', { name: 'Said by the page, not verified' });
    await claimed.getByText('pro', { exact: true }).waitFor();
    const newest = visitor
      .getByRole('region', { name: 'Pages visited' })
      .getByRole('link', { name: 'Beans' });
    await newest.waitFor();
    expect(await newest.getAttribute('href')).toBe(`${host.url}beans`);
  });

  it('A setUser: what was begun before stays, and is found again elsewhere', async () => {
    const laptop = await onThePage(browser, host.url);
    await startTalking(laptop, 'Somebody', 'Do you ship to Bergen?');

    await tell(laptop, 'setUser', signed(BEN, secret));
    await tell(laptop, 'close');

    // Ben was here before, in somebody else's browser: what Somebody wrote is not mixed with his.
    await open(laptop);
    await laptop.getByRole('button', { name: 'Start a conversation' }).waitFor();
    const cat = { id: 'customer-3', name: 'Cat Customer', email: 'cat@example.org' };
    const tablet = await onThePage(browser, host.url);
    await startTalking(tablet, 'Nobody yet', 'Do you ship to Tromsø?');
    await tell(tablet, 'setUser', signed(cat, secret));
    await tablet.getByText('Do you ship to Tromsø?').waitFor();
    const phone = await signedIn(cat);
    await open(phone);
    await phone.getByText('Do you ship to Tromsø?').waitFor();
  });

  it('A setUser: where it is required, others are asked to sign in', async () => {
    await office.getByRole('link', { name: 'Integrations' }).click();
    await settings()
      .getByRole('switch', { name: /Only visitors/ })
      .click();
    await office.getByText('Saved').first().waitFor();
    const stranger = await onThePage(browser, host.url);
    await open(stranger);

    await stranger.getByRole('button', { name: 'Start a conversation' }).click();

    await stranger.getByText('Please sign in on this website first.').waitFor();
    const refused = await new Rest(stack.url).post('/guests', { name: 'Eve', email: 'eve@example.org' });
    expect([refused.status, refused.body.code]).toEqual([403, 'identity-required']);
    const known = await signedIn(ANN);
    await open(known);
    await known.getByText('Where is my parcel?').waitFor();
  });
});
