import type { ServerFrame, Welcome } from '../../src';

type Sent = { readonly type: string; readonly ref?: string } & Record<string, unknown>;

/** A WebSocket whose other end is the test. */
export class FakeSocket {
  readonly sent: Sent[] = [];
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  closedByClient = false;

  send(data: string): void {
    this.sent.push(JSON.parse(data) as Sent);
  }

  close(): void {
    this.closedByClient = true;
    this.readyState = 3;
  }

  opens(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  receives(frame: ServerFrame): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  closes(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }

  last(type: string): Sent {
    const frame = this.sent.findLast((sent) => sent.type === type);
    if (!frame) throw new Error(`no ${type} in ${JSON.stringify(this.sent)}`);
    return frame;
  }

  count(type: string): number {
    return this.sent.filter((sent) => sent.type === type).length;
  }
}

export const welcome: Welcome = {
  type: 'welcome',
  connection: 'c_1',
  self: { id: 'g_me', kind: 'guest', name: 'Me', roles: [] },
  heartbeatMs: 25_000,
  limits: { frameBytes: 65_536, textChars: 10_000, sendsPer10s: 20, fileBytes: 1_000_000 },
};

/** Hands out sockets and remembers them. */
export class FakeNetwork {
  readonly sockets: FakeSocket[] = [];

  readonly create = (): WebSocket => {
    const socket = new FakeSocket();
    this.sockets.push(socket);
    return socket as unknown as WebSocket;
  };

  get socket(): FakeSocket {
    return this.sockets.at(-1)!;
  }

  /** The newest socket opens and is welcomed. */
  connects(): FakeSocket {
    this.socket.opens();
    this.socket.receives(welcome);
    return this.socket;
  }
}
