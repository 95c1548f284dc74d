import { afterAll, describe, expect, inject, it, vi } from 'vitest';
import { Cast } from '../src/cast';
import { PATIENCE, unique, Wire } from '../src/wire';

const URL = inject('parlor');
const cast = new Cast(URL);
afterAll(() => cast.leave());

describe.concurrent('one who sends more than 20 messages in 10 s', () => {
  it('is told too-many and how long to wait, and after that may send again by the same id', async () => {
    const gus = await cast.visitor();
    const wire = await gus.connect();

    const answers = await Promise.all(
      Array.from({ length: 22 }, (_, i) => wire.say(gus.room, `${i}`, `m-${i}`)),
    );

    expect(answers.map(({ type }) => type)).toEqual([...Array(20).fill('message.ack'), 'error', 'error']);
    const refused = answers.at(-1)!;
    expect(refused).toMatchObject({ code: 'too-many', message: expect.any(String) });
    expect(refused.retryAfterMs).toBeGreaterThan(0);
    expect(refused.retryAfterMs).toBeLessThanOrEqual(10_000);
    await new Promise((resolve) => setTimeout(resolve, refused.retryAfterMs));
    expect(await wire.say(gus.room, '21', 'm-21')).toMatchObject({ type: 'message.ack' });
  });

  it('and does not listen is sent away with 4429', async () => {
    const gus = await cast.visitor();
    const wire = await gus.connect();
    for (let i = 0; i < 200; i++)
      wire.send({ type: 'message.send', room: gus.room, id: unique(), text: 'Again' });
    expect(await wire.closed).toBe(4429);
    expect(wire.all('error').map(({ code }) => code)).toContain('too-many');
  });

  it('finds the same limit on all sockets together', async () => {
    const gus = await cast.visitor();
    const wires = [await gus.connect(), await gus.connect()];
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, i) => wires[i % 2]!.say(gus.room, 'Again')),
    );
    expect(answers.filter(({ type }) => type === 'message.ack')).toHaveLength(20);
  });
});

describe.concurrent('sockets', () => {
  it('of one guest are three, and the fourth is told too-many and 4429', async () => {
    const gus = await cast.visitor();
    const wires = [await gus.connect(), await gus.connect(), await gus.connect()];

    const fourth = await Wire.connect(URL);
    fourth.send({ type: 'hello', token: gus.token });

    expect(await fourth.closed).toBe(4429);
    expect(fourth.frames).toMatchObject([
      { type: 'error', code: 'too-many', retryAfterMs: expect.any(Number) },
    ]);
    await wires[0]!.close();
    const next = async () => {
      const wire = await cast.keep(Wire.connect(URL));
      wire.send({ type: 'hello', token: gus.token });
      return (await wire.heard(({ type }) => type === 'welcome' || type === 'error')).type;
    };
    await vi.waitFor(async () => expect(await next()).toBe('welcome'), PATIENCE);
    await Promise.all(wires.slice(1).map((wire) => wire.roundTrip()));
  });
});
