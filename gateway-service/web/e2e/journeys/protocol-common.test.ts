import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Cast, type Employee } from '../src/cast';
import { expectInvalid, expectProblem, ID, TIME } from '../src/claims';
import { type Json, unique } from '../src/wire';

const cast = new Cast(inject('parlor'));
let ada: Employee;

beforeAll(async () => {
  ada = await cast.hire('Ada Lindqvist', 'agent');
});
afterAll(() => cast.leave());

describe('every answer', () => {
  it('of health is 200 and true when the node can serve', async () => {
    const answer = await cast.anyone.get('/health');
    expect([answer.status, answer.body]).toEqual([200, { ok: true }]);
  });

  it('is a problem for what is not there', async () => {
    expectProblem(await ada.rest.get('/nothing/here'), 404);
    expectProblem(await cast.anyone.get('/nothing/here'), 404);
    expectProblem(await ada.rest.delete('/widget'), 405);
    expectProblem(await ada.rest.call('PATCH', '/session', { a: 1 }, {}), 405);
  });

  it('is a problem for a body that is not JSON', async () => {
    const json = { 'content-type': 'application/json' };
    const xml = { 'content-type': 'application/xml' };
    for (const path of ['/session', '/guests', '/rooms', '/accounts']) {
      const { rest } = path === '/accounts' ? await cast.administrator() : ada;
      expectProblem(await rest.post(path, undefined, { raw: '{"name": ', headers: json }), 400);
      expectProblem(await rest.post(path, undefined, { raw: '[]', headers: json }), 400);
      expectProblem(await rest.post(path, undefined, { raw: '"text"', headers: json }), 400);
      expectProblem(await rest.post(path, undefined, { raw: 'null', headers: json }), 400);
      expectProblem(await rest.post(path, undefined, { headers: json }), 400);
      expectProblem(await rest.post(path, undefined, { raw: '<a/>', headers: xml }), 415);
      const packed = { ...json, 'content-encoding': 'gzip' };
      const zip = new Uint8Array(gzipSync('{"name": "Gus"}'));
      expect([400, 415]).toContain((await rest.post(path, undefined, { raw: zip, headers: packed })).status);
    }
  });

  it('is 413 for a body larger than any', async () => {
    const large = { name: 'n'.repeat(300_000) };
    expectProblem(await cast.anyone.post('/session', large), 413);
    expectProblem(await cast.anyone.post('/guests', large), 413);
    expectProblem(await ada.rest.post('/rooms', large), 413);
    expectProblem(await ada.rest.put('/rooms/r_x/messages/m', large), 413);
  });

  it('is 400 for a body nested without end', async () => {
    const deep = '{"name":'.repeat(5_000) + '1' + '}'.repeat(5_000);
    const headers = { 'content-type': 'application/json' };
    expectProblem(await cast.anyone.post('/guests', undefined, { raw: deep, headers }), 400);
  });

  it('is 403 for a page of another origin', async () => {
    const headers = { origin: 'https://evil.example' };
    expectProblem(await cast.anyone.get('/widget', { headers }), 403);
    expectProblem(await cast.anyone.post('/guests', { name: 'Eve' }, { headers }), 403);
  });
});

describe('the widget', () => {
  it('gets brand, texts, style and features, and nothing that is not for it', async () => {
    const answer = await cast.anyone.get('/widget');

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ online: expect.any(Boolean), features: expect.any(Object) });
    for (const part of ['brand', 'texts', 'style']) expect(answer.body).toHaveProperty(part);
    expect(answer.text).not.toMatch(/prompt|password|secret|apiKey|model|@/i);
  });

  it('is told 304 while nothing changed', async () => {
    const etag = (await cast.anyone.get('/widget')).headers.get('etag')!;

    const again = await cast.anyone.get('/widget', { headers: { 'if-none-match': etag } });
    const other = await cast.anyone.get('/widget', { headers: { 'if-none-match': '"another"' } });

    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    expect([other.status, other.headers.get('etag')]).toEqual([200, etag]);
  });
});

describe('a guest', () => {
  const form = () => ({ name: 'Gus Visitor', email: 'gus@example.org' });

  it('is started with a token and a room of their own, the message as its first entry', async () => {
    const page = 'https://shop.example/tea?x=1';
    const answer = await cast.start({ ...form(), phone: '+47 22 33 44 55', message: 'Anybody there?', page });

    expect(answer.status).toBe(201);
    const { guest, room } = answer.body as unknown as { guest: Json; room: Json };
    expect(guest).toMatchObject(form());
    expect([guest.id, room.id].every((id) => ID.test(id))).toBe(true);
    expect(room).toMatchObject({
      kind: 'guest',
      status: 'open',
      guest: { id: guest.id, name: 'Gus Visitor' },
      createdAt: expect.stringMatching(TIME),
      updatedAt: expect.stringMatching(TIME),
    });
    expect(room).not.toHaveProperty('backroom');
    const rest = cast.anyone.as(answer.body.token);
    const said = async () => (await rest.get(`/rooms/${room.id}/timeline?after=0`)).body.entries;
    const texts = async () => (await said()).filter(({ type }) => type === 'message.sent');
    await expect.poll(texts).toContainEqual(expect.objectContaining({ text: 'Anybody there?' }));
    expect((await texts())[0]!.author).toEqual({ id: guest.id, kind: 'guest', name: 'Gus Visitor' });
  });

  it('returns with the token to their rooms, and to none with another', async () => {
    const visitor = await cast.visitor();

    const me = await visitor.rest.get('/guests/me');

    expect(me.status).toBe(200);
    expect(me.body['guest']).toEqual({ id: visitor.id, name: visitor.name, email: 'gus@example.org' });
    expect((me.body['rooms'] as Json[]).map((room) => room.id)).toEqual([visitor.room]);
    expect(me.text).not.toContain('backroom');
    expectProblem(await cast.anyone.get('/guests/me'), 401);
    expectProblem(await cast.anyone.as(`pg_${'x'.repeat(43)}`).get('/guests/me'), 401, 'unknown-token');
    expectProblem(await cast.anyone.as('x').get('/guests/me'), 401, 'unknown-token');
    expect([401, 403]).toContain((await ada.rest.get('/guests/me')).status);
  });

  it('is not turned away for a page whose address is no good, which they did not type', async () => {
    const pages = [`https://example.org/${'p'.repeat(3_000)}`, 'javascript:alert(1)', 'no address', ''];
    for (const page of pages) expect((await cast.start({ ...form(), page })).status).toBe(201);
  });

  it('may send fields nobody knows', async () => {
    expect((await cast.start({ ...form(), shoe: 44, nested: { deep: [1] } })).status).toBe(201);
  });

  it.each([
    ['name', { name: '' }],
    ['name', { name: '   ' }],
    ['name', { name: 'n'.repeat(500) }],
    ['name', { name: 'Gus\u0000' }],
    ['email', { email: 'nowhere' }],
    ['email', { email: `${'e'.repeat(400)}@example.org` }],
    ['email', { email: 'a@b.c\u0000' }],
    ['phone', { phone: 'p'.repeat(200) }],
    ['message', { message: 'm'.repeat(10_001) }],
  ])('with a bad %s is refused by its name', async (field, bad) => {
    expectInvalid(await cast.start({ ...form(), ...bad }), field);
  });

  it('is told every wrong field at once', async () => {
    expectInvalid(await cast.start({ name: '', email: 'nowhere' }), 'name', 'email');
    expectInvalid(await cast.start({}), 'name', 'email');
  });

  it.each([
    ['name', { name: { first: 'Gus' } }],
    ['name', { name: 7 }],
    ['email', { email: ['gus@example.org'] }],
    ['message', { message: { text: 'hello' } }],
    ['message', { message: false }],
    ['page', { page: {} }],
    ['name', { name: 'half \ud800' }],
    ['message', { message: 'half \udc00' }],
  ])('with a wrong kind of %s is refused', async (_field, bad) => {
    const answer = await cast.start({ ...form(), ...bad });
    expectProblem(answer, answer.status);
    expect([400, 422]).toContain(answer.status);
  });

  it('may be called like markup or SQL, which stays what it is', async () => {
    const name = `<img src=x onerror=alert(1)>'); drop table guests; --`;
    const message = `${unique()} \${7*7} {{7*7}} <script>alert(1)</script> 👩‍👩‍👧 \u202e`;

    const visitor = await cast.visitor(name, { message });

    expect((await visitor.rest.get('/guests/me')).body['guest']).toMatchObject({ name });
    const texts = async () => (await visitor.rest.get(`/rooms/${visitor.room}/timeline`)).body.entries;
    await expect.poll(texts).toContainEqual(expect.objectContaining({ text: message }));
  });
});
