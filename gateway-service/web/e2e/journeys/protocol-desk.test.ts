import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { PATIENCE } from '../../testing/patience';
import { Cast, type Employee } from '../src/cast';
import { expectProblem } from '../src/claims';
import { type Rest, unique } from '../src/wire';

const cast = new Cast(inject('parlor'));
let ada: Employee;
let ben: Employee;
let cleo: Employee;

beforeAll(async () => {
  [ada, ben, cleo] = await Promise.all([
    cast.hire('Ada Lindqvist', 'agent'),
    cast.hire('Ben Okafor', 'agent'),
    cast.hire('Cleo Marsh', 'supervisor'),
  ]);
});
afterAll(() => cast.leave());

const turn = (rest: Rest, room: string, verb: string, body?: unknown) =>
  rest.post(`/rooms/${room}/${verb}`, body);

describe('handing off', () => {
  it('queues, and repeating it changes nothing', async () => {
    const gus = await cast.visitor();

    const first = await turn(gus.rest, gus.room, 'handoff');
    const second = await turn(gus.rest, gus.room, 'handoff');

    expect([first.status, first.body.status]).toEqual([200, 'queued']);
    expect([second.status, second.body['version']]).toEqual([200, first.body['version']]);
    expect(second.body['queuedAt']).toBe(first.body['queuedAt']);
  });

  it('is for its guest and staff', async () => {
    const [gus, eve] = [await cast.visitor(), await cast.visitor('Eve')];
    expectProblem(await turn(eve.rest, gus.room, 'handoff'), 403, 'not-a-member');
    expectProblem(await turn(cast.anyone, gus.room, 'handoff'), 401);
    expect((await turn(ben.rest, gus.room, 'handoff')).body.status).toBe('queued');
  });

  it('makes no sense in a group', async () => {
    const group = await cast.group(ada, ben);
    for (const verb of ['handoff', 'claim', 'resolve', 'close', 'reopen']) {
      const answer = await turn(ada.rest, group, verb);
      expectProblem(answer, answer.status);
      expect([403, 409, 422]).toContain(answer.status);
    }
  });
});

describe('claiming', () => {
  it('has one winner among 64 claims at once, and everybody else learns who', async () => {
    const gus = await cast.visitor();
    await turn(gus.rest, gus.room, 'handoff');
    const agents = [ada, ben, cleo, await cast.administrator()];

    const claims = await Promise.all(
      Array.from({ length: 64 }, async (_, i) => {
        const agent = agents[i % agents.length]!;
        return { agent, answer: await turn(agent.rest, gus.room, 'claim') };
      }),
    );

    const winners = new Set(claims.filter(({ answer }) => answer.status === 200).map(({ agent }) => agent));
    expect(winners.size).toBe(1);
    const winner = [...winners][0]!;
    for (const { agent, answer } of claims) {
      if (agent === winner) {
        expect(answer.body).toMatchObject({
          status: 'assigned',
          assignee: { id: winner.id, name: winner.name },
        });
      } else {
        expectProblem(answer, 409, 'already-claimed');
        expect(answer.body['claimedBy']).toEqual({ id: winner.id, name: winner.name });
      }
    }
  });

  it('is not for guests', async () => {
    const gus = await cast.visitor();
    expectProblem(await turn(gus.rest, gus.room, 'claim'), 403, 'not-allowed');
    expect((await gus.rest.get(`/rooms/${gus.room}`)).body.status).toBe('open');
  });
});

describe('transferring', () => {
  it('gives the room to a colleague or back to the queue', async () => {
    const gus = await cast.conversation(ada);

    const given = await turn(ada.rest, gus.room, 'transfer', { to: ben.id });
    const back = await turn(ben.rest, gus.room, 'transfer', {});

    expect([given.status, given.body['assignee']]).toEqual([200, { id: ben.id, name: ben.name }]);
    expect([back.status, back.body.status, back.body['assignee']]).toEqual([200, 'queued', undefined]);
  });

  it('is for the assignee and supervisors', async () => {
    const gus = await cast.conversation(ada);
    expectProblem(await turn(ben.rest, gus.room, 'transfer', { to: ben.id }), 403, 'not-allowed');
    expectProblem(await turn(gus.rest, gus.room, 'transfer', {}), 403);
    expect((await turn(cleo.rest, gus.room, 'transfer', { to: ben.id })).status).toBe(200);
  });

  it.each([[{ to: 'a_nobody' }], [{ to: 7 }], [{ to: { id: 'a' } }], [{ to: '' }], [{ to: '\u0000' }]])(
    'to %j is refused and changes nothing',
    async (body) => {
      const gus = await cast.conversation(ada);

      const answer = await turn(ada.rest, gus.room, 'transfer', body);

      expectProblem(answer, answer.status);
      expect([400, 422]).toContain(answer.status);
      expect((await ada.rest.get(`/rooms/${gus.room}`)).body['assignee']).toMatchObject({ id: ada.id });
    },
  );
});

describe('a conversation', () => {
  it('is resolved, closed and opened again, and refuses what does not fit its status', async () => {
    const gus = await cast.conversation(ada);

    expectProblem(await turn(ada.rest, gus.room, 'reopen'), 409, 'wrong-status');
    expect((await turn(ada.rest, gus.room, 'resolve')).body.status).toBe('resolved');
    expectProblem(await turn(ada.rest, gus.room, 'resolve'), 409, 'wrong-status');
    expect((await turn(ada.rest, gus.room, 'close')).body.status).toBe('closed');
    expectProblem(await turn(ada.rest, gus.room, 'close'), 409, 'wrong-status');
    expectProblem(await turn(ada.rest, gus.room, 'resolve'), 409, 'wrong-status');
    expectProblem(await turn(ada.rest, gus.room, 'claim'), 409, 'wrong-status');
    expect((await turn(ada.rest, gus.room, 'reopen')).body.status).toBe('queued');
  });

  it('is closed but neither resolved nor reopened by its guest', async () => {
    const gus = await cast.conversation(ada);

    expectProblem(await turn(gus.rest, gus.room, 'resolve'), 403, 'not-allowed');
    expect((await turn(gus.rest, gus.room, 'close')).body.status).toBe('closed');
    expectProblem(await turn(gus.rest, gus.room, 'reopen'), 403, 'not-allowed');
    const late = async () =>
      expectProblem(
        await gus.rest.put(`/rooms/${gus.room}/messages/${unique()}`, { text: 'One more thing' }),
        409,
        'room-closed',
      );
    await vi.waitFor(late, PATIENCE);
  });

  it('is written by its guest and the agent who has it, by no other', async () => {
    const gus = await cast.conversation(ada);
    const write = (rest: Rest) => rest.put(`/rooms/${gus.room}/messages/hello`, { text: 'Hello' });

    expect((await write(gus.rest)).status).toBe(201);
    expect((await write(ada.rest)).status).toBe(201);
    expectProblem(await write(ben.rest), 403, 'not-allowed');
  });
});
