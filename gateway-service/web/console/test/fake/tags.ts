import type { Tag, TagWords } from '@parlor/client';
import type { ServerResponse } from 'node:http';
import { refuse, reply } from './rest';
import type { FakeRoom, World } from './world';

/** What a desk sorts by. */
export const usualTags: readonly Tag[] = [
  { id: 't_complaint', name: 'Complaint', color: 'red' },
  { id: 't_delivery', name: 'Delivery', color: 'blue' },
  { id: 't_vip', name: 'VIP', color: 'yellow' },
];

/** The list of tags as the server keeps it. */
export function answerTags(
  world: World,
  method: string,
  id: string | undefined,
  response: ServerResponse,
  body: Record<string, unknown>,
): void {
  if (method === 'GET') return reply(response, 200, { items: world.tags });
  const others = world.tags.filter((known) => known.id !== id);
  if (method === 'DELETE') {
    world.tags = others;
    return reply(response, 204);
  }
  const words = body as unknown as TagWords;
  if (others.some(({ name }) => name.toLowerCase() === words.name.toLowerCase()))
    return refuse(response, 409, 'tag-taken');
  const saved = { id: id ?? `t_${world.tags.length}`, name: words.name, color: words.color };
  world.tags = [...others, saved];
  reply(response, id ? 200 : 201, saved);
}

/** A tag put on a room or taken off it. */
export function tagRoom(room: FakeRoom, method: string, tag: string): void {
  const others = (room.tags ?? []).filter((one) => one !== tag);
  const tags = method === 'PUT' ? [...others, tag] : others;
  Object.assign(room, { tags, version: (room.version ?? 0) + 1 });
}
