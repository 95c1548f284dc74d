import { LINK_KINDS, type LinkKind, type LinkPatterns, type RecordLink } from '@parlor/client';
import type { ServerResponse } from 'node:http';
import { refuse, reply } from './rest';
import type { FakeRoom, World } from './world';

/** Links of a room as the server keeps them; a change is a new version of the room. */
export function answerLinks(
  world: World,
  room: FakeRoom,
  { method, kind, body }: { method: string; kind: string | undefined; body: Record<string, unknown> },
  response: ServerResponse,
): void {
  const links = world.links.get(room.id) ?? [];
  if (method === 'GET') return reply(response, 200, { items: links.map((link) => found(world, link)) });
  const others = links.filter((link) => link.kind !== kind);
  const id = String(body['id']);
  if (method === 'PUT' && id === '..') {
    const errors = [{ field: 'id', message: 'expected: an id, not dots alone' }];
    return refuse(response, 422, 'invalid', { errors });
  }
  const link = { kind: kind as LinkKind, id, label: String(body['label'] || id) };
  const all = method === 'PUT' ? [...others, link] : others;
  world.links.set(
    room.id,
    LINK_KINDS.flatMap((one) => all.filter((known) => known.kind === one)),
  );
  Object.assign(room, { version: (room.version ?? 0) + 1 });
  reply(response, method === 'PUT' ? 200 : 204, method === 'PUT' ? found(world, link) : undefined);
}

export function answerPatterns(
  world: World,
  method: string,
  response: ServerResponse,
  body: Record<string, unknown>,
): void {
  const wrong = Object.entries(body).filter(([, text]) => text && !String(text).startsWith('https://'));
  if (wrong.length > 0) {
    const message = 'expected: an address that begins with https://';
    return refuse(response, 422, 'invalid', { errors: wrong.map(([field]) => ({ field, message })) });
  }
  if (method === 'PUT') world.linkPatterns = body as LinkPatterns;
  reply(response, 200, world.linkPatterns);
}

function found({ linkPatterns }: World, link: RecordLink): RecordLink {
  const pattern = linkPatterns[link.kind];
  return pattern ? { ...link, url: pattern.replace('{id}', encodeURIComponent(link.id)) } : link;
}
