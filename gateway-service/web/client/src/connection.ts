import { afterClose } from './backoff';
import { Observable } from './observable';
import { Problem } from './problem';
import type { RequestFrame, SignalFrame } from './client-frames';
import type { ServerFrame, Welcome } from './protocol';
import { Requests } from './requests';
import type { ConnectionSnapshot } from './types';

const PROTOCOL = 'parlor.v1';
const HANDSHAKE_MS = 10_000;
const ANSWER_MS = 10_000;
/** How long a socket under suspicion may stay silent after a ping. */
const SUSPICION_MS = 5_000;
/** Only a connection that lasted this long starts the backoff from the beginning. */
const STABLE_MS = 10_000;
const DEFAULT_HEARTBEAT_MS = 25_000;
const OPEN = 1;

export interface ConnectionOptions {
  readonly url: string;
  readonly token?: (() => string | undefined) | undefined;
  readonly client?: string | undefined;
  readonly webSocket?: ((url: string, protocol: string) => WebSocket) | undefined;
  readonly random?: (() => number) | undefined;
}

type Timer = ReturnType<typeof setTimeout>;
type FrameListener = (frame: ServerFrame) => void;

/**
 * One socket that comes back by itself. Frames are handed on in the order they arrive; a `welcome` tells
 * listeners that everything has to be opened again.
 */
export class Connection extends Observable<ConnectionSnapshot> {
  readonly #options: ConnectionOptions;
  readonly #listeners = new Set<FrameListener>();
  readonly #requests = new Requests();
  #socket: WebSocket | undefined;
  #attempt = 0;
  #heartbeatMs = DEFAULT_HEARTBEAT_MS;
  /** When the last welcome came; 0 while there is none. */
  #welcomedAt = 0;
  /** The `retryAfterMs` of the last error on this socket. */
  #toldMs: number | undefined;
  #retry: Timer | undefined;
  /** Ends a handshake that takes too long, later a socket that does not answer a ping. */
  #deadline: Timer | undefined;
  /** The next ping. */
  #pulse: Timer | undefined;

  constructor(options: ConnectionOptions) {
    super({ state: 'idle' });
    this.#options = options;
  }

  start(): void {
    const { state } = this.getSnapshot();
    if (state !== 'idle' && state !== 'stopped') return;
    globalThis.addEventListener?.('online', this.#wake);
    globalThis.addEventListener?.('offline', this.#suspect);
    globalThis.document?.addEventListener('visibilitychange', this.#suspect);
    this.#attempt = 0;
    this.#connect();
  }

  stop(): void {
    this.#end({ state: 'idle' });
  }

  /** Tries at once instead of waiting for the delay to pass. */
  retryNow(): void {
    const { state } = this.getSnapshot();
    if (state === 'waiting' || state === 'offline') this.#connect();
  }

  onFrame(listener: FrameListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Fails with a [Problem]: what the server refused, `disconnected`, or `unknown-outcome` after 10 s. */
  request(frame: RequestFrame): Promise<ServerFrame> {
    if (!this.online) return Promise.reject(new Problem('disconnected', 'There is no connection'));
    return this.#requests.ask(ANSWER_MS, (ref) => this.#put({ ...frame, ref }));
  }

  /** Sends what may get lost; says whether there was a connection. */
  signal(frame: SignalFrame): boolean {
    if (this.online) this.#put(frame);
    return this.online;
  }

  get online(): boolean {
    return this.getSnapshot().state === 'online';
  }

  #connect(): void {
    clearTimeout(this.#retry);
    this.#toldMs = undefined;
    this.set({ state: 'connecting' });
    const create = this.#options.webSocket ?? ((url, protocol) => new WebSocket(url, protocol));
    const socket = create(this.#options.url, PROTOCOL);
    this.#socket = socket;
    this.#deadline = setTimeout(() => this.#lost(1006), HANDSHAKE_MS);
    socket.onopen = () => this.#hello();
    socket.onmessage = (event) => this.#receive(event.data);
    socket.onclose = (event) => this.#lost(event.code);
  }

  #hello(): void {
    const token = this.#options.token?.();
    const { client } = this.#options;
    this.#put({ type: 'hello', ...(token ? { token } : {}), ...(client ? { client } : {}) });
  }

  #put(frame: object): void {
    if (this.#socket?.readyState === OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #receive(data: unknown): void {
    const frame = parse(data);
    if (!frame) return;
    if (frame.type === 'welcome') this.#welcome(frame);
    else if (this.online) this.#listen();
    if (frame.type === 'error') this.#toldMs = frame.retryAfterMs;
    for (const listener of [...this.#listeners]) listener(frame);
    this.#requests.settle(frame);
  }

  #welcome({ self, limits, heartbeatMs }: Welcome): void {
    this.#welcomedAt = Date.now();
    this.#heartbeatMs = heartbeatMs > 0 ? heartbeatMs : DEFAULT_HEARTBEAT_MS;
    this.#listen();
    this.set({ state: 'online', self, limits });
  }

  /** Any frame proves the socket alive. A ping goes out in every heartbeat, whoever talked before. */
  #listen(): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(this.#suspect, this.#heartbeatMs + SUSPICION_MS);
    this.#pulse ??= setTimeout(() => {
      this.#pulse = undefined;
      this.#put({ type: 'ping' });
    }, this.#heartbeatMs);
  }

  /** Back from sleep, another network, too long a silence: ask, and give up soon if nothing comes. */
  readonly #suspect = (): void => {
    if (!this.online) return;
    clearTimeout(this.#deadline);
    this.#put({ type: 'ping' });
    this.#deadline = setTimeout(() => this.#lost(1006), SUSPICION_MS);
  };

  readonly #wake = (): void => {
    this.#suspect();
    this.retryNow();
  };

  #lost(code: number): void {
    const longEnough = this.#welcomedAt > 0 && Date.now() - this.#welcomedAt >= STABLE_MS;
    if (longEnough) this.#attempt = 0;
    const random = (this.#options.random ?? Math.random)();
    const next = afterClose(code, this.#attempt++, random, this.#toldMs);
    if ('stop' in next) return this.#end({ state: 'stopped', reason: next.stop });
    this.#forget();
    this.#retry = setTimeout(() => this.#connect(), next.waitMs);
    const state = globalThis.navigator?.onLine === false ? 'offline' : 'waiting';
    this.set({ state, retryAt: Date.now() + next.waitMs });
    this.#requests.abandon();
  }

  #end(snapshot: ConnectionSnapshot): void {
    globalThis.removeEventListener?.('online', this.#wake);
    globalThis.removeEventListener?.('offline', this.#suspect);
    globalThis.document?.removeEventListener('visibilitychange', this.#suspect);
    this.#forget();
    this.set(snapshot);
    this.#requests.abandon();
  }

  #forget(): void {
    for (const timer of [this.#retry, this.#deadline, this.#pulse]) clearTimeout(timer);
    this.#pulse = undefined;
    this.#welcomedAt = 0;
    const socket = this.#socket;
    this.#socket = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }
}

function parse(data: unknown): ServerFrame | undefined {
  try {
    const frame: unknown = typeof data === 'string' ? JSON.parse(data) : undefined;
    const known = typeof frame === 'object' && frame !== null && 'type' in frame;
    return known ? (frame as ServerFrame) : undefined;
  } catch {
    return undefined;
  }
}
