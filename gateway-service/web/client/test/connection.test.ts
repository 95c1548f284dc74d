import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backoff, Connection, type ServerFrame } from '../src';
import { afterClose } from '../src/backoff';
import { FakeNetwork, welcome } from './support/sockets';

describe('the delay before a reconnection', () => {
  it('is random in [0, min(30 s, 0.5 s · 2ⁿ)]', () => {
    expect([0, 1, 2, 5, 6, 50].map((n) => backoff(n, 1))).toEqual([500, 1000, 2000, 16_000, 30_000, 30_000]);
    expect(backoff(3, 0)).toBe(0);
  });

  it('obeys the closing code', () => {
    expect(afterClose(4400, 0, 1, undefined)).toEqual({ stop: 'rejected' });
    expect(afterClose(4401, 0, 1, undefined)).toEqual({ stop: 'signed-out' });
    expect(afterClose(4429, 0, 0, 7000)).toEqual({ waitMs: 7000 });
    expect(afterClose(1012, 5, 0.5, 4000)).toEqual({ waitMs: 2000 });
    expect(afterClose(1013, 0, 1, undefined)).toEqual({ waitMs: 1000 });
    expect(afterClose(1006, 1, 1, undefined)).toEqual({ waitMs: 1000 });
  });
});

describe('a connection', () => {
  let network: FakeNetwork;
  let connection: Connection;
  let frames: ServerFrame[];

  beforeEach(() => {
    vi.useFakeTimers();
    network = new FakeNetwork();
    frames = [];
    const options = { url: 'ws://parlor/ws', token: () => 'pg_secret', client: 'test' };
    connection = new Connection({ ...options, webSocket: network.create, random: () => 1 });
    connection.onFrame((frame) => frames.push(frame));
    connection.start();
  });

  afterEach(() => {
    connection.stop();
    vi.useRealTimers();
  });

  it('says hello first and is online after the welcome', () => {
    network.socket.opens();

    expect(network.socket.sent).toEqual([{ type: 'hello', token: 'pg_secret', client: 'test' }]);
    expect(connection.getSnapshot().state).toBe('connecting');
    network.socket.receives(welcome);
    expect(connection.getSnapshot()).toMatchObject({ state: 'online', self: { id: 'g_me' } });
  });

  it('comes back after growing delays', () => {
    network.socket.closes(1006);
    expect(connection.getSnapshot()).toMatchObject({ state: 'waiting', retryAt: Date.now() + 500 });
    vi.advanceTimersByTime(500);
    network.socket.closes(1006);
    vi.advanceTimersByTime(999);
    expect(network.sockets).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(network.sockets).toHaveLength(3);
  });

  it('starts the backoff anew only after a connection that lasted', () => {
    network.connects().closes(1013);
    vi.advanceTimersByTime(1000);
    network.connects().closes(1006);
    expect(connection.getSnapshot().retryAt).toBe(Date.now() + 1000);

    vi.advanceTimersByTime(1000);
    network.connects();
    vi.advanceTimersByTime(10_000);
    network.socket.closes(1006);
    expect(connection.getSnapshot().retryAt).toBe(Date.now() + 500);
  });

  it('stops when its credentials ended, and starts again when told', () => {
    network.connects().closes(4401);
    vi.advanceTimersByTime(120_000);

    expect(connection.getSnapshot()).toEqual({ state: 'stopped', reason: 'signed-out' });
    expect(network.sockets).toHaveLength(1);
    connection.start();
    expect(network.sockets).toHaveLength(2);
  });

  it('waits as long as the last error said', () => {
    const socket = network.connects();
    socket.receives({ type: 'error', code: 'too-many', message: 'Slow down', retryAfterMs: 20_000 });
    socket.closes(4429);

    expect(connection.getSnapshot().retryAt).toBe(Date.now() + 20_500);
  });

  it('answers a request by its ref', async () => {
    const socket = network.connects();
    const first = connection.request({ type: 'room.leave', room: 'r_1' });
    const second = connection.request({ type: 'room.leave', room: 'r_2' });
    const [one, two] = socket.sent.slice(-2).map(({ ref }) => ref!);

    socket.receives({ type: 'room.left', room: 'r_2', ref: two! });
    socket.receives({ type: 'error', code: 'not-a-member', message: 'No', ref: one! });

    expect(await second).toMatchObject({ room: 'r_2' });
    await expect(first).rejects.toMatchObject({ name: 'Problem', code: 'not-a-member' });
  });

  it('never leaves a request without an end', async () => {
    await expect(connection.request({ type: 'room.leave', room: 'r_1' })).rejects.toMatchObject({
      code: 'disconnected',
    });
    const socket = network.connects();
    const unanswered = connection.request({ type: 'room.leave', room: 'r_1' });
    const lost = connection.request({ type: 'room.leave', room: 'r_2' });
    const outcomes = Promise.allSettled([unanswered, lost]);
    socket.closes(1006);

    const codes = (await outcomes).map((outcome) => 'reason' in outcome && outcome.reason.code);
    expect(codes).toEqual(['disconnected', 'disconnected']);
  });

  it('calls the outcome of a request unknown when no answer comes', async () => {
    network.connects();
    const request = connection.request({ type: 'room.leave', room: 'r_1' });
    const expected = expect(request).rejects.toMatchObject({ code: 'unknown-outcome' });
    vi.advanceTimersByTime(10_000);
    await expected;
  });

  it('pings every heartbeat and drops a socket that stays silent', () => {
    const socket = network.connects();
    vi.advanceTimersByTime(25_000);
    expect(socket.count('ping')).toBe(1);
    vi.advanceTimersByTime(5_000);
    expect(socket.count('ping')).toBe(2);
    vi.advanceTimersByTime(5_000);

    expect(socket.closedByClient).toBe(true);
    expect(connection.getSnapshot().state).toBe('waiting');
  });

  it('lives as long as anything is heard', () => {
    const socket = network.connects();
    for (let i = 0; i < 10; i++) {
      vi.advanceTimersByTime(25_000);
      socket.receives({ type: 'heartbeat', at: '', heads: {} });
    }
    expect(connection.getSnapshot().state).toBe('online');
    expect(network.sockets).toHaveLength(1);
  });

  it('gives up a handshake that hangs', () => {
    network.socket.opens();
    vi.advanceTimersByTime(10_000);
    expect(connection.getSnapshot().state).toBe('waiting');
  });

  it('ignores what is not a frame', () => {
    const socket = network.connects();
    socket.onmessage?.({ data: 'not json' });
    socket.onmessage?.({ data: '[1]' });
    socket.onmessage?.({ data: 'null' });
    expect(frames.map(({ type }) => type)).toEqual(['welcome']);
  });

  it('tries at once when asked to', () => {
    network.socket.closes(1006);
    connection.retryNow();
    expect(network.sockets).toHaveLength(2);
    vi.advanceTimersByTime(5_000);
    expect(network.sockets).toHaveLength(2);
  });

  it('tells watchers only of changes, by a stable snapshot', () => {
    const states: string[] = [];
    connection.subscribe(() => states.push(connection.getSnapshot().state));
    network.connects();
    const before = connection.getSnapshot();
    network.socket.receives({ type: 'pong' });

    expect(connection.getSnapshot()).toBe(before);
    expect(states).toEqual(['online']);
  });
});
