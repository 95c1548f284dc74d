import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';
import { refuse, Rest } from './rest';
import { Sockets } from './sockets';
import type { World } from './world';

const DIST = fileURLToPath(new URL('../../../dist/console', import.meta.url));
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
/** The same as the real gateway's for the console. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "media-src 'self' blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A gateway for one colleague, in memory: enough of the protocol to see every screen of the built console. */
export class FakeGateway {
  readonly sockets: Sockets;
  readonly rest: Rest;
  readonly #server: Server;

  private constructor(readonly world: World) {
    this.sockets = new Sockets(world);
    this.rest = new Rest(world, this.sockets);
    this.#server = createServer((request, response) => void this.#serve(request, response));
    const upgrade = new WebSocketServer({ server: this.#server, path: '/ws' });
    upgrade.on('connection', (socket) => this.sockets.accept(socket));
  }

  static async start(world: World, port = 0): Promise<FakeGateway> {
    const gateway = new FakeGateway(world);
    await new Promise<void>((resolve) => gateway.#server.listen(port, '127.0.0.1', resolve));
    return gateway;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.sockets.drop();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fake');
    if (url.pathname.startsWith('/api/v1/')) {
      return this.rest.answer(request, url, response).catch(() => refuse(response, 500, 'internal'));
    }
    const name = url.pathname.replace(/^\/console\//, '');
    const wanted = join(DIST, name);
    const file =
      extname(name) && existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(DIST, 'index.html');
    response.writeHead(200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Security-Policy': POLICY,
    });
    createReadStream(file).pipe(response);
  }
}
