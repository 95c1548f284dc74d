import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cast, type Employee, PASSWORD, type Visitor } from '../src/cast';
import { expectInvalid, expectProblem } from '../src/claims';
import { atTheConsole, launch } from '../src/people';
import { ADMINISTRATOR, Stack } from '../src/stack';
import { unique } from '../src/wire';

/** Agents who see only what they have and what nobody has. The steps build on each other. */
describe('conversations that only those who have them see', () => {
  let stack: Stack;
  let browser: Browser;
  let cast: Cast;
  let admin: Employee;
  let ada: Employee;
  let ben: Employee;
  let sue: Employee;
  let gus: Visitor;
  let room: string;
  let notes: string;
  let office: Page;
  let desk: Page;

  beforeAll(async () => {
    stack = await Stack.start();
    browser = await launch();
    cast = new Cast(stack.url);
    admin = await cast.administrator();
    ada = await cast.hire('Ada Lindqvist', 'agent');
    ben = await cast.hire('Ben Okafor', 'agent');
    sue = await cast.hire('Sue Supervisor', 'supervisor');
    gus = await cast.visitor('Gus Visitor', { message: 'Does the walnut table fit?' });
    room = gus.room;
    notes = String((await ada.rest.get(`/rooms/${room}`)).body['backroom']);
    office = await atTheConsole(browser, stack, ADMINISTRATOR);
    desk = await atTheConsole(browser, stack, { email: ben.email, password: PASSWORD });
  });
  afterAll(async () => {
    await cast.leave();
    await browser.close();
    await stack.stop();
  });

  const say = async (who: Employee, where: string, text: string) =>
    expect((await who.rest.put(`/rooms/${where}/messages/${unique()}`, { text })).status).toBe(201);
  const entry = () =>
    desk.getByRole('list', { name: 'All conversations' }).getByRole('link', { name: /Gus Visitor/ });
  const gone = () => desk.getByText('This conversation is no longer here');
  const asked = () => desk.getByRole('region', { name: /Messages with/ }).getByText('walnut table');
  const agentsSee = async (choice: RegExp) => {
    await office.getByRole('radio', { name: choice }).check();
    const saved = office.waitForResponse(
      (answer) => answer.url().endsWith('/visibility') && answer.request().method() === 'PUT',
    );
    await office.getByRole('button', { name: 'Save visibility' }).click();
    expect((await saved).status()).toBe(200);
  };
  const status = async (who: Employee, path: string) => (await who.rest.get(path)).status;
  /** Every way to read the conversation and its notes. */
  const ways = () =>
    [room, notes].flatMap((one) => [
      `/rooms/${one}`,
      `/rooms/${one}/timeline?limit=10`,
      `/rooms/${one}/search?q=walnut`,
    ]);
  const listed = async (who: Employee) =>
    (await who.rest.get('/rooms?kind=guest')).body.items.map(({ id }) => id);
  const found = async (who: Employee) =>
    new Set((await who.rest.get('/search?q=walnut')).body.items.map((hit) => hit.room));
  const readsAll = async (who: Employee) => {
    for (const way of ways()) await expect.poll(() => status(who, way)).toBe(200);
    await expect.poll(() => listed(who)).toContain(room);
    await expect.poll(() => found(who)).toEqual(new Set([room, notes]));
  };

  it('an administrator, and nobody else, says what agents see', async () => {
    expectProblem(await ben.rest.get('/visibility'), 403, 'not-allowed');
    expectProblem(await sue.rest.put('/visibility', { agents: 'own' }), 403, 'not-allowed');
    expectInvalid(await admin.rest.put('/visibility', { agents: 'none' }), 'agents');
    expect((await admin.rest.get('/visibility')).body).toEqual({ agents: 'all' });

    await office.getByRole('link', { name: 'Assignment' }).click();
    await agentsSee(/Only their own/);

    expect((await admin.rest.get('/visibility')).body).toEqual({ agents: 'own' });
  });

  it('what nobody has taken is seen by everybody', async () => {
    await say(ben, notes, 'The walnut one is 90 cm wide.');
    await desk.getByRole('link', { name: 'All conversations' }).click();
    await entry().click();
    await asked().first().waitFor();

    await readsAll(ben);
  });

  it('what a colleague takes leaves the list and the screen of who looks at it', async () => {
    expect((await ada.rest.post(`/rooms/${room}/claim`)).status).toBe(200);

    await gone().waitFor();
    await entry().waitFor({ state: 'detached' });
    expect(await asked().count()).toBe(0);
  });

  it('it can then be read in no way, and is found in none, but by who has it', async () => {
    for (const way of ways()) {
      await expect.poll(() => status(ben, way)).toBe(403);
      expectProblem(await ben.rest.get(way), 403, 'not-a-member');
    }
    const wire = await ben.connect();
    for (const one of [room, notes])
      expect(await wire.open(one)).toMatchObject({ type: 'error', code: 'not-a-member' });
    await expect.poll(() => listed(ben)).not.toContain(room);
    await expect.poll(() => found(ben)).toEqual(new Set());
    await desk.getByRole('searchbox', { name: 'Search names and messages' }).fill('walnut');
    await desk.getByText('No message says that.').waitFor();
    expect(await entry().count()).toBe(0);
    await desk.getByRole('button', { name: 'Clear search' }).click();

    await say(ada, notes, 'It is the walnut one they mean.');
    await readsAll(ada);
  });

  it('what is said there is told to nobody who may not read it, and nobody of them is called to it', async () => {
    const [his, hers] = [await ben.connect(), await sue.connect()];
    await say(ada, room, 'Yes, it fits.');
    await hers.heard(
      (frame) => frame.type === 'room.changed' && JSON.stringify(frame).includes('Yes, it fits.'),
    );
    await his.roundTrip();

    expect(JSON.stringify(his.frames)).not.toContain(room);
    const mention = { text: '@Ben Okafor, look', mentions: [ben.id] };
    const refused = await ada.rest.put(`/rooms/${notes}/messages/${unique()}`, mention);
    expectProblem(refused, 422, 'unknown-mention');
  });

  it('a supervisor and an administrator go on seeing it', async () => {
    await readsAll(sue);
    await readsAll(admin);
  });

  it('what is given back is there again, where it was open', async () => {
    await ada.rest.post(`/rooms/${room}/transfer`, {});

    await entry().waitFor();
    await asked().first().waitFor();
    await readsAll(ben);
  });

  it('everybody sees what colleagues have as soon as the administrator says so', async () => {
    await ada.rest.post(`/rooms/${room}/claim`);
    await gone().waitFor();
    expect((await ada.rest.post(`/rooms/${room}/resolve`)).status).toBe(200);
    await expect.poll(() => status(ben, `/rooms/${room}`)).toBe(403);

    await agentsSee(/All conversations/);

    await entry().waitFor();
    await asked().first().waitFor();
    await readsAll(ben);
    expect((await admin.rest.get('/visibility')).body).toEqual({ agents: 'all' });
  });
});
