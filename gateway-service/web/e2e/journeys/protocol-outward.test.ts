import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Cast, type Employee, type Visitor } from '../src/cast';
import { PATIENCE } from '../../testing/patience';
import { expectProblem } from '../src/claims';
import { Events } from '../src/events';
import { unique } from '../src/wire';

const url = inject('parlor');
const cast = new Cast(url);
let admin: Employee;
let agent: Employee;
let visitor: Visitor;
let key: { id: string; secret: string };

const make = async (...scopes: string[]) => {
  const { status, body } = await admin.rest.post('/api-keys', { name: 'Company inbox', scopes });
  expect(status).toBe(201);
  return { id: (body['key'] as { id: string }).id, secret: String(body['secret']) };
};
const say = (person: Employee | Visitor, room: string, text: string) =>
  person.rest.put(`/rooms/${room}/messages/${unique()}`, { text });

beforeAll(async () => {
  admin = await cast.administrator();
  agent = await cast.hire('Ada Lindqvist', 'agent');
  key = await make('events.read');
});
afterAll(async () => {
  const { body } = await admin.rest.get('/api-keys');
  await Promise.all(body.items.map(({ id }) => admin.rest.delete(`/api-keys/${id}`)));
  await cast.leave();
});

describe('a program outside', () => {
  let position: number;

  it('O24: follows what guests say and what bots answer, and no note', async () => {
    const events = await Events.follow(url, key.secret);
    visitor = await cast.visitor('Gus Visitor', { message: 'Do you ship to Norway?' });

    const asked = await events.until(({ data }) => data.text === 'Do you ship to Norway?');
    expect(asked.data.author.kind).toBe('guest');
    await events.until(({ type, data }) => type === 'message.sent' && data.author.kind === 'bot');
    await agent.rest.post(`/rooms/${visitor.room}/claim`);
    const backroom = String((await agent.rest.get(`/rooms/${visitor.room}`)).body['backroom']);
    expect((await say(agent, backroom, 'a note for us')).status).toBe(201);
    await say(agent, visitor.room, 'We do.');
    const last = await events.until(({ data }) => data.text === 'We do.');
    await events.until(({ type, data }) => type === 'room.changed' && data.status === 'assigned');

    position = last.position;
    events.end();
    expect(JSON.stringify(events.told)).not.toContain('a note for us');
    const positions = events.told.map((told) => told.position);
    expect(positions).toEqual(positions.map((_, number) => (positions[0] ?? 0) + number));
  });

  it('O24: goes on where it stopped, and hears plainly when that is nowhere', async () => {
    await say(visitor, visitor.room, 'Thank you!');

    const events = await Events.follow(url, key.secret, position);

    await events.until(({ data }) => data.text === 'Thank you!');
    events.end();
    expect(events.told[0]?.position).toBe(position + 1);
    const ahead = await Events.follow(url, key.secret, 999_999_999);
    expect([ahead.status, (await ahead.problem()).code]).toEqual([409, 'position-ahead']);
  });

  it('is held to what its key is for, until that is revoked', async () => {
    const other = await make('accounts.read');
    expectProblem(await cast.anyone.as(other.secret).get('/events'), 403, 'scope-missing');
    expectProblem(await cast.anyone.as(key.secret).get('/rooms'), 403, 'scope-missing');
    expectProblem(await agent.rest.get('/events'), 403, 'not-allowed');
    expect((await cast.anyone.as(other.secret).get('/accounts')).status).toBe(200);

    await admin.rest.delete(`/api-keys/${other.id}`);

    expectProblem(await cast.anyone.as(other.secret).get('/accounts'), 401, 'unknown-token');
  });
});

interface Delivered {
  readonly id: string;
  readonly genuine: boolean;
  readonly type: string;
  readonly text: string;
}

/** A program outside that verifies what it is told as `events.md` says. */
async function receiver(secret: () => string): Promise<{ server: Server; url: string; told: Delivered[] }> {
  const told: Delivered[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const header = (name: string) => String(request.headers[`webhook-${name}`]);
      const key = Buffer.from(secret().slice('whsec_'.length), 'base64');
      const signed = `${header('id')}.${header('timestamp')}.${body}`;
      const expected = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
      const event = JSON.parse(body) as { type: string; data: { text?: string } };
      told.push({
        id: header('id'),
        genuine: header('signature') === expected,
        type: event.type,
        text: event.data.text ?? '',
      });
      response.writeHead(204).end();
    })();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, told };
}

describe('a webhook', () => {
  it('O24: is told signed and in order what guests say, tested, paused and removed', async () => {
    let secret = '';
    const { server, url: hook, told } = await receiver(() => secret);
    const wanted = { url: hook, types: ['message.sent'] };
    const made = await admin.rest.post('/webhooks', wanted);
    expect(made.status).toBe(201);
    secret = String(made.body['secret']);
    const { id } = made.body['webhook'] as { id: string };

    expect((await admin.rest.post(`/webhooks/${id}/test`)).status).toBe(202);
    await expect.poll(() => told.map(({ type }) => type), PATIENCE).toEqual(['webhook.test']);
    const guest = await cast.visitor('Greta Visitor', { message: 'first' });
    for (const text of ['second', 'third']) await say(guest, guest.room, text);

    const ofGuest = () => told.map(({ text }) => text).filter((text) => /^(first|second|third)$/.test(text));
    await expect.poll(ofGuest, PATIENCE).toEqual(['first', 'second', 'third']);
    expect(told.every(({ genuine }) => genuine)).toBe(true);
    const { items } = (await admin.rest.get(`/webhooks/${id}/deliveries`)).body;
    await admin.rest.post(`/webhooks/${id}/deliveries/${items.at(-1)?.id}/again`);
    await expect.poll(() => told.filter(({ type }) => type === 'webhook.test').length, PATIENCE).toBe(2);
    expect((await admin.rest.post(`/webhooks/${id}/pause`)).body['state']).toBe('paused');
    expect((await admin.rest.delete(`/webhooks/${id}`)).status).toBe(204);
    server.close();
  });

  it('leads nowhere inside', async () => {
    for (const address of [
      'http://10.0.0.1/',
      'https://192.168.1.1/',
      'https://[::1]/',
      'ftp://a.example/',
    ]) {
      const refused = await admin.rest.post('/webhooks', { url: address, types: ['message.sent'] });
      expectProblem(refused, 422, 'invalid');
    }
  });
});
