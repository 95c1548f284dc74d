import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, startTalking, visitor } from './browser';

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

async function ended() {
  const visit = await visitor(browser);
  await startTalking(visit.page);
  await visit.page.getByText('Delivered').waitFor();
  visit.gateway.change({ status: 'closed' });
  await visit.page.getByText('How was this conversation?').waitFor();
  return visit;
}

describe('when a conversation has ended', () => {
  it('is asked by keyboard alone, with a comment or without, and can be changed', async () => {
    const { page, gateway, complaints } = await ended();

    await page.getByRole('radio', { name: '1 of 5 stars' }).focus();
    for (let star = 1; star < 4; star++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Quick');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    await page.getByText('Thank you for your rating!').waitFor();
    expect(gateway.room.rating).toMatchObject({ score: 4, comment: 'Quick' });
    await page.getByRole('img', { name: '4 of 5 stars' }).waitFor();
    await page.getByRole('button', { name: 'Change it' }).click();
    await page.getByRole('radio', { name: '2 of 5 stars' }).check();
    await page.getByRole('button', { name: 'Send rating' }).click();
    await page.getByRole('img', { name: '2 of 5 stars' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('thanks for a rating that was given before, and still starts again', async () => {
    const { page, gateway } = await ended();
    gateway.change({ rating: { score: 5, ratedAt: new Date().toISOString() } });

    await page.getByText('Thank you for your rating!').waitFor();
    await page.getByRole('button', { name: 'Start a new one' }).click();
    await page.getByLabel('Name').waitFor();
    await page.context().close();
  });

  it('stays open to be changed when the answer is slower than the news', async () => {
    const { page, gateway } = await ended();
    let answer: (() => Promise<void>) | undefined;
    await page.route('**/api/v1/rooms/r_1/rating', (route) => {
      gateway.change({ rating: { score: 3, ratedAt: new Date().toISOString() } });
      answer = () => route.fulfill({ json: gateway.room });
    });
    await page.getByRole('radio', { name: '3 of 5 stars' }).check();
    await page.getByRole('button', { name: 'Send rating' }).click();
    await page.getByRole('button', { name: 'Change it' }).click();

    const answered = page.waitForResponse('**/rating');
    await answer?.();
    await (await answered).finished();
    await page.getByRole('radio', { name: '1 of 5 stars' }).check();

    expect(await page.getByRole('button', { name: 'Send rating' }).count()).toBe(1);
    await page.context().close();
  });

  it('says when it cannot be changed any more, and when it did not work', async () => {
    const { page, gateway } = await ended();
    gateway.refusal = { status: 500, body: { code: 'internal' } };
    await page.getByRole('radio', { name: '3 of 5 stars' }).check();
    await page.getByRole('button', { name: 'Send rating' }).click();
    await page.getByText('That did not work. Please try again.').waitFor();

    gateway.refusal = { status: 409, body: { code: 'rating-final' } };
    await page.getByRole('button', { name: 'Send rating' }).click();

    await page.getByText('The rating cannot be changed any more.').waitFor();
    await page.context().close();
  });

  it('comes with code of its own, not before', async () => {
    const visit = await visitor(browser);
    const loaded: string[] = [];
    visit.page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await startTalking(visit.page);
    await visit.page.getByText('Delivered').waitFor();
    expect(loaded.filter((path) => path.includes('rating'))).toEqual([]);

    visit.gateway.change({ status: 'closed' });
    await visit.page.getByText('How was this conversation?').waitFor();

    expect(loaded.filter((path) => path.includes('rating'))).toHaveLength(1);
    await visit.page.context().close();
  });
});
