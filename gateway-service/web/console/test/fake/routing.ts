import {
  VISIBILITIES,
  type Availability,
  type Routing,
  type RoutingRules,
  type Visibility,
} from '@parlor/client';
import type { ServerResponse } from 'node:http';
import { refuse, reply } from './rest';
import type { World } from './world';

export const usualRules: RoutingRules = { policy: 'manual', capacity: 5 };

type Asked = { method: string; agent: string | undefined; body: Record<string, unknown> };

/** How guests get to agents, as the server keeps it. */
export function answerRouting(world: World, { method, agent, body }: Asked, response: ServerResponse): void {
  const capacity = body['capacity'] as number | undefined;
  if (capacity !== undefined && (capacity < 0 || capacity > 100)) return refuse(response, 422, 'invalid');
  if (method === 'PUT' && agent) world.capacities.set(agent, capacity);
  if (method === 'PUT' && !agent) world.routing = body as unknown as RoutingRules;
  reply(response, 200, routingOf(world));
}

function routingOf(world: World): Routing {
  const rooms = [...world.rooms.values()];
  const agents = world.accounts
    .filter(({ disabled }) => !disabled)
    .map(({ id, name }) => {
      const capacity = world.capacities.get(id);
      return {
        id,
        name,
        status: (world.presence.get(id) ?? 'offline') as Availability,
        active: rooms.filter(({ status, assignee }) => status === 'assigned' && assignee?.id === id).length,
        ...(capacity === undefined ? {} : { capacity }),
      };
    });
  return { ...world.routing, agents };
}

/** How long whoever is gone stays, as the server keeps it. */
export function answerGrace(
  world: World,
  method: string,
  response: ServerResponse,
  body: Record<string, unknown>,
): void {
  const seconds = Number(body['seconds']);
  if (method === 'PUT' && !(seconds >= 1 && seconds <= 3600)) return refuse(response, 422, 'invalid');
  if (method === 'PUT') world.grace = { seconds };
  reply(response, 200, world.grace);
}

/** What agents see, as the server keeps it. */
export function answerVisibility(
  world: World,
  method: string,
  response: ServerResponse,
  body: Record<string, unknown>,
): void {
  const { agents } = body as Partial<Visibility>;
  if (method === 'PUT' && !(agents && VISIBILITIES.includes(agents))) return refuse(response, 422, 'invalid');
  if (method === 'PUT') world.visibility = { agents: agents ?? 'all' };
  reply(response, 200, world.visibility);
}
