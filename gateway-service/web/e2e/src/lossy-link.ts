import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import WebSocket, { type RawData, WebSocketServer } from 'ws';
import type { Json } from './wire';

/** A frame that came by: `down` to the client, `up` to the gateway. */
export interface Passed {
  readonly way: 'down' | 'up';
  readonly frame: Json;
}

/**
 * Everything between a client and the gateway. It passes all on, and loses one frame when told to; from then on it
 * passes as many heartbeats as it may, so that a machine that stalls sees no more of them.
 */
export class LossyLink {
  /** What came by since the frame was lost. */
  readonly since: Passed[] = [];
  private unwanted: ((frame: Json) => boolean) | undefined;
  /** How many heartbeats may still pass. */
  private beats = Infinity;
  private lost: (frame: Json) => void = () => undefined;
  private readonly sockets = new WebSocketServer({ noServer: true });

  private constructor(
    private readonly server: Server,
    readonly url: string,
    private readonly gateway: URL,
  ) {
    server.on('request', (asked, answer) => this.forward(asked, answer));
    server.on('upgrade', (asked, socket, head) => this.join(asked, socket, head));
  }

  static async to(gateway: string): Promise<LossyLink> {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    return new LossyLink(server, `http://127.0.0.1:${port}`, new URL(gateway));
  }

  /** Loses the next frame to a client that fits; answers with it the moment it is lost. */
  lose(unwanted: (frame: Json) => boolean, heartbeatsAfter = 1): Promise<Json> {
    this.unwanted = unwanted;
    this.since.length = 0;
    return new Promise((lost) => {
      this.lost = (frame) => {
        this.beats = heartbeatsAfter;
        lost(frame);
      };
    });
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets.clients) socket.terminate();
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private forward(asked: IncomingMessage, answer: ServerResponse): void {
    const { method, url, headers } = asked;
    const onwards = request(new URL(url ?? '/', this.gateway), { method, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(answer);
    });
    onwards.on('error', () => answer.destroy());
    asked.pipe(onwards);
  }

  private join(asked: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { origin } = asked.headers;
    const target = new URL(asked.url ?? '/', this.gateway).href.replace('http', 'ws');
    const up = new WebSocket(target, ['parlor.v1'], origin === undefined ? {} : { origin });
    up.once('open', () => this.sockets.handleUpgrade(asked, socket, head, (down) => this.pass(down, up)));
    up.once('error', () => socket.destroy());
  }

  private pass(down: WebSocket, up: WebSocket): void {
    down.on('message', (data: RawData) => {
      this.note('up', data);
      up.send(String(data));
    });
    up.on('message', (data: RawData) => {
      if (this.note('down', data)) down.send(String(data));
    });
    down.once('close', () => up.close());
    up.once('close', () => down.close());
  }

  /** Whether the frame may pass. */
  private note(way: Passed['way'], data: RawData): boolean {
    const frame = JSON.parse(String(data)) as Json;
    if (way === 'down' && this.unwanted?.(frame)) {
      this.unwanted = undefined;
      this.since.length = 0;
      this.lost(frame);
      return false;
    }
    if (way === 'down' && frame.type === 'heartbeat' && this.beats-- <= 0) return false;
    this.since.push({ way, frame });
    return true;
  }
}
