import type { NewWebhook, Webhook, WebhookDelivery } from '@parlor/client';
import type { ServerResponse } from 'node:http';
import { refuse, reply } from './rest';
import type { World } from './world';

type Asked = {
  method: string;
  id: string | undefined;
  verbs: readonly string[];
  body: Record<string, unknown>;
};

/** Webhooks as the server keeps them. Whatever is asked for by hand gets through. */
export function answerWebhooks(
  world: World,
  { method, id, verbs, body }: Asked,
  response: ServerResponse,
): void {
  const { webhooks } = world;
  const wanted = body as unknown as NewWebhook;
  if (!id && method === 'GET') return reply(response, 200, { items: webhooks });
  if (body['url'] !== undefined && !wanted.url.startsWith('https://')) {
    const errors = [{ field: 'url', message: 'expected: an address that begins with https://' }];
    return refuse(response, 422, 'invalid', { errors });
  }
  if (!id) {
    const webhook: Webhook = {
      ...wanted,
      id: `w_${webhooks.length + 1}`,
      state: 'active',
      waiting: 0,
      createdAt: world.ago(0),
    };
    webhooks.push(webhook);
    return reply(response, 201, { webhook, secret: signing(world) });
  }
  const at = webhooks.findIndex((webhook) => webhook.id === id);
  const known = webhooks[at];
  if (!known) return refuse(response, 404, 'unknown-webhook');
  const set = (part: Partial<Webhook>) => {
    const { failingSince: _, ...rest } = known;
    webhooks[at] = { ...rest, ...part };
    reply(response, 200, webhooks[at]);
  };
  const [verb, delivery] = verbs;
  if (verb === 'deliveries' && method === 'GET') return reply(response, 200, { items: world.deliveries });
  if (verb === 'deliveries') return again(world, delivery, response);
  if (verb === 'test') return test(world, response);
  if (verb === 'secret') return reply(response, 200, { webhook: known, secret: signing(world) });
  if (verb === 'pause') return set({ state: 'paused' });
  if (verb === 'resume') return set({ state: 'active' });
  if (method === 'PUT') return set(wanted);
  webhooks.splice(at, 1);
  reply(response, 204);
}

function signing(world: World): string {
  const told = `whsec_${String(world.secrets.length + 1).repeat(43)}=`;
  world.secrets.push(told);
  return told;
}

function test(world: World, response: ServerResponse): void {
  const delivery: WebhookDelivery = {
    id: `wd_${world.deliveries.length + 1}`,
    type: 'webhook.test',
    state: 'done',
    byHand: true,
    attempts: 1,
    createdAt: world.ago(0),
    lastAt: world.ago(0),
    lastStatus: 204,
    durationMs: 41,
  };
  world.deliveries.unshift(delivery);
  reply(response, 202, delivery);
}

function again(world: World, id: string | undefined, response: ServerResponse): void {
  const at = world.deliveries.findIndex((delivery) => delivery.id === id);
  const known = world.deliveries[at];
  if (!known) return refuse(response, 404, 'unknown-delivery');
  const { lastError: _, ...rest } = known;
  world.deliveries[at] = { ...rest, state: 'done', attempts: known.attempts + 1, lastStatus: 204 };
  reply(response, 202, world.deliveries[at]);
}
