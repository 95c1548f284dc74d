import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, inject, it, vi } from 'vitest';
import { PATIENCE } from '../../testing/patience';
import { Cast } from '../src/cast';
import { inOneWindow } from '../src/windows';
import { unique, Wire } from '../src/wire';

const URL = inject('parlor');
const cast = new Cast(URL);
/** By how much a timer here may end early for a clock there. */
const TWO_CLOCKS_MS = 250;
afterAll(() => cast.leave());

describe.concurrent('one who sends more than 20 messages in 10 s', () => {
  it('is told too-many and how long to wait, and after that may send again by the same id', async () => {
    const { room, wire, answers } = await inOneWindow(async () => {
      const { room, connect } = await cast.visitor();
      const wire = await connect();
      const say = (_: unknown, i: number) => wire.say(room, `${i}`, `m-${i}`);
      return async () => ({ room, wire, answers: await Promise.all(Array.from({ length: 22 }, say)) });
    });

    expect(answers.map(({ type }) => type)).toEqual([...Array(20).fill('message.ack'), 'error', 'error']);
    const refused = answers.at(-1)!;
    expect(refused).toMatchObject({ code: 'too-many', message: expect.any(String) });
    expect(refused.retryAfterMs).toBeGreaterThan(0);
    expect(refused.retryAfterMs).toBeLessThanOrEqual(10_000);
    await pause(refused.retryAfterMs + TWO_CLOCKS_MS);
    expect(await wire.say(room, '21', 'm-21')).toMatchObject({ type: 'message.ack' });
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
    const answers = await inOneWindow(async () => {
      const { room, connect } = await cast.visitor();
      const wires = [await connect(), await connect()];
      return () => Promise.all(Array.from({ length: 24 }, (_, i) => wires[i % 2]!.say(room, 'Again')));
    });
    expect(answers.filter(({ type }) => type === 'message.ack')).toHaveLength(20);
  });
});

describe.concurrent('sockets', () => {
  it('of one guest are three, and the fourth is told too-many and 4429', async () => {
    const gus = await cast.visitor();
    const wires = [await gus.connect(), await gus.connect(), await gus.connect()];

    const fourth = await Wire.greet(URL, { token: gus.token });

    expect(await fourth.closed).toBe(4429);
    expect(fourth.frames).toMatchObject([
      { type: 'error', code: 'too-many', retryAfterMs: expect.any(Number) },
    ]);
    await wires[0]!.close();
    const next = async () => {
      const wire = await cast.keep(Wire.greet(URL, { token: gus.token }));
      return (await wire.heard(({ type }) => type === 'welcome' || type === 'error')).type;
    };
    await vi.waitFor(async () => expect(await next()).toBe('welcome'), PATIENCE);
    await Promise.all(wires.slice(1).map((wire) => wire.roundTrip()));
  });
});
