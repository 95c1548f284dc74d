import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ANYWHERE, AT_THE_DESK, ELSEWHERE, GROUP, GUEST_ROOM, IN_A_GROUP } from '../src/access';
import { Cast, type Employee, PASSWORD, type Person } from '../src/cast';
import { type Company, House, picture, type Setting } from '../src/house';
import { cell, routes } from '../src/matrix';
import { ADMINISTRATOR } from '../src/stack';
import { type Answer, type Loose, Rest, unique } from '../src/wire';

const cast = new Cast(inject('parlor'));
let house: House;
beforeAll(async () => (house = await House.open(cast)));
afterAll(() => cast.leave());

const CHANGING = /^(POST|PUT|PATCH|DELETE)/;

/** What each caller gets. A call that goes through and changes the room has one of its own. */
async function answers(
  [route, row]: [string, string[]],
  callers: string[],
  setting: (furnished: boolean) => Promise<Setting>,
): Promise<string[]> {
  const furnished = route.includes('attachments/');
  const shared = await setting(furnished);
  const cells: string[] = [];
  for (const [column, caller] of callers.entries()) {
    const own = CHANGING.test(route) && row[column]?.startsWith('2');
    const where = own ? await setting(furnished) : shared;
    cells.push(cell(await call(route, new Rest(cast.url, where.company[caller]?.token), where)));
  }
  return cells;
}

function call(route: string, rest: Rest, { room, file }: Pick<Setting, 'room' | 'file'>): Promise<Answer> {
  const [method = '', pattern = ''] = route.split(' ');
  const id = pattern.includes('attachments') ? file : unique();
  const path = pattern
    .replace('{room}', room)
    .replace('{account}', house.staff.leaver.id)
    .replace('{id}', id)
    .replace('{kind}', 'lead')
    .replace('{hold}', 'room')
    .replace(/\{(link|reply|guest|tag)}/, 'x_AAAAAAAAAAAAAAAAAAAAAA')
    .replace(/\/search$/, '/search?q=hello');
  const form = route === 'POST /rooms/{room}/attachments';
  return rest.call(method, path, form ? undefined : body(route), form ? { raw: picture() } : {});
}

function body(route: string): Loose | undefined {
  const bodies: Readonly<Record<string, Loose>> = {
    'PATCH /rooms/{room}': { name: 'Another name' },
    'PUT /rooms/{room}/members/{account}': {},
    'POST /rooms/{room}/transfer': { to: house.staff.other.id },
    'PUT /rooms/{room}/messages/{id}': { text: 'Hello' },
    'PUT /rooms/{room}/links/{kind}': { id: '4711' },
    'POST /session': { email: house.staff.other.email, password: PASSWORD },
    'POST /accounts': { name: 'New', email: `${unique()}@example.org`, password: PASSWORD, roles: ['agent'] },
    'PUT /accounts/{account}/roles': { roles: ['agent'] },
    'POST /invitations': { name: 'New', email: `${unique()}@example.org`, roles: ['agent'] },
    'POST /api-keys': { name: 'Inbox', scopes: ['accounts.read'] },
    'POST /api-keys/{key}/rotate': { grace: 'none' },
    'POST /links/open': { token: 'pl_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
    'POST /links/use': {
      token: 'pl_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      password: PASSWORD,
      name: 'New',
    },
    'POST /links/forgotten': { email: 'somebody@example.org' },
    'POST /guests': { name: 'Gus', email: 'gus@example.org' },
    'POST /guests/identity': { identity: 'nothing' },
    'POST /guests/me/rooms': {},
    'PUT /guests/me/attributes': { attributes: { plan: 'pro' } },
    'PUT /guests/me/visit': { page: 'https://shop.example/' },
    'POST /settings/identity/keys': { grace: 'none' },
    'POST /guests/transcripts': { room: 'r_AAAAAAAAAAAAAAAAAAAAAA' },
    'POST /guests/answers/open': { secret: 'pa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
    'POST /guests/{guest}/erasure': { name: 'Gus' },
    'POST /rooms': { kind: 'group', name: 'A group', members: [house.staff.other.id] },
    'PUT /link-patterns': {},
    'PUT /presence/grace': { seconds: 15 },
    'PUT /retention': {},
    'PUT /rooms/{room}/snooze': { until: new Date(Date.now() + 3_600_000).toISOString() },
    'PUT /rooms/{room}/rating': { score: 4 },
    'PUT /routing': { policy: 'manual', capacity: 5 },
    'PUT /routing/agents/{account}': {},
    'PUT /visibility': { agents: 'all' },
    'POST /tags': { name: unique(), color: 'blue' },
    'PUT /tags/{tag}': { name: unique(), color: 'blue' },
    'POST /webhooks': { url: 'https://inbox.example/hook', types: ['message.sent'] },
    'PUT /webhooks/{webhook}': { url: 'https://inbox.example/hook', types: ['message.sent'] },
    'POST /replies': { shortcut: unique(), title: 'Title', body: 'Text' },
    'PUT /replies/{reply}': { shortcut: unique(), title: 'Title', body: 'Text', version: 1 },
  };
  return bodies[route];
}

describe('O25: every route answers each caller as its row says', () => {
  it('has a row for every route of the contract', () => {
    expect([...GUEST_ROOM.keys(), ...ELSEWHERE.keys()].sort()).toEqual(routes().sort());
    expect([...GROUP.keys()].sort()).toEqual([...GUEST_ROOM.keys()].sort());
  });

  it.each([...GUEST_ROOM])('%s in a guest room', async (...row) => {
    expect(await answers(row, AT_THE_DESK, (furnished) => house.atTheDesk(furnished))).toEqual(row[1]);
  });

  it.each([...GROUP])('%s in a group', async (...row) => {
    const setting = (furnished: boolean) =>
      row[1].includes('muted') ? house.inAQuietGroup(furnished) : house.inAGroup(furnished);
    expect(await answers(row, IN_A_GROUP, setting)).toEqual(row[1]);
  });

  it.each([...ELSEWHERE])('%s', async (route, row) => {
    const callers: Company = { ...house.staff, guest: house.stranger };
    const cells: string[] = [];
    const [method = '', path = ''] = route.split(' ');
    for (const caller of ANYWHERE) {
      const token = route === 'DELETE /session' ? await again(callers[caller]) : callers[caller]?.token;
      const rest = new Rest(cast.url, token);
      const sent = /^PUT .*settings/.test(route) ? await asItIs(rest, path) : body(route);
      const target = path
        .replace('{account}', house.staff.leaver.id)
        .replace(/events$/, '$&?after=none') // what is let in has no end
        .replace(/presence$/, `$&?members=${house.staff.leaver.id}`)
        .replace(/^\/reports.*/, '$&?from=2026-03-01&to=2026-03-02&zone=UTC')
        .replace(/\{(delivery|guest|key|link|reply|secret|tag|webhook)}/g, 'x_AAAAAAAAAAAAAAAAAAAAAA')
        .replace(/\/search$/, '/search?q=hello');
      cells.push(cell(await rest.call(method, target, sent, {})));
    }
    expect(cells).toEqual(row);
  });
});

/** A session of its own, to be ended; a guest has none. */
async function again(person: Person | undefined): Promise<string | undefined> {
  if (person === undefined || !('email' in person)) return person?.token;
  const password = person === house.staff.administrator ? ADMINISTRATOR.password : PASSWORD;
  return (await cast.signIn((person as Employee).email, password)).token;
}

/** What is saved as it was read: by the caller, or by the administrator where the caller must not. */
async function asItIs(rest: Rest, path: string): Promise<Loose> {
  const own = await rest.get(path);
  return own.status === 200 ? own.body : (await house.staff.administrator.rest.get(path)).body;
}
