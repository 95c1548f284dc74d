import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Lock, type MessageAck, memoryStorage, Outbox, outboxStorage, Problem } from '../src';
import type { OutgoingMessage } from '../src';
import { PATIENCE } from '../../testing/patience';

/** A server that stores each id once and answers in its own time. */
class FakeServer {
  readonly stored: string[] = [];
  readonly received: string[] = [];
  online = true;
  refuse: (message: OutgoingMessage) => Problem | undefined = () => undefined;

  /** The most sends that waited for an answer at the same time. */
  mostAtOnce = 0;
  #atOnce = 0;

  readonly send = async (message: OutgoingMessage): Promise<MessageAck> => {
    this.received.push(message.id);
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#atOnce);
    await new Promise((resolve) => setImmediate(resolve));
    this.#atOnce--;
    const problem = this.refuse(message);
    if (problem) throw problem;
    if (!this.stored.includes(message.id)) this.stored.push(message.id);
    const seq = this.stored.indexOf(message.id) + 1;
    return { type: 'message.ack', room: message.room, id: message.id, seq, at: '' };
  };
}

/** One lock for all tabs of the test. */
function sharedLock(): Lock {
  const queues = new Map<string, Promise<void>>();
  return (name, work) => {
    const next = (queues.get(name) ?? Promise.resolve()).then(work);
    queues.set(
      name,
      next.catch(() => undefined),
    );
    return next;
  };
}

const opened: Outbox[] = [];
function tab(server: FakeServer, owner = 'g_me', storage = memoryStorage(), lock = sharedLock()): Outbox {
  const outbox = new Outbox({ owner, storage, lock, send: server.send, online: () => server.online });
  opened.push(outbox);
  return outbox;
}

const states = (outbox: Outbox) => outbox.getSnapshot().map(({ id, state }) => [id, state]);

afterEach(() => {
  for (const outbox of opened.splice(0)) outbox.close();
});

describe('the outbox', () => {
  it('shows a message queued, sent and acknowledged', async () => {
    const server = new FakeServer();
    const outbox = tab(server);
    const seen: string[] = [];
    outbox.subscribe(() => seen.push(outbox.getSnapshot()[0]?.state ?? 'gone'));

    await outbox.add('r_1', { text: 'Hello' }, 'm1');
    outbox.settle('r_1', 'm1');

    expect([...new Set(seen)]).toEqual(['queued', 'sent', 'acked', 'gone']);
  });

  it('keeps messages over a reload and sends them in order by the same ids', async () => {
    const server = new FakeServer();
    server.online = false;
    const before = tab(server, 'g_reload', outboxStorage());
    for (const id of ['m1', 'm2', 'm3']) await before.add('r_1', { text: id }, id);
    before.close();

    const after = tab(server, 'g_reload', outboxStorage());
    await after.flush();
    expect(states(after).map(([id]) => id)).toEqual(['m1', 'm2', 'm3']);
    server.online = true;
    await after.flush();

    expect(server.stored).toEqual(['m1', 'm2', 'm3']);
    expect(await outboxStorage().load('g_reload')).toEqual([]);
  });

  it('never shows or sends what another member wrote', async () => {
    const server = new FakeServer();
    server.online = false;
    await tab(server, 'g_one', outboxStorage()).add('r_1', { text: 'secret' }, 'm1');
    server.online = true;

    const other = tab(server, 'g_two', outboxStorage());
    await other.flush();

    expect(other.getSnapshot()).toEqual([]);
    expect(server.received).toEqual([]);
  });

  it('sends once and in order when several tabs flush at the same time', async () => {
    const [server, storage, lock] = [new FakeServer(), memoryStorage(), sharedLock()];
    server.online = false;
    const tabs = [1, 2, 3].map(() => tab(server, 'g_me', storage, lock));
    for (let i = 0; i < 9; i++) await tabs[i % 3]!.add('r_1', { text: `${i}` }, `m${i}`);
    server.online = true;

    await Promise.all(tabs.map((one) => one.flush()));

    expect(server.received).toEqual(['m0', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8']);
  });

  it('sends one at a time where there are no locks', async () => {
    const server = new FakeServer();
    const outbox = tab(server, 'g_me', memoryStorage(), (_, work) => work());

    await Promise.all(['m1', 'm2', 'm3'].map((id) => outbox.add('r_1', { text: id }, id)));
    await vi.waitFor(() => expect(server.stored).toHaveLength(3), PATIENCE);

    expect(server.received).toEqual(['m1', 'm2', 'm3']);
    expect(server.mostAtOnce).toBe(1);
  });

  it('stores a message once though its acknowledgement was lost', async () => {
    const server = new FakeServer();
    const outbox = tab(server);
    const send = server.send;
    let losing = true;
    const lossy = async (message: OutgoingMessage) => {
      const ack = await send(message);
      if (losing) {
        losing = server.online = false;
        throw new Problem('disconnected', 'gone');
      }
      return ack;
    };
    const flaky = new Outbox({
      owner: 'g_me',
      storage: memoryStorage(),
      send: lossy,
      online: () => server.online,
    });
    opened.push(outbox, flaky);

    await flaky.add('r_1', { text: 'once' }, 'm1');
    expect(states(flaky)).toEqual([['m1', 'queued']]);
    server.online = true;
    await flaky.flush();

    expect(server.received).toEqual(['m1', 'm1']);
    expect(server.stored).toEqual(['m1']);
    expect(states(flaky)).toEqual([['m1', 'acked']]);
  });

  it('fails with a reason, lets the next one pass, and retries by the same id', async () => {
    const server = new FakeServer();
    const outbox = tab(server);
    server.refuse = ({ id }) => (id === 'm1' ? new Problem('muted', 'No') : undefined);

    await outbox.add('r_1', { text: 'one' }, 'm1');
    await outbox.add('r_1', { text: 'two' }, 'm2');
    expect(outbox.getSnapshot()).toMatchObject([{ state: 'failed', reason: 'muted' }, { state: 'acked' }]);
    server.refuse = () => undefined;
    await outbox.retry('r_1', 'm1');

    expect(server.stored).toEqual(['m2', 'm1']);
    expect(outbox.getSnapshot()[0]).not.toHaveProperty('reason');
  });

  it('waits as long as it is told when it sent too much', async () => {
    const server = new FakeServer();
    const outbox = tab(server);
    let refusals = 1;
    server.refuse = () =>
      refusals-- > 0 ? new Problem('too-many', 'Slow down', { retryAfterMs: 60 }) : undefined;

    const began = performance.now();
    await outbox.add('r_1', { text: 'one' }, 'm1');

    expect(server.received).toEqual(['m1', 'm1']);
    expect(performance.now() - began).toBeGreaterThanOrEqual(59);
  });

  it('may be closed while something is on its way', async () => {
    const server = new FakeServer();
    const outbox = tab(server);

    const added = outbox.add('r_1', { text: 'one' }, 'm1');
    outbox.close();

    await expect(added).resolves.toBeUndefined();
    expect(server.stored).toEqual(['m1']);
  });

  it('asks its sender after five sends without any answer', async () => {
    const server = new FakeServer();
    const outbox = tab(server);
    server.refuse = () => new Problem('unknown-outcome', 'No answer');

    await outbox.add('r_1', { text: 'one' }, 'm1');

    expect(server.received).toHaveLength(5);
    expect(outbox.getSnapshot()).toMatchObject([{ state: 'failed', reason: 'unknown-outcome' }]);
  });

  it('forgets what another tab delivered or discarded', async () => {
    const [server, storage] = [new FakeServer(), memoryStorage()];
    server.online = false;
    const [one, two] = [tab(server, 'g_me', storage), tab(server, 'g_me', storage)];
    await one.add('r_1', { text: 'one' }, 'm1');
    await two.flush();
    expect(states(two)).toEqual([['m1', 'queued']]);

    await one.discard('r_1', 'm1');
    await two.flush();

    expect(two.getSnapshot()).toEqual([]);
  });

  it('works in memory where there is no storage', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const server = new FakeServer();
    const outbox = tab(server, 'g_me', outboxStorage());

    await outbox.add('r_1', { text: 'one' }, 'm1');

    expect(server.stored).toEqual(['m1']);
    vi.unstubAllGlobals();
  });

  it('does not let one room wait for another', async () => {
    const server = new FakeServer();
    server.refuse = ({ room }) => {
      if (room !== 'r_slow') return undefined;
      server.refuse = () => undefined;
      return new Problem('too-many', 'Slow', { retryAfterMs: 30 });
    };
    const outbox = tab(server);

    await Promise.all([outbox.add('r_slow', { text: 'a' }, 'm1'), outbox.add('r_fast', { text: 'b' }, 'm2')]);

    expect(server.stored).toEqual(['m2', 'm1']);
  });
});
