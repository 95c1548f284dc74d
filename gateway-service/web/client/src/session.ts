import type { RoomApi } from './api';
import { Connection, type ConnectionOptions } from './connection';
import { createHttp, type HttpOptions } from './http';
import { roomApi } from './api';
import { type Lock, Outbox } from './outbox';
import { outboxStorage, type OutboxStorage } from './outbox-storage';
import type { MessageAck, ServerFrame } from './protocol';
import { RoomStore } from './room-store';
import type { OutgoingMessage } from './types';

export interface SessionOptions extends HttpOptions {
  /** The member's own id: whose outbox this is. */
  readonly owner: string;
  readonly client?: string;
  readonly api?: Pick<RoomApi, 'timeline'>;
  readonly webSocket?: ConnectionOptions['webSocket'];
  readonly random?: () => number;
  readonly storage?: OutboxStorage;
  readonly lock?: Lock;
}

/** One member's live state: a connection, the rooms opened on it and what is on its way. */
export class Session {
  readonly owner: string;
  readonly connection: Connection;
  readonly outbox: Outbox;
  readonly #rooms = new Map<string, RoomStore>();
  readonly #api: Pick<RoomApi, 'timeline'>;

  constructor(options: SessionOptions) {
    const { owner, token, webSocket, client, random, lock } = options;
    this.owner = owner;
    this.#api = options.api ?? roomApi(createHttp(options));
    this.connection = new Connection({ url: socketUrl(options.baseUrl), token, webSocket, client, random });
    this.outbox = new Outbox({
      owner,
      lock,
      storage: options.storage ?? outboxStorage(),
      send: (message) => this.#send(message),
      online: () => this.connection.online,
    });
    this.connection.onFrame((frame) => this.#route(frame));
    this.connection.subscribe(() => this.#connectionChanged());
  }

  start(): void {
    void this.outbox.flush();
    this.connection.start();
  }

  stop(): void {
    this.connection.stop();
    this.outbox.close();
  }

  /** The one store of that room. Nothing is asked of the server before it is opened. */
  room(id: string): RoomStore {
    const known = this.#rooms.get(id);
    if (known) return known;
    const { connection, outbox, owner } = this;
    const store = new RoomStore(id, { connection, outbox, api: this.#api, owner });
    this.#rooms.set(id, store);
    return store;
  }

  onFrame(listener: (frame: ServerFrame) => void): () => void {
    return this.connection.onFrame(listener);
  }

  /** Rooms first, then the outbox: what was stored before the connection broke is then known. */
  #route(frame: ServerFrame): void {
    if (frame.type === 'welcome' || frame.type === 'heartbeat') {
      for (const store of this.#rooms.values()) store.handle(frame);
    } else if ('room' in frame && typeof frame.room === 'string') {
      this.#rooms.get(frame.room)?.handle(frame);
    }
    if (frame.type === 'welcome') void this.outbox.flush();
  }

  #connectionChanged(): void {
    if (!this.connection.online) for (const store of this.#rooms.values()) store.disconnected();
  }

  async #send({ room, id, text, replyTo, attachments, mentions }: OutgoingMessage): Promise<MessageAck> {
    const answer = await this.connection.request({
      type: 'message.send',
      room,
      id,
      text,
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(attachments === undefined ? {} : { attachments }),
      ...(mentions === undefined ? {} : { mentions }),
    });
    return answer as MessageAck;
  }
}

/** `…/ws` on the gateway's origin, by default the page's own. */
function socketUrl(baseUrl = ''): string {
  const url = new URL(`${baseUrl}/ws`, globalThis.location?.href);
  url.protocol = url.protocol.replace('http', 'ws');
  return url.href;
}
