import type { Room, Visitor } from '@parlor/client';
import type { ServerResponse } from 'node:http';
import { refuse, reply } from './rest';
import type { World } from './world';

/** The visitor of a room as the server knows it: what a test says, else what the room says. */
export function answerVisitor(world: World, room: Room, response: ServerResponse): void {
  if (world.visitorsAway) return refuse(response, 503, 'unavailable');
  if (!room.guest) return refuse(response, 409, 'wrong-status');
  const known: Visitor = {
    id: room.guest.id,
    name: room.guest.name,
    verified: [],
    firstSeen: room.createdAt,
    device: {},
    pages: [],
    attributes: [],
    conversations: [{ id: room.id, status: room.status ?? 'open', createdAt: room.createdAt }],
  };
  reply(response, 200, { ...known, ...world.visitors.get(room.guest.id) });
}
