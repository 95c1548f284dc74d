/** A scripted gateway inside the browser under test: Playwright answers for it. In tests only. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Page, Route, WebSocketRoute } from 'playwright-core';
import type { Entry, QueuePlace, Room, Who } from '@parlor/client';

export const ORIGIN = 'http://parlor.test';
const DIST = new URL('../../dist/', import.meta.url);
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };

/** As strict as a page can be and still load the widget. */
export const POLICY = [
  `default-src 'none'`,
  `script-src ${ORIGIN}`,
  `style-src ${ORIGIN}`,
  `connect-src ${ORIGIN} ws://parlor.test`,
  `img-src ${ORIGIN} data:`,
  `base-uri 'none'`,
].join('; ');

/** Two pixels. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP436Cg0PAfAAtgAz+KkhVOAAAAAElFTkSuQmCC';

export const BOT: Who = { id: 'b_parlor', kind: 'bot', name: 'Assistant' };
export const ADA: Who = { id: 'a_ada', kind: 'account', name: 'Ada Lovelace' };
export const VISITOR: Who = { id: 'g_1', kind: 'guest', name: 'Sam Visitor' };

type Frame = { type: string; ref?: string } & Record<string, unknown>;
type Settings = Record<string, unknown>;

export class FakeGateway {
  readonly entries: Entry[] = [];
  readonly starts: unknown[] = [];
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
  /** A code that every message is refused with. */
  refuseMessages: string | undefined;
  /** Whether sends are answered at all. */
  silent = false;
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

  async cut(): Promise<void> {
    this.down = true;
    for (const socket of this.#sockets) await socket.close({ code: 1012 });
    this.#sockets.clear();
  }

  async #serve(route: Route): Promise<void> {
    const { pathname } = new URL(route.request().url());
    if (pathname.startsWith('/api/v1/')) return this.#api(route, pathname.slice('/api/v1'.length));
    if (pathname === '/page' || pathname === '/rtl') {
      return route.fulfill({ contentType: 'text/html', body: hostPage(new URL(route.request().url())) });
    }
    const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const body = read(file);
    const headers = { 'Content-Security-Policy': POLICY };
    if (!body) return route.fulfill({ status: 404, headers });
    return route.fulfill({ contentType: TYPES[extname(file)] ?? 'text/plain', headers, body });
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
    if (path === '/guests') return this.#start(route);
    if (path.startsWith('/rooms/r_1/attachments')) return this.#files(route, path);
    const action = /^\/rooms\/r_1(\/\w+)?$/.exec(path);
    if (action?.[1] === '/end') this.#end();
    if (action?.[1] === '/handoff') this.change({ status: 'queued', queue: { position: 2 } });
    return action ? json(200, this.room) : json(404, { code: 'not-found' });
  }

  /** Takes the names of files out of their forms, and gives one picture for all. */
  #files(route: Route, path: string): Promise<void> {
    if (route.request().method() === 'GET') {
      return route.fulfill({ contentType: 'image/png', body: Buffer.from(PICTURE, 'base64') });
    }
    if (this.refusal) return route.fulfill({ status: this.refusal.status, json: this.refusal.body });
    const form = route.request().postDataBuffer()?.toString('latin1') ?? '';
    const name = /filename="([^"]*)"/.exec(form)?.[1] ?? '?';
    const id = `f_${(this.#taken += 1)}`;
    const image = name.endsWith('.png');
    const file = { id, name, type: image ? 'image/png' : 'application/pdf', size: 2_400_000 };
    const url = `/api/v1${path}/${id}`;
    return route.fulfill({
      status: 201,
      json: { ...file, url, ...(image && { width: 400, height: 200 }) },
    });
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

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(new URL(`.${file}`, DIST));
  } catch {
    return undefined;
  }
}

/** A page with nothing but the widget; what it says on the tag comes from the query. */
function hostPage({ pathname, searchParams }: URL): string {
  const data = [...searchParams].map(([name, value]) => `data-${name}="${value}"`).join(' ');
  const html = pathname === '/rtl' ? '<html lang="ar" dir="rtl">' : '<html lang="en">';
  return `<!doctype html>${html}<meta name="viewport" content="width=device-width">
    <title>Host</title><body><main><h1>Host page</h1><button id="outside">Outside</button></main>
    <script src="/widget/loader.js" ${data}></script>`;
}
