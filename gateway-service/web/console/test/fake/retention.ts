import type { Hold, Retention, RetentionPreview } from '@parlor/client';
import type { ServerResponse } from 'node:http';
import { refuse, reply } from './rest';
import type { FakeRoom, World } from './world';

/** How long things are kept. Conversations with guests are old enough as the world says. */
export function answerRetention(
  world: World,
  method: string,
  url: URL,
  response: ServerResponse,
  body: object,
): void {
  if (url.pathname.endsWith('/preview')) {
    const preview: RetentionPreview = {
      guest: url.searchParams.has('guest') ? world.oldConversations : 0,
      direct: 0,
      group: 0,
      most: 10_000,
    };
    return reply(response, 200, preview);
  }
  if (method === 'PUT') world.retention = body as Retention;
  reply(response, 200, world.retention);
}

export function answerHold(
  room: FakeRoom,
  method: string,
  hold: string | undefined,
  response: ServerResponse,
): boolean {
  if (hold !== 'room' && hold !== 'guest') {
    refuse(response, 404, 'unknown-hold');
    return false;
  }
  const others: readonly Hold[] = (room.held ?? []).filter((one) => one !== hold);
  Object.assign(room, {
    held: method === 'PUT' ? [...others, hold] : others,
    version: (room.version ?? 0) + 1,
  });
  return true;
}
