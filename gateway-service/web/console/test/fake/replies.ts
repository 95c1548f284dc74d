import type { QuickReply } from '@parlor/client';
import type { ServerResponse } from 'node:http';
import { refuse, reply } from './rest';
import type { World } from './world';

const made = (id: string, shared: boolean, shortcut: string, title: string, body: string): QuickReply => ({
  id,
  shared,
  shortcut,
  title,
  body,
  version: 1,
  updatedAt: '2026-03-01T09:00:00.000Z',
});

/** What a desk keeps at hand. */
export const usualReplies: readonly QuickReply[] = [
  made('qr_hi', true, 'hi', 'Greeting', 'Hello {{guest.name}}, this is {{agent.name}} from {{brand}}.'),
  made('qr_return', true, 'return', 'How to send something back', 'You can send it back within 30 days.'),
  made('qr_track', true, 'track', 'Where is my parcel?', 'Your parcel {{order}} is on its way to you.'),
  made('qr_bye', false, 'bye', 'Goodbye', 'Have a lovely day!'),
  made('qr_danke', false, 'danke', 'Thanks, auf Deutsch', 'Vielen Dank für Ihre Geduld,\nwir melden uns.'),
];

/** Quick replies as the server keeps them. */
export function answerReplies(
  world: World,
  method: string,
  id: string | undefined,
  response: ServerResponse,
  body: Record<string, unknown>,
): void {
  if (method === 'GET') return reply(response, 200, { items: world.replies });
  const others = world.replies.filter((known) => known.id !== id);
  if (method === 'DELETE') {
    world.replies = others;
    return reply(response, 204);
  }
  const known = world.replies.find((one) => one.id === id);
  const shared = known ? known.shared : body['shared'] === true;
  if (others.some((one) => one.shared === shared && one.shortcut === body['shortcut']))
    return refuse(response, 409, 'shortcut-taken');
  if (known && known.version !== body['version'])
    return refuse(response, 409, 'reply-changed', { reply: known });
  const saved = {
    ...made(known?.id ?? `qr_${world.replies.length}`, shared, '', '', ''),
    ...(body as Pick<QuickReply, 'shortcut' | 'title' | 'body'>),
    version: (known?.version ?? 0) + 1,
  };
  world.replies = [...others, saved];
  reply(response, known ? 200 : 201, saved);
}
