import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Cast, type Employee, type Visitor } from '../src/cast';
import { ID, TIME } from '../src/claims';
import { type Loose, NotUpgraded, Wire } from '../src/wire';

const URL = inject('parlor');
const cast = new Cast(URL);
let ada: Employee;
let gus: Visitor;

beforeAll(async () => {
  ada = await cast.hire('Ada Lindqvist', 'agent', 'supervisor');
  gus = await cast.visitor();
});
afterAll(() => cast.leave());

const connect = (...handshake: Parameters<typeof Wire.connect> extends [string, ...infer R] ? R : never) =>
  cast.keep(Wire.connect(URL, ...handshake));

/** One that has said hello. */
const greet = (hello: Loose, ...handshake: Parameters<typeof connect>) =>
  cast.keep(Wire.greet(URL, hello, ...handshake));

/** A welcomed socket of somebody new: how much one may do counts for each. */
const somebody = async () => (await cast.visitor()).connect();

describe('the upgrade', () => {
  it('speaks parlor.v1', async () => {
    expect((await connect()).protocol).toBe('parlor.v1');
    expect((await connect({ protocols: ['parlor.v9', 'parlor.v1'] })).protocol).toBe('parlor.v1');
  });

  it('is refused with 403 for a page of an origin that is not allowed', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      `${URL}.evil.example`,
      'https://localhost.evil.example',
    ]) {
      const refused = await connect({ origin }).catch((reason: unknown) => reason);
      expect(refused, origin).toBeInstanceOf(NotUpgraded);
      expect((refused as NotUpgraded).status).toBe(403);
    }
  });

  it('is granted to its own origin, to those of widgets and to what is no browser', async () => {
    for (const handshake of [{ origin: URL }, { origin: 'http://127.0.0.1:5555' }, {}]) {
      const wire = await greet({ token: gus.token }, handshake);
      await wire.heard('welcome');
    }
  });
});

describe.concurrent('hello', () => {
  it('is welcomed with who one is and what the limits are', async () => {
    const wire = await greet({ token: ada.token, client: 'a test', shoe: 44 });

    const welcome = await wire.heard('welcome');

    expect(welcome['connection']).toMatch(ID);
    expect(welcome['self']).toMatchObject({ id: ada.id, kind: 'account', name: ada.name });
    expect((welcome['self'] as { roles: string[] }).roles).toEqual(
      expect.arrayContaining(['agent', 'supervisor']),
    );
    expect(welcome).toMatchObject({
      heartbeatMs: 25_000,
      limits: { frameBytes: 65_536, textChars: 10_000, sendsPer10s: 20, fileBytes: 26_214_400 },
    });
    expect(wire.frames[0]).toBe(welcome);
  });

  it('welcomes a guest as one', async () => {
    const other = await cast.visitor('Greta');
    const welcome = (await other.connect()).frames[0]!;
    expect(welcome['self']).toMatchObject({ id: other.id, kind: 'guest', name: 'Greta', roles: [] });
  });

  it('that does not come within 5 s ends in 4408', async () => {
    const since = performance.now();
    const [silent, other] = [await connect(), await somebody()];
    const later = 'two heartbeats';
    const beats = other
      .heard(() => other.all('heartbeat').length > 1)
      .then(
        () => later,
        () => later,
      );

    expect(await Promise.race([silent.closed, beats])).toBe(4408);

    expect(performance.now() - since).toBeGreaterThan(4_900);
  });

  it('is not put off by other frames', async () => {
    const wire = await connect();
    wire.send({ type: 'ping' });
    expect([4401, 4408]).toContain(await wire.closed);
    expect(wire.all('welcome')).toEqual([]);
    expect(wire.all('pong')).toEqual([]);
  });

  it.each([['made-up'], [`pg_${'x'.repeat(43)}`], [''], [undefined]])(
    'with the token %j ends in 4401',
    async (token) => {
      const wire = await greet({ token });
      expect(await wire.closed).toBe(4401);
      expect(wire.all('welcome')).toEqual([]);
    },
  );

  it('twice is a bad frame', async () => {
    const wire = await ada.connect();
    expect(await wire.ask({ type: 'hello', token: gus.token })).toMatchObject({
      type: 'error',
      code: 'bad-frame',
    });
    await wire.roundTrip();
  });
});

describe.concurrent('a frame', () => {
  const BAD = [
    '{"type": "unknown"}',
    '{"type": 7}',
    '{}',
    '[]',
    'null',
    '"ping"',
    'not JSON',
    '{"type":"ping"',
    '{"type":"room.open","ref":"r","room":{"id":"r_1"}}',
    '{"type":"room.open","ref":"r"}',
    '{"type":"room.open","ref":"r","room":"r_1","after":"3"}',
    '{"type":"room.open","ref":"r","room":"r_1","after":-1}',
    '{"type":"room.open","ref":"r","room":"r_1","after":1.5}',
    '{"type":"message.send","ref":"r","room":"r_1","id":["m"],"text":"Hi"}',
    '{"type":"message.send","ref":"r","room":"r_1","id":"m","text":{"a":1}}',
    '{"type":"message.send","ref":"r","room":"r_1","id":"m"}',
    '{"type":"message.send","ref":"r","room":"r_1","id":"a b","text":"Hi"}',
    '{"type":"message.send","ref":"r","room":"r_1","id":"m","text":"\\ud800"}',
    '{"type":"message.send","ref":"r","room":"r_1","id":"m","text":"a\\u0000"}',
    '{"type":"message.send","ref":"r","room":"r_1","id":"m","text":"Hi","replyTo":"m"}',
    '{"type":"message.edit","ref":"r","room":"r_1","id":"m","seq":"1","text":"Hi"}',
    '{"type":"reaction.toggle","ref":"r","room":"r_1","id":"m","seq":1,"emoji":7}',
    '{"type":"message.read","room":"r_1","seq":null}',
    '{"type":"message.read","room":"r_1","seq":1e40}',
    '{"type":"typing","room":"r_1","on":"yes"}',
    '{"type":"presence","status":"dancing"}',
    '{"type":"ping","ref":7}',
    `{"type":"ping","ref":"${'r'.repeat(65)}"}`,
    `${'{"type":'.repeat(2_000)}1${'}'.repeat(2_000)}`,
  ];

  it.each(BAD)('like %.60s answers bad-frame and the socket stays', async (text) => {
    const wire = await somebody();
    wire.raw(text);
    expect(await wire.heard('error')).toMatchObject({ code: 'bad-frame', message: expect.any(String) });
    await wire.roundTrip();
    expect(wire.all('error')).toHaveLength(1);
    await wire.close();
  });

  it('that is binary answers bad-frame too', async () => {
    const wire = await somebody();
    wire.raw(Buffer.from('{"type":"ping"}'));
    expect(await wire.heard('error')).toMatchObject({ code: 'bad-frame' });
  });

  it('that is bad with a good ref has the ref in its error', async () => {
    const wire = await somebody();
    expect(await wire.ask({ type: 'message.send', room: 7 })).toMatchObject({
      type: 'error',
      code: 'bad-frame',
    });
    expect(await wire.ask({ type: 'no.such' })).toMatchObject({ type: 'error', code: 'bad-frame' });
  });

  it('may have fields nobody knows', async () => {
    const wire = await somebody();
    expect(await wire.ask({ type: 'ping', at: '2026-01-01T00:00:00.000Z', x: { y: [1] } })).toMatchObject({
      type: 'pong',
      at: expect.stringMatching(TIME),
    });
  });

  it('that is bad for the tenth time in a minute ends in 4400', async () => {
    const wire = await somebody();
    for (let i = 0; i < 9; i++) wire.send({ type: 'unknown' });
    await wire.roundTrip();
    expect(wire.all('error')).toHaveLength(9);

    wire.send({ type: 'unknown' });

    expect(await wire.closed).toBe(4400);
    expect(wire.all('error')).toHaveLength(10);
  });

  it('over 65,536 bytes ends in 1009, and one just under does not', async () => {
    const [small, large] = [await somebody(), await somebody()];
    const padded = (bytes: number) => {
      const frame = { type: 'ping', pad: '' };
      return JSON.stringify({ ...frame, pad: 'x'.repeat(bytes - JSON.stringify(frame).length) });
    };
    small.raw(padded(65_536));
    large.raw(padded(65_537));

    expect(await large.closed).toBe(1009);
    await small.heard('pong');
  });
});
