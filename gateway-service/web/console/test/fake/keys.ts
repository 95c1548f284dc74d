import type { ApiKey, IssuedKey, NewKey } from '@parlor/client';
import type { ServerResponse } from 'node:http';
import { refuse, reply } from './rest';
import { ada, type World } from './world';

/** Keys as the server keeps them, and the secrets it told. */
export function answerKeys(
  world: World,
  {
    method,
    id,
    rotate,
    body,
  }: { method: string; id?: string; rotate: boolean; body: Record<string, unknown> },
  response: ServerResponse,
): void {
  const keys = world.apiKeys;
  if (method === 'GET') return reply(response, 200, { items: keys });
  if (method === 'POST' && !id) {
    const issued = issue(world, body as unknown as NewKey);
    keys.unshift(issued.key);
    return reply(response, 201, issued);
  }
  const at = keys.findIndex((key) => key.id === id);
  const known = keys[at];
  if (!known) return refuse(response, 404, 'unknown-key');
  if (rotate) {
    keys[at] = { ...known, ...(body['grace'] === 'none' ? {} : { formerUntil: world.ago(-60) }) };
    return reply(response, 200, { key: keys[at], secret: secret(world) });
  }
  keys.splice(at, 1);
  reply(response, 204);
}

const secret = (world: World) => {
  const told = `pk_${String(world.secrets.length + 1).repeat(43)}`;
  world.secrets.push(told);
  return told;
};

function issue(world: World, { name, scopes, expiresAt }: NewKey): IssuedKey {
  const key: ApiKey = {
    id: `k_${world.secrets.length + 1}`,
    name,
    scopes,
    createdBy: { id: ada.id, name: ada.name },
    createdAt: world.ago(0),
    ...(expiresAt ? { expiresAt } : {}),
  };
  return { key, secret: secret(world) };
}
