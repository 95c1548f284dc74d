/** A scripted gateway inside the browser under test: Playwright answers for it. In tests only. */
import type { Page, Route, WebSocketRoute } from 'playwright-core';
import type { Entry, QueuePlace, Room, Who } from '@parlor/client';
import { ORIGIN, serveFile } from './built';
import { givePicture, takeFile } from './files';

export { ORIGIN, POLICY } from './built';

export const BOT: Who = { id: 'b_parlor', kind: 'bot', name: 'Assistant' };
export const ADA: Who = { id: 'a_ada', kind: 'account', name: 'Ada Lovelace' };
export const VISITOR: Who = { id: 'g_1', kind: 'guest', name: 'Sam Visitor' };

type Frame = { type: string; ref?: string } & Record<string, unknown>;
type Settings = Record<string, unknown>;

export class FakeGateway {
  readonly entries: Entry[] = [];
  readonly starts: unknown[] = [];
  readonly transcripts: unknown[] = [];
  /** What the page told of its visitor, and where the visitor was. */
  readonly attributes: unknown[] = [];
  readonly visits: unknown[] = [];
  readonly recognitions: { identity: string; bearer: string | undefined }[] = [];
  /** What the links of mails brought along. */
  readonly secrets: string[] = [];
  /** Every path of the API that was asked for. */
  readonly asked: string[] = [];
  /** Every frame any socket has sent. */
  readonly frames: Frame[] = [];
  settings: Settings = {};
  room: Room = {
    id: 'r_1',
    kind: 'guest',
    name: VISITOR.name,
    status: 'open',
    members: [],
    epoch: 1,
    head: 0,
    createdAt: new Date().toISOString(),
    updatedAt: new Date().toISOString(),
  };
  /** What `POST /guests` answers instead of a guest. */
  refusal: { status: number; body: object } | undefined;
  /** What `POST /guests/identity` answers. */
  recognized: (identity: string) => object = () => ({ guest: VISITOR, token: 'pg_known', room: this.room });
  /** A code that every message is refused with. */
  refuseMessages: string | undefined;
  /** Whether sends are answered at all. */
  silent = false;
  /** Whether its room is erased. */
  gone = false;
  down = false;
  #sockets = new Set<WebSocketRoute>();
  #taken = 0;

  async attach(page: Page): Promise<void> {
    await page.route(`${ORIGIN}/**`, (route) => this.#serve(route));
    await page.routeWebSocket(/parlor\.test/, (socket) => this.#connect(socket));
  }

  /** Adds an entry and sends it to every socket. */
  post(author: Who, entry: Record<string, unknown>, at = new Date()): void {
    const seq = this.entries.length + 1;
    const whole = {
      type: 'message.sent',
      room: 'r_1',
      epoch: 1,
      seq,
      id: `e-${seq}`,
      author,
      at: at.toISOString(),
      ...entry,
    } as Entry;
    this.entries.push(whole);
    this.send(whole);
  }

  send(frame: object): void {
    for (const socket of this.#sockets) socket.send(JSON.stringify(frame));
  }

  change(change: Partial<Room>): void {
    this.room = { ...this.room, ...change };
    this.send({ type: 'room.changed', room: this.room });
  }

  /** The agent would rather go on. */
  decline(): void {
    const { endAskedAt: _, ...room } = this.room;
    this.room = room;
    this.post(ADA, { type: 'notice.posted', notice: 'end-declined' });
    this.change({});
  }

  /** The line moves. */
  queue(queue: QueuePlace): void {
    this.room = { ...this.room, queue };
    this.send({ type: 'room.changed', room: { id: this.room.id, queue } });
  }

  /** The room was kept long enough: it is there for nobody. */
  erase(): void {
    this.gone = true;
    this.send({ type: 'room.left', room: this.room.id });
  }

  async cut(): Promise<void> {
    this.down = true;
    for (const socket of this.#sockets) await socket.close({ code: 1012 });
    this.#sockets.clear();
  }

  async #serve(route: Route): Promise<void> {
    const { pathname } = new URL(route.request().url());
    if (pathname.startsWith('/api/v1/')) return this.#api(route, pathname.slice('/api/v1'.length));
    return serveFile(route, pathname);
  }

  #api(route: Route, path: string): Promise<void> {
    if (this.down) return route.abort('connectionrefused');
    this.asked.push(path);
    const json = (status: number, body: object) => route.fulfill({ status, json: body });
    if (path === '/widget') return json(200, this.settings);
    if (path === '/guests/me') {
      const email = 'sam@example.org';
      return json(200, { guest: { ...VISITOR, email }, rooms: [this.room] });
    }
    if (path === '/guests/transcripts') return this.#noted(route, this.transcripts);
    if (path === '/guests/identity') return this.#recognize(route);
    if (path === '/guests/me/attributes') return this.#noted(route, this.attributes);
    if (path === '/guests/me/visit') return this.#noted(route, this.visits);
    if (path === '/guests/me/rooms') return json(201, { guest: VISITOR, room: this.room });
    if (path === '/guests') return this.#start(route);
    if (path === '/guests/answers/open') return this.#comeBack(route);
    if (path.startsWith('/rooms/r_1/attachments')) return this.#files(route, path);
    if (path === '/rooms/r_1/rating') return this.#rate(route);
    if (this.gone) return json(403, { code: 'not-a-member' });
    const action = /^\/rooms\/r_1(\/\w+)?$/.exec(path);
    if (action?.[1] === '/end') this.#end();
    if (action?.[1] === '/handoff') this.change({ status: 'queued', queue: { position: 2 } });
    return action ? json(200, this.room) : json(404, { code: 'not-found' });
  }

  /** The link of a mail works once. */
  #comeBack(route: Route): Promise<void> {
    this.secrets.push((route.request().postDataJSON() as { secret: string }).secret);
    if (this.secrets.length > 1) return route.fulfill({ status: 410, json: { code: 'link-used' } });
    return route.fulfill({ json: { guest: VISITOR, token: 'pg_token', room: 'r_1' } });
  }

  #files(route: Route, path: string): Promise<void> {
    if (route.request().method() === 'GET') return givePicture(route);
    if (this.refusal) return route.fulfill({ status: this.refusal.status, json: this.refusal.body });
    return takeFile(route, path, (this.#taken += 1));
  }

  #rate(route: Route): Promise<void> {
    if (this.refusal) return route.fulfill({ status: this.refusal.status, json: this.refusal.body });
    const given = route.request().postDataJSON() as { score: number; comment?: string };
    this.change({ rating: { ...given, ratedAt: this.room.rating?.ratedAt ?? new Date().toISOString() } });
    return route.fulfill({ json: this.room });
  }

  #recognize(route: Route): Promise<void> {
    const { identity } = route.request().postDataJSON() as { identity: string };
    const bearer = route.request().headers()['authorization'];
    this.recognitions.push({ identity, bearer });
    if (this.refusal) return route.fulfill({ status: this.refusal.status, json: this.refusal.body });
    return route.fulfill({ json: this.recognized(identity) });
  }

  #noted(route: Route, list: unknown[]): Promise<void> {
    if (this.refusal) return route.fulfill({ status: this.refusal.status, json: this.refusal.body });
    list.push(route.request().postDataJSON());
    return route.fulfill({ status: 204 });
  }

  #end(): void {
    const assigned = this.room.status === 'assigned';
    this.change(assigned ? { endAskedAt: new Date().toISOString() } : { status: 'closed' });
  }

  async #start(route: Route): Promise<void> {
    const form = route.request().postDataJSON() as { email?: string; message?: string };
    this.starts.push(form);
    if (this.refusal) return route.fulfill({ status: this.refusal.status, json: this.refusal.body });
    if (form.message) this.post(VISITOR, { text: form.message });
    return route.fulfill({
      status: 201,
      json: { guest: { ...VISITOR, email: form.email }, token: 'pg_test', room: this.room },
    });
  }

  #connect(socket: WebSocketRoute): void {
    if (this.down) return void socket.close({ code: 1013 });
    this.#sockets.add(socket);
    socket.onClose(() => this.#sockets.delete(socket));
    socket.onMessage((message) => this.#answer(socket, JSON.parse(String(message)) as Frame));
  }

  #answer(socket: WebSocketRoute, frame: Frame): void {
    this.frames.push(frame);
    const answer = (body: object) => socket.send(JSON.stringify({ ref: frame.ref, ...body }));
    if (frame.type === 'hello') answer(welcome);
    if (frame.type === 'ping') answer({ type: 'pong' });
    if (frame.type === 'room.open') {
      const after = frame['after'] as number | undefined;
      const entries = this.entries.filter(({ seq }) => seq > (after ?? 0));
      const result = after === undefined ? 'snapshot' : 'resumed';
      answer({ type: 'room.opened', room: 'r_1', epoch: 1, head: this.entries.length, result, entries });
    }
    if (frame.type === 'message.read') {
      this.send({ type: 'message.read', room: 'r_1', member: VISITOR.id, seq: frame['seq'] });
    }
    if (frame.type === 'message.send' && !this.silent) this.#store(frame, answer);
  }

  #store(frame: Frame, answer: (body: object) => void): void {
    const { id, text, attachments } = frame as unknown as {
      id: string;
      text: string;
      attachments?: object[];
    };
    if (this.refuseMessages) {
      return answer({ type: 'error', code: this.refuseMessages, message: 'Refused' });
    }
    const known = this.entries.find((entry) => entry.id === id);
    if (!known) this.post(VISITOR, { id, text, ...(attachments && { attachments }) });
    answer({ type: 'message.ack', room: 'r_1', id, seq: known?.seq ?? this.entries.length, at: '' });
  }
}

const welcome = {
  type: 'welcome',
  connection: 'c_1',
  self: { ...VISITOR, roles: [] },
  heartbeatMs: 25_000,
  limits: { frameBytes: 65_536, textChars: 10_000, sendsPer10s: 20, fileBytes: 1_000_000 },
};
