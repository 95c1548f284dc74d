/** Takes pictures of every screen, for people to look at: `npm run look -w widget`. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { launch, startTalking, visitor } from './browser';
import { ADA, BOT, type FakeGateway, VISITOR } from './fake-gateway';

const OUT = fileURLToPath(new URL('../../test-results/look/', import.meta.url));
mkdirSync(OUT, { recursive: true });
const only = process.argv[2];

const browser = await launch();
const settle = (page: Page) => page.waitForTimeout(500);

async function picture(
  name: string,
  act: (page: Page, gateway: FakeGateway) => Promise<void>,
  { path = '/page', prepare = () => undefined, ...options }: Scene = {},
): Promise<void> {
  if (only && !name.includes(only)) return;
  const { page, gateway } = await visitor(browser, path, options, prepare);
  try {
    await act(page, gateway);
  } catch (error) {
    process.stderr.write(`${name}: ${String(error)}\n`);
  }
  await settle(page);
  await page.screenshot({ path: `${OUT}${name}.png` });
  await page.context().close();
}

interface Scene extends BrowserContextOptions {
  readonly path?: string;
  readonly prepare?: (gateway: FakeGateway) => void;
}

const open = (page: Page) => page.getByRole('button', { name: 'Open chat' }).click();
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

function history(gateway: FakeGateway): void {
  gateway.post(VISITOR, { text: 'Hi! Do you ship to Norway, and how long does it take?' }, ago(24 * 60 + 8));
  gateway.post(BOT, { text: 'We do. Two to four working days, from € 9.' }, ago(24 * 60 + 7));
  gateway.post(BOT, { text: 'Is there anything else you would like to know?' }, ago(24 * 60 + 7));
  gateway.post(VISITOR, { text: 'Yes: is the Yirgacheffe roasted for filter? 🙂' }, ago(31));
  gateway.post(BOT, { type: 'notice.posted', notice: 'assigned', member: ADA, status: 'assigned' }, ago(29));
  gateway.post(ADA, { text: 'Hello Sam, Ada here.' }, ago(28));
  gateway.post(
    ADA,
    { text: 'It is, and it does well as espresso too: https://fernweh.example/yirgacheffe.' },
    ago(27),
  );
  gateway.room = { ...gateway.room, status: 'assigned', assignee: { id: ADA.id, name: ADA.name } };
}

async function returning(page: Page, gateway: FakeGateway): Promise<void> {
  await startTalking(page, 'Great, I will take two bags.');
  gateway.send({ type: 'message.read', room: 'r_1', member: ADA.id, seq: gateway.entries.length });
}

const dark: Scene = { colorScheme: 'dark' };
const phone: Scene = { viewport: { width: 320, height: 640 }, hasTouch: true };
const branded = (gateway: FakeGateway) => {
  gateway.settings = {
    brand: { name: 'Fernweh Coffee', primaryColor: '#7a3e1d' },
    texts: {
      title: 'Hello, coffee lover',
      footer: 'Fernweh Coffee, Bremen',
      footerLink: 'https://example.org',
    },
    style: { bubble: 'pill', icon: 'headset' },
    online: false,
    nextOpening: new Date(Date.now() + 20 * 3_600_000).toISOString(),
  };
};

for (const [suffix, scene] of [
  ['light', {}],
  ['dark', dark],
  ['320', phone],
] as const) {
  await picture(`1-bubble-${suffix}`, async () => undefined, scene);
  await picture(`2-welcome-${suffix}`, open, scene);
  await picture(
    `3-form-errors-${suffix}`,
    async (page) => {
      await open(page);
      await page.getByRole('button', { name: 'Start a conversation' }).click();
      await page.getByLabel('Name').fill('Sam');
      await page.getByLabel('E-mail').fill('sam@');
      await page.getByRole('button', { name: 'Send message' }).click();
    },
    scene,
  );
  await picture(`4-talk-${suffix}`, returning, { ...scene, prepare: history });
}
await picture('5-branded-away', (page) => page.getByRole('button', { name: 'Chat with us' }).click(), {
  prepare: (gateway) => {
    branded(gateway);
    gateway.settings = {
      ...gateway.settings,
      texts: { ...(gateway.settings['texts'] as object), bubble: 'Chat with us' },
    };
  },
});
const reachable = (gateway: FakeGateway) => {
  branded(gateway);
  gateway.settings = {
    ...gateway.settings,
    style: { effect: 'glow' },
    online: true,
    contact: {
      phone: '+49 421 12 34',
      whatsapp: '+49 170 1234567',
      telegram: 'fernweh',
      email: 'hello@fernweh.example',
      social: [
        { name: 'Mastodon', url: 'https://social.example/@fernweh' },
        { name: 'Instagram', url: 'https://pictures.example/fernweh' },
      ],
      card: true,
      alwaysThere: true,
    },
  };
};
for (const [suffix, scene] of [
  ['light', {}],
  ['dark', dark],
  ['phone', phone],
  ['rtl', { path: '/rtl?locale=ar' }],
] as const) {
  await picture(`5-contact-${suffix}`, (page) => page.locator('parlor-widget button.bubble').click(), {
    ...scene,
    prepare: reachable,
  });
}
await picture('6-first', (page) => startTalking(page));
await picture('7-queue', async (page, gateway) => {
  await startTalking(page);
  gateway.post(BOT, { text: 'I can look that up, or fetch a colleague.' });
  await page.getByRole('button', { name: 'Talk to a human' }).click();
  gateway.queue({ position: 2, estimatedWaitMs: 200_000 });
  await page.getByText('It usually takes').waitFor();
});
await picture(
  '7-asked-to-end',
  async (page, gateway) => {
    await returning(page, gateway);
    gateway.change({ endAskedAt: new Date().toISOString() });
    await page.getByText('You asked to end.').waitFor();
  },
  { prepare: history, ...dark },
);
await picture(
  '7-goes-on',
  async (page, gateway) => {
    await returning(page, gateway);
    gateway.change({ endAskedAt: new Date().toISOString() });
    await page.getByText('You asked to end.').waitFor();
    gateway.decline();
    await page.getByText('You can ask again').waitFor();
  },
  { prepare: history },
);
await picture(
  '8-typing-end',
  async (page, gateway) => {
    await returning(page, gateway);
    gateway.send({ type: 'typing', room: 'r_1', member: ADA.id, name: 'Ada Lovelace', on: true });
    await page.getByRole('button', { name: 'End conversation' }).click();
  },
  { prepare: history },
);
await picture(
  '9-closed',
  async (page, gateway) => {
    await returning(page, gateway);
    gateway.post(BOT, { type: 'notice.posted', notice: 'closed', status: 'closed' });
    gateway.change({ status: 'closed' });
  },
  { prepare: history },
);
await picture(
  '10-offline-failed',
  async (page, gateway) => {
    await returning(page, gateway);
    gateway.refuseMessages = 'muted';
    await page.getByRole('textbox').fill('This one is refused');
    await page.keyboard.press('Enter');
    await page.getByText('Not sent').waitFor();
    await gateway.cut();
    await page.getByRole('textbox').fill('And this one waits');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(1800);
  },
  { prepare: history },
);
await picture('11-refused-form', async (page, gateway) => {
  gateway.refusal = { status: 429, body: { code: 'too-many', title: 'Too many' } };
  await startTalking(page).catch(() => undefined);
});
await picture(
  '12-rtl',
  async (page) => {
    await page.locator('parlor-widget button.bubble').click();
  },
  { path: '/rtl?locale=ar' },
);
await picture(
  '13-rtl-talk',
  async (page) => {
    await page.locator('parlor-widget button.bubble').click();
    await page.locator('parlor-widget .primary').click();
    await page.locator('parlor-widget [name=name]').fill('سارة');
    await page.locator('parlor-widget [name=email]').fill('sara@example.org');
    await page.locator('parlor-widget [name=message]').fill('هل تشحنون إلى النرويج؟');
    await page.locator('parlor-widget .primary').click();
    await page.locator('parlor-widget .messages').waitFor();
  },
  { path: '/rtl?locale=ar', prepare: history },
);
await picture(
  '14-german',
  async (page) => {
    await page.locator('parlor-widget button.bubble').click();
    await page.locator('parlor-widget .primary').click();
  },
  { path: '/page?locale=de-DE&color=%23ffd400&label=Hilfe' },
);
for (const locale of ['fr', 'es', 'am']) {
  await picture(`14-${locale}`, (page) => page.locator('parlor-widget button.bubble').click(), {
    path: `/page?locale=${locale}`,
    prepare: (gateway) => (gateway.settings = { contact: { phone: '110', email: 'a@b.test', card: true } }),
  });
}
await picture('15-yellow', open, { path: '/page?color=%23ffd400' });
await picture('16-demo', async () => undefined, { path: '/demo/' });
await picture(
  '17-demo-dark-open',
  async (page) => {
    await page.getByRole('button', { name: 'Ask a question' }).click();
  },
  { path: '/demo/', ...dark },
);
await browser.close();
