import type { ServerResponse } from 'node:http';
import { refuse, reply } from './rest';
import { ada, type World } from './world';

/** Identity keys and their policy as the server keeps them. */
export function answerIdentity(
  world: World,
  method: string,
  key: string | undefined,
  response: ServerResponse,
  body: Record<string, unknown>,
): void {
  const { required, keys } = world.identity;
  if (method === 'POST') {
    const before = body['grace'] === 'none' ? [] : keys.map((old) => ({ ...old, endsAt: world.ago(-60) }));
    const made = {
      id: `ik_${world.secrets.length + 1}`,
      createdBy: { id: ada.id, name: ada.name },
      createdAt: world.ago(0),
    };
    world.secrets.push(`pi_${String(world.secrets.length + 1).repeat(43)}`);
    world.identity = { required, keys: [made, ...before] };
    return reply(response, 201, { key: made, secret: world.secrets.at(-1) });
  }
  if (method === 'DELETE') {
    const left = keys.filter(({ id }) => id !== key);
    if (required && !left.some(({ endsAt }) => endsAt === undefined))
      return refuse(response, 409, 'key-needed');
    world.identity = { required, keys: left };
    return reply(response, 204);
  }
  if (method === 'PUT') world.identity = { required: body['required'] === true, keys };
  reply(response, 200, world.identity);
}
