import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fileSize, fitted, isImage, MOST_FILES, UploadTray } from '../src';

/** What a browser's request does, at the test's word. */
class FakeRequest {
  static made: FakeRequest[] = [];
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  status = 0;
  responseText = '';
  aborted = false;
  url = '';
  headers: Record<string, string> = {};

  constructor() {
    FakeRequest.made.push(this);
  }
  open(_method: string, url: string) {
    this.url = url;
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  getResponseHeader() {
    return null;
  }
  send() {}
  abort() {
    this.aborted = true;
  }
  answer(status: number, body: object) {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload?.();
  }
}

const attachment = {
  id: 'f_1',
  name: 'a.png',
  type: 'image/png',
  size: 3,
  url: '/api/v1/rooms/r/attachments/f_1',
};
const file = (name: string, size = 3) => new File(['x'.repeat(size)], name);
const http = { url: (path: string) => `https://parlor.test/api/v1${path}`, token: () => 'pg_1' };
const newTray = (largest?: number) => new UploadTray({ http, room: 'r 1', largest });
const states = (tray: UploadTray) => tray.getSnapshot().map(({ state }) => state);

beforeEach(() => {
  FakeRequest.made = [];
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
});
afterEach(() => vi.unstubAllGlobals());

describe('a tray', () => {
  it('sends files as they are chosen, two at a time, and says how far each is', async () => {
    const tray = newTray();
    tray.add([file('a.png'), file('b.png'), file('c.png')]);

    expect(states(tray)).toEqual(['sending', 'sending', 'waiting']);
    const [first] = FakeRequest.made;
    expect(first?.url).toBe('https://parlor.test/api/v1/rooms/r%201/attachments');
    expect(first?.headers['Authorization']).toBe('Bearer pg_1');
    first?.upload.onprogress?.({ loaded: 1, total: 4 });
    expect(tray.getSnapshot()[0]?.progress).toBe(0.25);
    first?.answer(201, attachment);
    await vi.waitFor(() => expect(states(tray)).toEqual(['done', 'sending', 'sending']));
  });

  it('gives what is uploaded to one message', async () => {
    const tray = newTray();
    tray.add([file('a.png'), file('b.png')]);
    FakeRequest.made[0]?.answer(201, attachment);
    await vi.waitFor(() => expect(states(tray)[0]).toBe('done'));

    expect(tray.take()).toEqual([attachment]);
    expect(tray.take()).toEqual([]);
    expect(states(tray)).toEqual(['sending']);
  });

  it('says why a file was refused, and tries again on request', async () => {
    const tray = newTray();
    tray.add([file('a.html')]);
    FakeRequest.made[0]?.answer(415, { code: 'unsupported-file' });
    await vi.waitFor(() => expect(tray.getSnapshot()[0]?.problem?.code).toBe('unsupported-file'));

    tray.retry(tray.getSnapshot()[0]?.key ?? '');
    FakeRequest.made[1]?.onerror?.();

    await vi.waitFor(() => expect(tray.getSnapshot()[0]?.problem?.code).toBe('unreachable'));
  });

  it('stops what is taken out and goes on with the next', () => {
    const tray = newTray();
    tray.add([file('a'), file('b'), file('c')]);

    tray.remove(tray.getSnapshot()[0]?.key ?? '');

    expect(FakeRequest.made[0]?.aborted).toBe(true);
    expect(states(tray)).toEqual(['sending', 'sending']);
  });

  it('does not try what is too large or empty, nor more than a message can have', () => {
    const tray = newTray(5);
    tray.add([file('large', 6), file('fits', 5), file('empty', 0)]);
    expect(tray.getSnapshot().map(({ problem }) => problem?.code)).toEqual([
      'too-large',
      undefined,
      'broken-file',
    ]);
    tray.add(Array.from({ length: 30 }, (_, number) => file(`f${number}`)));

    expect(tray.getSnapshot()).toHaveLength(MOST_FILES);
  });
});

describe('files in words and pixels', () => {
  it('are kilobytes, and megabytes from one on', () => {
    expect(fileSize('en', 10)).toBe('1 kB');
    expect(fileSize('en', 900 * 1024)).toBe('900 kB');
    expect(fileSize('de', 2.5 * 1024 * 1024)).toBe('2,5 MB');
  });

  it('fit into a square and are never enlarged', () => {
    const sized = (width: number, height: number) => ({ ...attachment, width, height });
    expect(fitted(sized(4000, 1000), 200)).toEqual({ width: 200, height: 50 });
    expect(fitted(sized(10, 20), 200)).toEqual({ width: 10, height: 20 });
    expect(isImage(attachment)).toBe(false);
    expect(isImage(sized(1, 1))).toBe(true);
  });
});
