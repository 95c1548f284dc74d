import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Cast, type Employee, PASSWORD } from '../src/cast';
import { expectInvalid, expectProblem, ID, TIME } from '../src/claims';
import { ADMINISTRATOR } from '../src/stack';
import { type Json, unique, Wire } from '../src/wire';

const URL = inject('parlor');
const cast = new Cast(URL);
let admin: Employee;
let ada: Employee;

beforeAll(async () => {
  admin = await cast.administrator();
  ada = await cast.hire('Ada Lindqvist', 'agent');
});
afterAll(() => cast.leave());

describe('signing in', () => {
  it('answers who one is, a token until when, and the cookie', async () => {
    const answer = await cast.anyone.post('/session', ADMINISTRATOR);

    expect(answer.status).toBe(200);
    const account = answer.body['account'] as Json;
    expect(account).toMatchObject({ email: ADMINISTRATOR.email, name: expect.any(String) });
    expect(account.id).toMatch(ID);
    expect(account['roles']).toContain('administrator');
    expect(answer.body['expiresAt']).toMatch(TIME);
    expect(answer.headers.get('set-cookie')).toMatch(/^parlor_session=[^;]+;.*HttpOnly.*SameSite=Strict/i);
  });

  it('tells a wrong password and an unknown e-mail apart from nothing', async () => {
    const wrong = await cast.anyone.post('/session', { email: ada.email, password: 'not her password' });
    const unknown = await cast.anyone.post('/session', { email: 'nobody@example.org', password: PASSWORD });

    expectProblem(wrong, 401, 'bad-credentials');
    expectProblem(unknown, 401, 'bad-credentials');
    expect(unknown.body).toEqual(wrong.body);
  });

  it.each([
    ['an object for a string', { email: { $ne: '' }, password: PASSWORD }],
    ['a list for a string', { email: [ADMINISTRATOR.email], password: PASSWORD }],
    ['a number for a string', { email: ADMINISTRATOR.email, password: 1234567890 }],
    ['nothing', {}],
    ['null', { email: null, password: null }],
    ['NUL', { email: 'a\u0000@example.org', password: 'a\u0000' }],
    ['half a character', { email: '\ud800@example.org', password: '\udfff' }],
    ['SQL', { email: `' or 1=1 --@example.org`, password: `' or '1'='1` }],
    ['a password without end', { email: ADMINISTRATOR.email, password: 'p'.repeat(20_000) }],
  ])('refuses %s', async (_what, body) => {
    const answer = await cast.anyone.post('/session', body);

    expectProblem(answer, answer.status);
    expect([400, 401, 422]).toContain(answer.status);
  });
});

describe('a session', () => {
  it('says whose it is', async () => {
    const answer = await ada.rest.get('/session');

    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      account: expect.objectContaining({ id: ada.id, name: 'Ada Lindqvist', email: ada.email }),
    });
  });

  it('is nobody’s without a token, with a made-up one, with a guest’s', async () => {
    const visitor = await cast.visitor();
    expectProblem(await cast.anyone.get('/session'), 401);
    expectProblem(await cast.anyone.get('/session', { token: 'ps_made-up' }), 401);
    expectProblem(await cast.anyone.get('/rooms', { headers: { authorization: 'Basic YTpi' } }), 401);
    expect([401, 403]).toContain((await visitor.rest.get('/session')).status);
  });

  it('is dead with all its sockets the moment it is deleted, and no other with it', async () => {
    const ended = await cast.signIn(ada.email, PASSWORD);
    const sockets = await Promise.all([ended.connect(), ended.connect()]);
    const other = await ada.connect();

    const answer = await ended.rest.delete('/session');

    expect(answer.status).toBe(204);
    expect(await Promise.all(sockets.map((socket) => socket.closed))).toEqual([4401, 4401]);
    expectProblem(await ended.rest.get('/session'), 401);
    const late = await cast.keep(Wire.greet(URL, { token: ended.token }));
    expect(await late.closed).toBe(4401);
    expect((await ada.rest.get('/session')).status).toBe(200);
    await other.roundTrip();
  });
});

describe('the cookie', () => {
  let cookie: string;
  beforeAll(async () => {
    const answer = await cast.anyone.post('/session', { email: ada.email, password: PASSWORD });
    cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  });

  const post = (headers: Record<string, string>) =>
    cast.anyone.post('/rooms', { kind: 'group', name: 'By cookie', members: [] }, { headers });

  it('is enough to read', async () => {
    expect((await cast.anyone.get('/session', { headers: { cookie } })).status).toBe(200);
  });

  it('is enough to change things only together with the own origin', async () => {
    expect((await post({ cookie, origin: URL })).status).toBe(201);
    expect([401, 403]).toContain((await post({ cookie })).status);
    expect([401, 403]).toContain((await post({ cookie, origin: 'http://localhost:1' })).status);
    expectProblem(await post({ cookie, origin: 'https://evil.example' }), 403);
  });

  it('opens a socket only with the own origin, and no token in the hello', async () => {
    const wire = await cast.keep(Wire.greet(URL, {}, { headers: { cookie }, origin: URL }));
    expect(await wire.heard('welcome')).toMatchObject({ self: { id: ada.id } });

    for (const handshake of [
      { headers: { cookie } },
      { headers: { cookie }, origin: 'http://localhost:1' },
    ]) {
      const refused = await Wire.greet(URL, {}, handshake).catch(() => undefined);
      expect((await refused?.closed) ?? 4401).toBe(4401);
    }
  });
});

describe('accounts', () => {
  const fresh = () => ({
    name: 'Ben Okafor',
    email: `${unique()}@example.org`,
    password: PASSWORD,
    roles: ['agent', 'supervisor'],
  });

  it('are made by administrators', async () => {
    const wanted = fresh();

    const answer = await admin.rest.post('/accounts', wanted);

    expect(answer.status).toBe(201);
    expect(answer.body['account']).toMatchObject({ name: wanted.name, email: wanted.email });
    expect((answer.body['account'] as Json)['roles']).toEqual(expect.arrayContaining(wanted.roles));
    expect(answer.text).not.toContain(PASSWORD);
  });

  it('are made by nobody else, and never twice for one e-mail', async () => {
    const visitor = await cast.visitor();
    expectProblem(await cast.anyone.post('/accounts', fresh()), 401);
    expectProblem(await ada.rest.post('/accounts', fresh()), 403, 'not-allowed');
    expect([401, 403]).toContain((await visitor.rest.post('/accounts', fresh())).status);
    expectProblem(await admin.rest.post('/accounts', { ...fresh(), email: ada.email }), 409);
    expectProblem(await admin.rest.post('/accounts', { ...fresh(), email: ada.email.toUpperCase() }), 409);
  });

  it.each([
    ['name', { name: '' }],
    ['name', { name: 'n'.repeat(1_000) }],
    ['name', { name: 'a\u0000b' }],
    ['email', { email: 'no address' }],
    ['email', { email: `${'e'.repeat(300)}@example.org` }],
    ['password', { password: 'short' }],
    ['password', { password: 'p'.repeat(10_000) }],
    ['roles', { roles: [] }],
    ['roles', { roles: ['emperor'] }],
  ])('with a bad %s are refused by its name', async (field, bad) => {
    expectInvalid(await admin.rest.post('/accounts', { ...fresh(), ...bad }), field);
  });

  it.each([
    ['name', { name: { first: 'Ben' } }],
    ['roles', { roles: 'agent' }],
    ['roles', { roles: [1] }],
    ['password', { password: null }],
    ['email', { email: '\ud800@example.org' }],
  ])('with a wrong type of %s are refused', async (_field, bad) => {
    const answer = await admin.rest.post('/accounts', { ...fresh(), ...bad });
    expectProblem(answer, answer.status);
    expect([400, 422]).toContain(answer.status);
  });

  it('are listed for accounts in pages, found by a part of the name, taken literally', async () => {
    const mark = unique();
    for (const name of [`Ann ${mark}`, `Bo ${mark}`, `Cy ${mark}`]) {
      expect((await admin.rest.post('/accounts', { ...fresh(), name })).status).toBe(201);
    }

    const first = await ada.rest.get(`/accounts?q=${mark}&limit=2`);
    const second = await ada.rest.get(`/accounts?q=${mark}&limit=2&cursor=${first.body['next']}`);

    expect(first.status).toBe(200);
    const names = [...first.body.items, ...second.body.items].map((account) => account.name);
    expect(names).toEqual([`Ann ${mark}`, `Bo ${mark}`, `Cy ${mark}`]);
    expect(second.body['next']).toBeUndefined();
    expect(first.text).not.toMatch(/password|hash/i);
    expect((await ada.rest.get(`/accounts?q=${encodeURIComponent('%')}`)).body.items).toEqual([]);
    expect((await ada.rest.get(`/accounts?q=${encodeURIComponent(`'; --`)}`)).body.items).toEqual([]);
    expect([401, 403]).toContain((await cast.anyone.get('/accounts')).status);
  });

  it.each(['limit=0', 'limit=101', 'limit=many', 'cursor=made-up'])(
    'refuse a list with %s',
    async (query) => {
      const answer = await ada.rest.get(`/accounts?${query}`);
      expectProblem(answer, answer.status);
      expect([400, 422]).toContain(answer.status);
    },
  );
});
