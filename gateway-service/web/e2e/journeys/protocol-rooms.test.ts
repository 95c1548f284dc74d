import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Cast, type Employee, type Visitor } from '../src/cast';
import { expectInvalid, expectProblem, ID, TIME } from '../src/claims';
import { type Json, unique } from '../src/wire';

const cast = new Cast(inject('parlor'));
let ada: Employee;
let ben: Employee;
let cleo: Employee;
let gus: Visitor;

beforeAll(async () => {
  [ada, ben, cleo] = await Promise.all([
    cast.hire('Ada Lindqvist', 'agent'),
    cast.hire('Ben Okafor', 'agent'),
    cast.hire('Cleo Marsh', 'supervisor'),
  ]);
  gus = await cast.visitor(unique());
});
afterAll(() => cast.leave());

const ids = (rooms: Json[]) => rooms.map((room) => room.id);

describe('a room', () => {
  it('is made by an account, who is in it', async () => {
    const made = await ada.rest.post('/rooms', { kind: 'group', name: 'Roasting', members: [ben.id] });

    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      kind: 'group',
      name: 'Roasting',
      epoch: expect.any(Number),
      head: expect.any(Number),
      unread: expect.any(Number),
      createdAt: expect.stringMatching(TIME),
      updatedAt: expect.stringMatching(TIME),
    });
    expect(made.body.id).toMatch(ID);
    const members = made.body.members.map(({ id, name, kind }) => ({ id, name, kind }));
    expect(members).toHaveLength(2);
    expect(members).toContainEqual({ id: ada.id, name: ada.name, kind: 'account' });
    expect(members).toContainEqual({ id: ben.id, name: ben.name, kind: 'account' });
    expect(made.body.members.every((member) => typeof member['role'] === 'string')).toBe(true);
    expect((await ben.rest.get(`/rooms/${made.body.id}`)).body).toMatchObject({ id: made.body.id });
  });

  it('for two is there once, however often and from which side it is made', async () => {
    const make = (from: Employee, to: Employee) =>
      from.rest.post('/rooms', { kind: 'direct', members: [to.id] });

    const rush = await Promise.all(
      Array.from({ length: 12 }, (_, i) => (i % 2 ? make(ada, ben) : make(ben, ada))),
    );
    const again = await make(ada, ben);

    expect(rush.map((answer) => answer.status).sort()).toEqual([...Array(11).fill(200), 201]);
    expect(new Set([...rush, again].map((answer) => answer.body.id)).size).toBe(1);
    expect([again.status, again.body.kind, again.body.name]).toEqual([200, 'direct', ben.name]);
  });

  it('is not made by guests or strangers', async () => {
    const body = { kind: 'group', name: 'A plot', members: [] };
    expectProblem(await cast.anyone.post('/rooms', body), 401);
    expectProblem(await gus.rest.post('/rooms', body), 403, 'not-allowed');
  });

  it.each([
    ['kind', { kind: 'palace' }],
    ['kind', { kind: 'guest' }],
    ['kind', { kind: 'backroom' }],
    ['name', { name: '' }],
    ['name', { name: 'n'.repeat(2_000) }],
    ['name', { name: 'a\u0000b' }],
    ['members', { members: ['a_made_up'] }],
    ['members', { kind: 'direct', name: undefined, members: [] }],
  ])('with a bad %s is refused by its name', async (field, bad) => {
    expectInvalid(await ada.rest.post('/rooms', { kind: 'group', name: 'A', members: [], ...bad }), field);
  });

  it.each([
    ['kind', { kind: 7 }],
    ['kind', { kind: undefined }],
    ['name', { name: { text: 'A' } }],
    ['name', { name: 'half \ud800' }],
    ['members', { members: 'everybody' }],
    ['members', { members: [{ id: 'a_1' }] }],
    ['members', { members: [null] }],
    ['members', { members: ['\u0000'] }],
    ['members', { members: Array.from({ length: 5_000 }, (_, i) => `a_${i}`) }],
  ])('with a wrong kind of %s is refused', async (_field, bad) => {
    const answer = await ada.rest.post('/rooms', { kind: 'group', name: 'A', members: [], ...bad });
    expectProblem(answer, answer.status);
    expect([400, 422]).toContain(answer.status);
  });

  it('one may not know of is answered like one that does not exist', async () => {
    const secret = await cast.group(ada, ben);
    const paths = ['', '/timeline', '/messages/m'];
    for (const path of paths) {
      const ask = (room: string) =>
        path.startsWith('/messages')
          ? cleo.rest.put(`/rooms/${room}${path}`, { text: 'Hello?' })
          : cleo.rest.get(`/rooms/${room}${path}`);
      const [hidden, missing] = [await ask(secret), await ask('r_AAAAAAAAAAAAAAAAAAAAAA')];

      expectProblem(hidden, 403, 'not-a-member');
      const { instance: _, ...said } = hidden.body;
      expect(missing.body).toMatchObject(said);
      expect(missing.status).toBe(hidden.status);
    }
  });

  it('of one guest is closed to another for every verb', async () => {
    const eve = await cast.visitor('Eve');
    const room = `/rooms/${gus.room}`;
    const back = (await ada.rest.get(room)).body['backroom'] as string;

    for (const path of [room, `/rooms/${back}`]) {
      for (const verb of ['handoff', 'close']) {
        expectProblem(await eve.rest.post(`${path}/${verb}`), 403, 'not-a-member');
      }
      for (const verb of ['claim', 'resolve', 'reopen', 'transfer']) {
        const answer = await eve.rest.post(`${path}/${verb}`, verb === 'transfer' ? {} : undefined);
        expectProblem(answer, 403);
      }
      expectProblem(await eve.rest.get(path), 403, 'not-a-member');
      expectProblem(await eve.rest.get(`${path}/timeline`), 403, 'not-a-member');
      expectProblem(await eve.rest.put(`${path}/messages/m`, { text: 'Hi' }), 403, 'not-a-member');
    }
    expectProblem(await gus.rest.get(`/rooms/${back}`), 403, 'not-a-member');
    expectProblem(await gus.rest.get(`/rooms/${back}/timeline`), 403, 'not-a-member');
    expectProblem(await gus.rest.put(`/rooms/${back}/messages/m`, { text: 'Hi' }), 403, 'not-a-member');
  });

  it.each(['r_%00', '..%2f..%2finternal%2fkeys', `r_${'x'.repeat(500)}`, `r_' or 1=1 --`, '%F0%9F'])(
    'called %s is none',
    async (room) => {
      const answer = await ada.rest.get(`/rooms/${room}`);
      expectProblem(answer, answer.status);
      expect([400, 403, 404]).toContain(answer.status);
    },
  );

  it('shows its backroom to staff and never to its guest', async () => {
    const seen = (await ada.rest.get(`/rooms/${gus.room}`)).body;
    expect(seen['backroom']).toMatch(ID);

    expect((await gus.rest.get(`/rooms/${gus.room}`)).body).not.toHaveProperty('backroom');
    expect((await gus.rest.get('/rooms')).text).not.toContain('backroom');
    expect((await gus.rest.post(`/rooms/${gus.room}/handoff`)).text).not.toContain('backroom');
  });
});

describe('the list of rooms', () => {
  it('holds one’s own and, for agents, those of guests', async () => {
    const group = await cast.group(ada, ben);

    expect(ids((await gus.rest.get('/rooms')).body.items)).toEqual([gus.room]);
    expect(ids((await ben.rest.get('/rooms?kind=group')).body.items)).toContain(group);
    expect(ids((await cleo.rest.get('/rooms?kind=group')).body.items)).not.toContain(group);
    expect(ids((await cleo.rest.get(`/rooms?kind=guest&q=${gus.name}`)).body.items)).toEqual([gus.room]);
    expectProblem(await cast.anyone.get('/rooms'), 401);
  });

  it('has unread rooms first, then newest activity, and counts what is unread', async () => {
    const dan = await cast.hire('Dan Reyes', 'agent');
    const [first, second, third] = [
      await cast.group(dan, ada),
      await cast.group(dan, ada),
      await cast.group(dan, ada),
    ];
    const write = (from: Employee, room: string, text: string) =>
      from.rest.put(`/rooms/${room}/messages/${unique()}`, { text });
    await write(ada, first!, 'One');
    await write(ada, first!, 'Two');
    await write(dan, third!, 'My own');
    await write(dan, second!, 'My own, later');

    const rooms = async () => (await dan.rest.get('/rooms?kind=group')).body.items;
    const shown = async () => (await rooms()).map((room) => [room.id, room['unread']]);
    await expect.poll(shown).toEqual([
      [first, 2],
      [second, 0],
      [third, 0],
    ]);
    const unread = (await dan.rest.get('/rooms?kind=group&unread=true')).body.items;
    expect(ids(unread)).toEqual([first]);
    expect(unread[0]!['lastMessage']).toMatchObject({ text: 'Two', author: { id: ada.id } });
    expect(ids((await dan.rest.get('/rooms?q=my own, later')).body.items)).toEqual([second]);
  });

  it('comes in pages without a gap or a double', async () => {
    const finn = await cast.hire('Finn', 'agent');
    const made = [];
    for (let i = 0; i < 5; i++) made.push(await cast.group(finn));

    const found: string[] = [];
    let next: unknown;
    do {
      const cursor = next === undefined ? '' : `&cursor=${encodeURIComponent(String(next))}`;
      const page = await finn.rest.get(`/rooms?kind=group&limit=2${cursor}`);
      expect(page.body.items.length).toBeLessThanOrEqual(2);
      found.push(...ids(page.body.items));
      next = page.body['next'];
    } while (next !== undefined);

    expect(found.sort()).toEqual(made.sort());
  });

  it('is filtered by kind, status, assignee and words', async () => {
    const mark = unique();
    const visitor = await cast.visitor(`Guest ${mark}`);
    const list = async (query: string) => ids((await ada.rest.get(`/rooms?q=${mark}&${query}`)).body.items);
    expect(await list('status=open')).toEqual([visitor.room]);
    expect(await list('status=queued')).toEqual([]);
    expect(await list('assignee=none')).toEqual([visitor.room]);

    await ada.rest.post(`/rooms/${visitor.room}/claim`);

    expect(await list('assignee=me')).toEqual([visitor.room]);
    expect(await list(`assignee=${ben.id}`)).toEqual([]);
    expect(await list('status=assigned&kind=guest')).toEqual([visitor.room]);
    expect(await list('kind=direct')).toEqual([]);
    expect(ids((await ada.rest.get(`/rooms?q=${encodeURIComponent('%_%')}`)).body.items)).toEqual([]);
  });

  it.each(['limit=0', 'limit=101', 'limit=x', 'kind=palace', 'status=odd', 'cursor=made-up', 'unread=maybe'])(
    'refuses %s',
    async (query) => {
      const answer = await ada.rest.get(`/rooms?${query}`);
      expectProblem(answer, answer.status);
      expect([400, 422]).toContain(answer.status);
    },
  );
});
