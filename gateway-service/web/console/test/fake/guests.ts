import type { Erasure, KeptGuest } from '@parlor/client';
import type { ServerResponse } from 'node:http';
import { refuse, reply } from './rest';
import { ada, type World } from './world';

const REGISTERED = '2026-03-01T09:00:00.000Z';

export const keptGuests = (): KeptGuest[] => [
  { id: 'g_maya', name: 'Maya Thompson', email: 'maya@example.com', registeredAt: REGISTERED },
  { id: 'g_yusuf', name: 'Yusuf', phone: '+49 30 1234', registeredAt: REGISTERED },
];

/** Guests as the server keeps them. Each look at an erasing finds one more part done. */
export function answerGuests(
  world: World,
  url: URL,
  response: ServerResponse,
  body: Record<string, unknown>,
): void {
  const [, , , , guest, verb] = url.pathname.split('/');
  if (guest === 'erasures') {
    reply(response, 200, { items: world.erasures });
    world.erasures = world.erasures.map(further);
    return;
  }
  const known = world.guests.find(({ id }) => id === guest);
  if (verb && !known) return refuse(response, 404, 'unknown-guest');
  if (verb === 'erasure' && known?.name !== body['name']) return refuse(response, 422, 'invalid');
  if (verb === 'erasure' && guest) {
    world.guests = world.guests.filter(({ id }) => id !== guest);
    world.erasures = [further(begun(guest)), ...world.erasures];
    return reply(response, 202, world.erasures[0]);
  }
  const words = (url.searchParams.get('q') ?? '').toLowerCase();
  reply(response, 200, {
    items: world.guests.filter(({ name }) => name.toLowerCase().includes(words)),
  });
}

export const begun = (guest: string): Erasure => ({
  id: `x_${guest}`,
  guest,
  requestedBy: { id: ada.id, name: ada.name },
  requestedAt: REGISTERED,
  parts: [
    { part: 'identity', removed: { guests: 1 } },
    { part: 'rooms', removed: { rooms: 2 } },
    { part: 'messages', removed: { entries: 41, files: 1, bytes: 204_800 } },
    { part: 'presence', removed: {} },
  ],
});

/** With every part done. */
export const done = (erasure: Erasure): Erasure => erasure.parts.reduce((before) => further(before), erasure);

export function further(erasure: Erasure): Erasure {
  const next = erasure.parts.findIndex(({ doneAt }) => !doneAt);
  const parts = erasure.parts.map((part, at) => (at === next ? { ...part, doneAt: REGISTERED } : part));
  const done = parts.every(({ doneAt }) => doneAt);
  return { ...erasure, parts, ...(done ? { doneAt: REGISTERED } : {}) };
}
