import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Cast, type Employee } from '../src/cast';
import { expectProblem } from '../src/claims';
import { type Answer, unique } from '../src/wire';

const cast = new Cast(inject('parlor'));
let admin: Employee;
let ada: Employee;
let ben: Employee;
let cleo: Employee;

beforeAll(async () => {
  admin = await cast.administrator();
  [ada, ben, cleo] = await Promise.all([
    cast.hire('Ada Lindqvist', 'agent'),
    cast.hire('Ben Okafor', 'agent'),
    cast.hire('Cleo Marsh', 'agent'),
  ]);
});
afterAll(() => cast.leave());

const member = (room: string, who: Employee) => `/rooms/${room}/members/${who.id}`;
const refused = (answer: Answer) => {
  expectProblem(answer, answer.status);
  expect([400, 422]).toContain(answer.status);
};

describe('members', () => {
  it('are admitted by the founder, and by no member or stranger', async () => {
    const room = await cast.group(ada, ben);

    expectProblem(await ben.rest.put(member(room, cleo), {}), 403, 'not-allowed');
    expectProblem(await cleo.rest.put(member(room, cleo), {}), 403, 'not-a-member');
    const admitted = await ada.rest.put(member(room, cleo), {});

    expect(admitted.status).toBe(200);
    expect(admitted.body.members.map(({ id }) => id)).toContain(cleo.id);
    expect((await cleo.rest.get(`/rooms/${room}`)).status).toBe(200);
  });

  it('see a room they were admitted to live, with its history', async () => {
    const room = await cast.group(ada, ben);
    await ada.rest.put(`/rooms/${room}/messages/${unique()}`, { text: 'Before her time' });
    const wire = await cleo.connect();

    await ada.rest.put(member(room, cleo), {});

    await wire.heard(
      (frame) => /^room\.(created|changed)$/.test(frame.type) && JSON.stringify(frame).includes(room),
    );
    const opened = await wire.open(room);
    expect(opened.entries.map(({ text }) => text)).toContain('Before her time');
  });

  it('who are muted read and do not write', async () => {
    const room = await cast.group(ada, ben);
    expect((await ada.rest.put(member(room, ben), { muted: true })).status).toBe(200);

    await expect
      .poll(async () => (await ben.rest.put(`/rooms/${room}/messages/${unique()}`, { text: 'Hm' })).body.code)
      .toBe('muted');
    expect((await ben.rest.get(`/rooms/${room}/timeline`)).status).toBe(200);
  });

  it('leave by themselves', async () => {
    const room = await cast.group(ada, ben);
    expect((await ben.rest.delete(member(room, ben))).status).toBe(204);
    expectProblem(await ben.rest.get(`/rooms/${room}`), 403, 'not-a-member');
  });

  it('are removed by nobody without standing', async () => {
    const room = await cast.group(ada, ben, cleo);
    expectProblem(await ben.rest.delete(member(room, cleo)), 403, 'not-allowed');
    expectProblem(await admin.rest.delete(member(room, cleo)), 403, 'not-a-member');
  });

  it.each([[{ role: 'emperor' }], [{ role: 7 }], [{ role: {} }], [{ muted: 'yes' }], [{ muted: 1 }]])(
    'with %j are refused',
    async (body) => refused(await ada.rest.put(member(await cast.group(ada, ben), ben), body)),
  );

  it('are accounts that exist', async () => {
    const room = await cast.group(ada, ben);
    for (const id of ['a_AAAAAAAAAAAAAAAAAAAAAA', 'system', 'b_parlor', '%00']) {
      const answer = await ada.rest.put(`/rooms/${room}/members/${id}`, {});
      expectProblem(answer, answer.status);
      expect([400, 404, 422], id).toContain(answer.status);
    }
  });
});

describe('a name', () => {
  it('is given by the founder, with all members told', async () => {
    const room = await cast.group(ada, ben);
    const wire = await ben.connect();
    const name = `<b>${unique()}</b>`;

    expect((await ada.rest.call('PATCH', `/rooms/${room}`, { name }, {})).body.name).toBe(name);

    await wire.heard((frame) => frame.type === 'room.changed' && JSON.stringify(frame).includes(name));
    expectProblem(await ben.rest.call('PATCH', `/rooms/${room}`, { name: 'Mine' }, {}), 403, 'not-allowed');
    expectProblem(await cleo.rest.call('PATCH', `/rooms/${room}`, { name: 'Mine' }, {}), 403, 'not-a-member');
  });

  it.each([
    [{}],
    [{ name: '' }],
    [{ name: null }],
    [{ name: 7 }],
    [{ name: 'a\u0000' }],
    [{ name: '\ud800' }],
  ])('like %j is refused', async (body) =>
    refused(await ada.rest.call('PATCH', `/rooms/${await cast.group(ada, ben)}`, body, {})),
  );
});

describe('who is here', () => {
  it('is told to accounts alone', async () => {
    const gus = await cast.visitor();
    await ben.connect();
    const status = async () =>
      (await ada.rest.get(`/presence?members=${ben.id}`)).body.items.map((item) => [
        item['member'],
        item.status,
      ]);
    await expect.poll(status).toEqual([[ben.id, 'online']]);
    expectProblem(await cast.anyone.get(`/presence?members=${ben.id}`), 401);
    expectProblem(await gus.rest.get(`/presence?members=${ben.id}`), 403);
  });

  it.each([
    '',
    'members=',
    `members=${Array.from({ length: 101 }, (_, i) => `a_${i}`).join()}`,
    'members=%00',
  ])('asked with %.20s is refused', async (query) => refused(await ada.rest.get(`/presence?${query}`)));
});

describe('the settings of the widget', () => {
  it('are seen and changed by administrators, and the widget shows them under another tag', async () => {
    const before = await admin.rest.get('/settings/widget');
    const etag = (await cast.anyone.get('/widget')).headers.get('etag');
    expectProblem(await ada.rest.get('/settings/widget'), 403, 'not-allowed');
    expectProblem(await ada.rest.put('/settings/widget', before.body), 403, 'not-allowed');
    const name = `Tea & <b>${unique()}</b>`;

    const changed = await admin.rest.put('/settings/widget', { ...before.body, brand: { name } });

    expect(changed.status, changed.text).toBe(200);
    await expect.poll(async () => (await cast.anyone.get('/widget')).body['brand']).toMatchObject({ name });
    expect((await cast.anyone.get('/widget')).headers.get('etag')).not.toBe(etag);
    expect((await admin.rest.put('/settings/widget', before.body)).status).toBe(200);
  });

  it.each([
    [{ brand: 'Tea' }],
    [{ brand: { name: 7 } }],
    [{ brand: { name: '\ud800' } }],
    [{ brand: { name: 'a\u0000' } }],
    [{ brand: { name: 'x'.repeat(5_000) } }],
    [{ texts: [] }],
    [{ brand: { primaryColor: 'red; } * { display: none' } }],
    [{ brand: { logo: 'javascript:alert(1)' } }],
    [{ style: { bubble: 'square' } }],
    [{ style: { zIndex: '7' } }],
    [{ style: 7 }],
    [{ hours: 'always' }],
  ])('like %.60j are refused', async (body) => refused(await admin.rest.put('/settings/widget', body)));
});
