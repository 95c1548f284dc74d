import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryDay } from '../fake/stories';
import { launch, visit } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const BACK = 'r_maya_back';
const anna = (doing: string, room = BACK) => ({
  type: 'viewing',
  room,
  member: 'a_anna',
  name: 'Anna Berg',
  doing,
});

describe('colleagues in the same conversation', () => {
  it('are seen by their faces, and while they write by words', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine/r_maya');
    await page.getByRole('textbox', { name: 'Reply' }).waitFor();

    gateway.sockets.tell(anna('looking'));
    await page.getByText('Anna Berg looks at this too').waitFor({ state: 'attached' });
    gateway.sockets.tell(anna('reply'));
    await page.getByText('Anna Berg is typing a reply').waitFor();
    gateway.sockets.tell(anna('note'));
    await page.getByText('Anna Berg is typing a note').waitFor();
    gateway.sockets.tell(anna('away'));

    await page.getByText('Anna Berg').waitFor({ state: 'detached' });
  });

  it('are told what one does oneself, in the back room alone', async () => {
    const { page, gateway } = await visit(browser, ordinaryDay(), '/mine/r_maya');
    const said = () =>
      gateway.sockets.heard.flatMap((frame) =>
        frame.type === 'viewing' ? [`${frame.room} ${frame.doing}`] : [],
      );
    await expect.poll(said).toContain(`${BACK} looking`);

    await page.getByRole('textbox', { name: 'Reply' }).pressSequentially('Hel');
    await expect.poll(said).toContain(`${BACK} reply`);
    await page.getByRole('link', { name: 'Queue' }).click();

    await expect.poll(said).toContain(`${BACK} away`);
    expect(said().every((line) => line.startsWith(BACK))).toBe(true);
  });
});
