import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Cast, type Employee } from '../src/cast';
import { expectProblem, TIME } from '../src/claims';
import { inOneWindow } from '../src/windows';
import { unique } from '../src/wire';

const cast = new Cast(inject('parlor'));
let ada: Employee;
let ben: Employee;
/** Whose messages are all refused, which counts as well. */
let cleo: Employee;
let room: string;

beforeAll(async () => {
  [ada, ben, cleo] = await Promise.all([
    cast.hire('Ada Lindqvist', 'agent'),
    cast.hire('Ben Okafor', 'agent'),
    cast.hire('Cleo Marsh', 'agent'),
  ]);
  room = await cast.group(ada, ben, cleo);
});
afterAll(() => cast.leave());

const put = (id: string, body: unknown, who = ada, where = room) =>
  who.rest.put(`/rooms/${where}/messages/${id}`, body);

/** A room of its own and somebody who has not used up what one may send. */
async function quiet(): Promise<[string, Employee]> {
  const writer = await cast.hire('Quill', 'agent');
  return [await cast.group(writer, ada), writer];
}

describe('a message that is put', () => {
  it('is answered with its entry, and the same again when repeated', async () => {
    const id = unique();

    const first = await put(id, { text: 'Hello' });
    const again = await put(id, { text: 'Hello' });

    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      room,
      id,
      text: 'Hello',
      author: { id: ada.id, kind: 'account', name: ada.name },
      at: expect.stringMatching(TIME),
      epoch: expect.any(Number),
      seq: expect.any(Number),
    });
    expect([again.status, again.body]).toEqual([200, first.body]);
  });

  it('is stored once when all repeats come at the same time', async () => {
    const id = unique();

    const answers = await Promise.all(Array.from({ length: 8 }, () => put(id, { text: 'Once' }, ben)));

    expect(answers.every(({ status }) => status === 200 || status === 201)).toBe(true);
    expect(new Set(answers.map(({ body }) => body.seq)).size).toBe(1);
    const { entries } = (await ada.rest.get(`/rooms/${room}/timeline?limit=100`)).body;
    expect(entries.filter((entry) => entry.id === id)).toHaveLength(1);
  });

  it('under a used id with other content is refused', async () => {
    const id = unique();
    const { seq } = (await put(id, { text: 'First' })).body;

    expectProblem(await put(id, { text: 'Second' }), 409, 'id-reused');
    expectProblem(await put(id, { text: 'First', replyTo: seq }), 409, 'id-reused');
    expect((await put(id, { text: 'First' })).status).toBe(200);
  });

  it('has an id of its author’s, not of the room’s', async () => {
    const id = unique();
    const [hers, his] = [await put(id, { text: 'Hers' }), await put(id, { text: 'His' }, ben)];
    expect([hers.status, his.status]).toEqual([201, 201]);
    expect(his.body.seq).toBeGreaterThan(hers.body.seq);
  });

  it('answers another message of its room', async () => {
    const { seq } = (await put(unique(), { text: 'Question' }, ben)).body;

    const reply = await put(unique(), { text: 'Answer', replyTo: seq }, ben);

    expect([reply.status, reply.body['replyTo']]).toEqual([201, seq]);
    expectProblem(await put(unique(), { text: 'To nothing', replyTo: 999_999 }, ben), 404, 'unknown-message');
  });

  it('mentions who may read the room, each once, and nobody else', async () => {
    const [where, writer] = await quiet();
    const say = (mentions: unknown) => put(unique(), { text: 'Hello @you', mentions }, writer, where);

    const first = await say([ada.id, ada.id]);
    const plain = await say([]);

    expect([first.status, first.body['mentions']]).toEqual([201, [ada.id]]);
    expect(plain.body).not.toHaveProperty('mentions');
    const marked = async () => (await ada.rest.get('/rooms?mentioned=true&unread=true')).body['items'];
    await expect
      .poll(marked)
      .toMatchObject([{ id: where, mentioned: { newest: first.body.seq, unread: 1 } }]);
    for (const others of [[cleo.id], ['a_nobody'], [ada.id, 'g_1']]) {
      expectProblem(await say(others), 422, 'unknown-mention');
    }
    for (const bad of ['x', ['a b'], [{}], Array(21).fill(ada.id)]) {
      const answer = await say(bad);
      expectProblem(answer, answer.status);
      expect([400, 422]).toContain(answer.status);
    }
  });

  it('keeps its text to the last character', async () => {
    const [where, writer] = await quiet();
    const texts = [
      `Robert'); drop table entries; --`,
      '<script>alert(1)</script><img src=x onerror=alert(1)>',
      '{"type":"message.sent","seq":1}',
      '👩‍👩‍👧‍👦 e\u0301 \u202eright to left\u202c עברית 漢字',
      '  leading, trailing and\n\n\tinner space  ',
      'x'.repeat(10_000),
      '👋'.repeat(10_000),
    ];

    for (const text of texts) expect((await put(unique(), { text }, writer, where)).body.text).toBe(text);

    const { entries } = (await writer.rest.get(`/rooms/${where}/timeline?limit=100`)).body;
    expect(entries.filter(({ type }) => type === 'message.sent').map(({ text }) => text)).toEqual(texts);
  });

  it.each([
    ['too long', { text: 'x'.repeat(10_001) }],
    ['empty', { text: '' }],
    ['of spaces', { text: ' \n\t ' }],
    ['missing', {}],
    ['null', { text: null }],
    ['an object', { text: { toString: 'x' } }],
    ['a number', { text: 5 }],
    ['with NUL', { text: 'a\u0000b' }],
    ['with half a character', { text: 'a\ud800b' }],
    ['replying to text', { text: 'Hello', replyTo: 'm-1' }],
    ['replying to a fraction', { text: 'Hello', replyTo: 1.5 }],
    ['replying to an object', { text: 'Hello', replyTo: {} }],
    ['replying to less than nothing', { text: 'Hello', replyTo: -1 }],
    ['replying beyond numbers', { text: 'Hello', replyTo: 1e30 }],
  ])('%s is refused', async (_what, body) => {
    const answer = await put(unique(), body, cleo);
    expectProblem(answer, answer.status);
    expect([400, 404, 422]).toContain(answer.status);
  });

  it('has an id that is URL-safe and not too long', async () => {
    const [where, writer] = await quiet();
    for (const id of ['x'.repeat(65), '%00', 'a%20b', 'a%2Fb', '%F0%9F%91%8B', '..']) {
      const answer = await put(id, { text: 'Hello' }, writer, where);
      expectProblem(answer, answer.status);
      expect([400, 404, 405, 422], id).toContain(answer.status);
    }
    expect((await put('x'.repeat(64), { text: 'Hello' }, writer, where)).status).toBe(201);
  });

  it('more often than 20 times in 10 s is refused with the time to wait', async () => {
    const answers = await inOneWindow(async () => {
      const [where, writer] = await quiet();
      return () =>
        Promise.all(Array.from({ length: 25 }, (_, i) => put(`many-${i}`, { text: 'Again' }, writer, where)));
    });

    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(refused).toHaveLength(5);
    refused.forEach((answer) => expectProblem(answer, 429, 'too-many'));
  });
});

describe('the timeline', () => {
  it('is read in pages, both ways, ascending and without a gap', async () => {
    const [where, writer] = await quiet();
    for (let i = 1; i <= 9; i++) await put(`m${i}`, { text: `Text ${i}` }, writer, where);
    const read = async (query: string) => {
      const { status, body } = await ada.rest.get(`/rooms/${where}/timeline?${query}`);
      expect(status).toBe(200);
      return body;
    };

    const whole = await read('after=0&limit=100');
    const seqs = whole.entries.map(({ seq }) => seq);

    expect(whole).toMatchObject({ epoch: expect.any(Number), head: seqs.at(-1) });
    expect(seqs).toEqual(Array.from({ length: whole.head }, (_, i) => i + 1));
    const page = async (query: string) => (await read(query)).entries.map(({ seq }) => seq);
    expect(await page('after=2&limit=3')).toEqual([3, 4, 5]);
    expect(await page('before=6&limit=3')).toEqual([3, 4, 5]);
    expect(await page('before=1')).toEqual([]);
    expect(await page(`after=${whole.head}`)).toEqual([]);
    expect(await page('limit=2')).toEqual(seqs.slice(-2));
  });

  it.each(['limit=0', 'limit=101', 'after=x', 'after=-1', 'before=1e99', 'after=99999999999999999999'])(
    'refuses %s',
    async (query) => {
      const answer = await ada.rest.get(`/rooms/${room}/timeline?${query}`);
      expectProblem(answer, answer.status);
      expect([400, 422]).toContain(answer.status);
    },
  );

  it('refuses both directions at once', async () => {
    expectProblem(await ada.rest.get(`/rooms/${room}/timeline?after=1&before=5`), 400);
  });
});
