import type { Entry, InboxRoom, TimelinePage } from '@parlor/client';
import { describe, expect, it, vi } from 'vitest';
import { RecentMessages } from '../../src/desk/recent';
import { duration } from '../../src/i18n/times';
import { shortPage } from '../../src/inbox/page';

const message = (seq: number, more: object = {}): Entry =>
  ({ type: 'message.sent', room: 'r', epoch: 1, seq, id: `m${seq}`, text: `${seq}`, ...more }) as Entry;
const page = (head: number, entries: readonly Entry[]): TimelinePage => ({ epoch: 1, head, entries });
const texts = (recent: RecentMessages) =>
  recent
    .getSnapshot()
    .get('r')
    ?.messages.map(({ text }) => text);

describe('the last messages of a room', () => {
  const inbox = { get: () => undefined };

  it('are five, oldest first, without what is no message or no longer one', async () => {
    const entries = [1, 2, 3, 4, 5, 6, 7].map((seq) => message(seq));
    const notice = { ...message(8), type: 'notice.posted' } as Entry;
    const timeline = vi.fn(async () => page(9, [...entries, notice, message(9, { deletedAt: 'now' })]));
    const recent = new RecentMessages({ timeline }, inbox);

    await recent.ask({ id: 'r', head: 9 });

    expect(texts(recent)).toEqual(['3', '4', '5', '6', '7']);
  });

  it('are asked for again only when something happened', async () => {
    const timeline = vi.fn(async () => page(1, [message(1)]));
    const recent = new RecentMessages({ timeline }, inbox);

    await recent.ask({ id: 'r', head: 1 });
    await recent.ask({ id: 'r', head: 1 });
    expect(timeline).toHaveBeenCalledTimes(1);

    timeline.mockResolvedValue(page(2, [message(1), message(2)]));
    await recent.ask({ id: 'r', head: 2 });
    expect(texts(recent)).toEqual(['1', '2']);
  });

  it('are asked for once more when something happened meanwhile', async () => {
    const timeline = vi
      .fn(async () => page(2, [message(1), message(2)]))
      .mockResolvedValueOnce(page(1, [message(1)]));
    const recent = new RecentMessages({ timeline }, { get: () => ({ head: 2 }) as InboxRoom });

    await recent.ask({ id: 'r', head: 1 });

    expect(texts(recent)).toEqual(['1', '2']);
  });

  it('stay as they were when nobody answers', async () => {
    const timeline = vi.fn(async () => page(1, [message(1)]));
    const recent = new RecentMessages({ timeline }, inbox);
    await recent.ask({ id: 'r', head: 1 });

    timeline.mockRejectedValue(new Error('away'));
    await recent.ask({ id: 'r', head: 2 });

    expect(texts(recent)).toEqual(['1']);
  });
});

describe('a card of the queue', () => {
  it('shows a page without what every address has', () => {
    expect(shortPage('https://shop.example/tables/walnut?from=mail#top')).toBe('shop.example/tables/walnut');
    expect(shortPage('https://shop.example/')).toBe('shop.example');
    expect(shortPage('from the phone')).toBe('from the phone');
  });

  it('says lengths of time in words', () => {
    expect(duration('en', 45_999)).toBe('45 sec');
    expect(duration('de', 134_000)).toBe('2 Min.');
  });
});
