import { setTimeout as pause } from 'node:timers/promises';
import WebSocket, { type RawData } from 'ws';
import { FACT_MS } from '../../testing/patience';

/** Closing codes after which a client comes back: its hello was late, or could not be looked at just then. */
const COME_BACK = new Set([4408, 1013]);

/** Any JSON object of the protocol. Which of its fields are there is what the tests are about. */
export interface Json {
  type: string;
  id: string;
  name: string;
  kind: string;
  code: string;
  room: string;
  ref: string;
  epoch: number;
  seq: number;
  head: number;
  text: string;
  status: string;
  token: string;
  result: string;
  entries: Json[];
  items: Json[];
  members: Json[];
  author: Json;
  retryAfterMs: number;
  [field: string]: unknown;
}

/** What a client may send: nothing stops it from sending nonsense. */
export type Loose = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Json;
}

export interface Call {
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, instead of a body in JSON. */
  readonly raw?: BodyInit;
}

/** REST as somebody would write it who has read nothing but the protocol. */
export class Rest {
  constructor(
    readonly url: string,
    readonly token?: string,
  ) {}

  as(token: string | undefined): Rest {
    return new Rest(this.url, token);
  }

  get(path: string, call: Call = {}): Promise<Answer> {
    return this.call('GET', path, undefined, call);
  }

  post(path: string, body?: unknown, call: Call = {}): Promise<Answer> {
    return this.call('POST', path, body, call);
  }

  put(path: string, body?: unknown, call: Call = {}): Promise<Answer> {
    return this.call('PUT', path, body, call);
  }

  delete(path: string, call: Call = {}): Promise<Answer> {
    return this.call('DELETE', path, undefined, call);
  }

  /** A part that is away for a moment is asked again after the time it says, as every client does. */
  async call(method: string, path: string, body: unknown, call: Call): Promise<Answer> {
    const answer = await this.once(method, path, body, call);
    const wait = answer.headers.get('retry-after');
    if (answer.status !== 503 || wait === null) return answer;
    await pause(Number(wait) * 1_000);
    return this.call(method, path, body, call);
  }

  private async once(method: string, path: string, body: unknown, call: Call): Promise<Answer> {
    const { token, headers, raw } = call;
    const bearer = token ?? this.token;
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: raw ?? (body === undefined ? null : JSON.stringify(body)),
    });
    const text = await answer.text();
    const json = (answer.headers.get('content-type') ?? '').includes('json') && text !== '';
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body: (json ? JSON.parse(text) : {}) as Json,
    };
  }
}

export interface Handshake {
  readonly origin?: string;
  readonly headers?: Record<string, string>;
  readonly protocols?: string[];
}

/** An upgrade that was refused, and with which status. */
export class NotUpgraded extends Error {
  constructor(readonly status: number) {
    super(`the upgrade was answered with ${status}`);
  }
}

export type Wanted = string | ((frame: Json) => boolean);

/** A raw socket that remembers all it heard. */
export class Wire {
  /** Every frame that came, in order. */
  readonly frames: Json[] = [];
  /** The code it was closed with. */
  readonly closed: Promise<number>;
  private readonly waiting = new Set<() => void>();
  private ended = false;
  private asked = 0;

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: RawData) => {
      this.frames.push(JSON.parse((data as Buffer).toString('utf8')) as Json);
      this.look();
    });
    socket.on('error', () => undefined); // what follows is the close
    this.closed = new Promise((resolve) => {
      socket.once('close', (code: number) => {
        this.ended = true;
        this.look();
        resolve(code);
      });
    });
  }

  /** A socket that has not said hello. Fails with {@link NotUpgraded}. */
  static connect(url: string, { origin, headers, protocols }: Handshake = {}): Promise<Wire> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`, protocols ?? ['parlor.v1'], {
      headers: headers ?? {},
      ...(origin === undefined ? {} : { origin }),
    });
    const wire = new Wire(socket);
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(wire));
      socket.once('unexpected-response', (_request, response) => {
        response.resume();
        reject(new NotUpgraded(response.statusCode ?? 0));
      });
      socket.once('error', reject);
    });
  }

  /**
   * A socket that has said hello and heard what came of it, be it the end. One that was closed because the hello was
   * late, as on a machine that stalls, is followed by another, as the protocol has it.
   */
  static async greet(url: string, hello: Loose, handshake: Handshake = {}): Promise<Wire> {
    const wire = await Wire.connect(url, handshake);
    wire.send({ type: 'hello', ...hello });
    const first = await wire.until(() => wire.frames[0], FACT_MS);
    const over = first === undefined ? wire.ended : first.code === 'unavailable';
    return over && COME_BACK.has(await wire.closed) ? Wire.greet(url, hello, handshake) : wire;
  }

  /** A socket that was welcomed. */
  static async hello(url: string, token: string): Promise<Wire> {
    const wire = await Wire.greet(url, { token });
    await wire.heard('welcome');
    return wire;
  }

  get protocol(): string {
    return this.socket.protocol;
  }

  send(frame: Loose): void {
    this.raw(JSON.stringify(frame));
  }

  raw(data: string | Buffer): void {
    this.socket.send(data);
  }

  /**
   * Sends a request under a `ref` of its own and waits for the answer. What cannot be answered for a moment is asked
   * again after the time it says, as every client does.
   */
  async ask(frame: Loose): Promise<Json> {
    const ref = `ask-${++this.asked}`;
    this.send({ ...frame, ref });
    const answer = await this.heard((found) => found.ref === ref);
    if (answer.type !== 'error' || answer.code !== 'unavailable') return answer;
    await pause(answer.retryAfterMs);
    return this.ask(frame);
  }

  open(room: string, since: Loose = {}): Promise<Json> {
    return this.ask({ type: 'room.open', room, ...since });
  }

  /** Sends a message and waits for its acknowledgement, or for the error. */
  say(room: string, text: string, id: string = unique()): Promise<Json> {
    return this.ask({ type: 'message.send', room, id, text });
  }

  /** The first frame that fits, among those that came and those to come. */
  async heard(wanted: Wanted): Promise<Json> {
    const fits = typeof wanted === 'string' ? (frame: Json) => frame.type === wanted : wanted;
    const found = await this.until(() => this.frames.find(fits), FACT_MS);
    if (found === undefined) {
      throw new Error(`never came: ${String(wanted)}; came: ${JSON.stringify(this.frames.slice(-5))}`);
    }
    return found;
  }

  /** What came of a type, in order. */
  all(type: string): Json[] {
    return this.frames.filter((frame) => frame.type === type);
  }

  /** Everything that was under way when asked has come: a `pong` to a `ping` of its own. */
  async roundTrip(): Promise<void> {
    const pongs = this.all('pong').length;
    this.send({ type: 'ping' });
    const ponged = await this.until(() => (this.all('pong').length > pongs ? true : undefined), FACT_MS);
    if (ponged === undefined) throw new Error(`no pong; came: ${JSON.stringify(this.frames.slice(-5))}`);
  }

  /** Hangs up and waits until that is done. */
  async close(): Promise<void> {
    this.socket.close();
    await this.closed;
  }

  private until<T>(found: () => T | undefined, patience: number): Promise<T | undefined> {
    return new Promise((resolve) => {
      const finish = (value: T | undefined) => {
        clearTimeout(timer);
        this.waiting.delete(check);
        resolve(value);
      };
      const check = () => {
        const value = found();
        if (value !== undefined || this.ended) finish(value);
      };
      const timer = setTimeout(() => finish(undefined), patience);
      this.waiting.add(check);
      check();
    });
  }

  private look(): void {
    for (const check of [...this.waiting]) check();
  }
}

let count = 0;

/** An id no test used before. */
export const unique = (): string => `t-${process.pid}-${Date.now().toString(36)}-${++count}`;
