import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = resolve(import.meta.dirname, '../../../..');
const START_TIMEOUT_MS = 180_000;
const KEPT_LINES = 40;

/** Options for one machine that plays all the people: their limits are per address. */
const ONE_ADDRESS = [
  '--parlor.guest.starts-per-hour=1000',
  '--parlor.gateway.admission.handshakes=1000',
  '--parlor.gateway.admission.per-address=1000',
];

/** Options for programs of the tests that are told what happens: they run on this machine. */
const RECEIVERS = [
  '--parlor.gateway.egress.http=true',
  '--parlor.gateway.egress.private-addresses=127.0.0.1',
];

/** Options for a machine that stalls for seconds: what is late then is neither lost nor gone. */
const STALLING = [
  '--parlor.gateway.commands.answer-timeout=60s',
  '--parlor.gateway.delivery.fetch-timeout=30s',
  '--parlor.gateway.health.patience=30s',
  '--parlor.gateway.limits.answer=60s',
  '--parlor.gateway.limits.silence=60s',
  '--parlor.gateway.socket.missed-pings=60',
  '--parlor.presence.node-silence=5m',
  '--spring.cloud.gateway.server.webflux.httpclient.response-timeout=60s',
];

/** Below the ports the system gives to whoever asks for any: a stack that is down for a while finds its own again. */
const PORTS = { from: 20_000, to: 32_000 };

export const ADMINISTRATOR = { email: 'admin@example.org', password: 'a long password for tests' };

export interface Choices {
  /** Options of `./parlor start`. */
  readonly flags?: readonly string[];
  /** Spring properties, as `--key=value`; they may name where the system will be. */
  readonly properties?: readonly string[] | ((url: string) => readonly string[]);
}

/** The whole system on a free port and in a scratch folder, started through the one door. */
export class Stack {
  readonly url: string;
  private process: ChildProcess | undefined;
  private readonly lines: string[] = [];

  private constructor(
    readonly port: number,
    private readonly data: string,
    private readonly choices: Choices,
  ) {
    this.url = `http://localhost:${port}`;
  }

  static async start(choices: Choices = {}): Promise<Stack> {
    const stack = new Stack(await freePort(), mkdtempSync(join(tmpdir(), 'parlor-e2e-')), choices);
    await stack.run();
    return stack;
  }

  /** Starts what was killed or never ran, and waits until it can serve. */
  async run(): Promise<void> {
    const options = [
      'start',
      '--port',
      String(this.port),
      '--data',
      this.data,
      ...(this.choices.flags ?? []),
      '--',
      ...ONE_ADDRESS,
      ...RECEIVERS,
      ...STALLING,
      ...this.properties(),
    ];
    const child = spawn(join(ROOT, 'parlor'), options, {
      env: {
        ...process.env,
        PARLOR_ADMIN_EMAIL: ADMINISTRATOR.email,
        PARLOR_ADMIN_PASSWORD: ADMINISTRATOR.password,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    child.stdout.on('data', (text: Buffer) => this.remember(text));
    child.stderr.on('data', (text: Buffer) => this.remember(text));
    this.process = child;
    await this.served(child);
  }

  private properties(): readonly string[] {
    const { properties = [] } = this.choices;
    return typeof properties === 'function' ? properties(this.url) : properties;
  }

  /** Kills the one JVM, as a power cut would. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.process?.once('exit', resolve));
    this.process?.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process?.once('exit', resolve));
    this.process?.kill('SIGTERM');
    await ended;
    rmSync(this.data, { recursive: true, force: true });
  }

  /** What the system keeps for its owner alone. */
  secret(name: string): string {
    return readFileSync(join(this.data, 'secrets', name), 'utf8').trim();
  }

  /** Waits by itself, because what is set up for all tests has nothing of vitest's. */
  private async served(child: ChildProcess): Promise<void> {
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (!(await this.healthy(child))) {
      if (Date.now() > deadline) throw new Error(`not healthy in time:\n${this.lines.join('')}`);
      await pause(250);
    }
  }

  private async healthy(child: ChildProcess): Promise<boolean> {
    if (child.exitCode !== null) {
      throw new Error(`./parlor start ended with ${child.exitCode}:\n${this.lines.join('')}`);
    }
    return fetch(`${this.url}/api/v1/health`).then(
      (answer) => answer.ok,
      () => false,
    );
  }

  private remember(text: Buffer): void {
    this.lines.push(text.toString());
    this.lines.splice(0, Math.max(0, this.lines.length - KEPT_LINES));
  }
}

export async function freePort(): Promise<number> {
  const port = PORTS.from + Math.floor(Math.random() * (PORTS.to - PORTS.from));
  return (await isFree(port)) ? port : freePort();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const server = createServer();
    server.once('error', () => answer(false));
    server.listen(port, () => server.close(() => answer(true)));
  });
}
