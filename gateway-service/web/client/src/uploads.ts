import type { Http } from './http';
import { randomId } from './ids';
import { Observable } from './observable';
import { Problem, problemOf, unreachable } from './problem';
import type { Attachment } from './protocol';

/** The most files a message can have. */
export const MOST_FILES = 20;
const AT_ONCE = 2;

/** A file chosen for the next message. */
export interface UploadItem {
  readonly key: string;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'done' | 'failed';
  /** 0 to 1; 1 also while the server looks at what it got. */
  readonly progress: number;
  /** Why it failed. */
  readonly problem?: Problem;
  readonly attachment?: Attachment;
}

export interface UploadTrayOptions {
  readonly http: Pick<Http, 'url' | 'token'>;
  readonly room: string;
  /** The largest file that is worth trying. */
  readonly largest?: number | undefined;
}

/** The files of one room's next message: sent to the server as soon as they are chosen, a few at a time. */
export class UploadTray extends Observable<readonly UploadItem[]> {
  readonly #options: UploadTrayOptions;
  readonly #running = new Map<string, XMLHttpRequest>();

  constructor(options: UploadTrayOptions) {
    super([]);
    this.#options = options;
  }

  add(files: Iterable<File>): void {
    const items = [...files].map((file) => this.#chosen(file));
    const room = MOST_FILES - this.getSnapshot().length;
    this.set([...this.getSnapshot(), ...items.slice(0, Math.max(0, room))]);
    this.#next();
  }

  /** Stops it if it is under way, and takes it out. */
  remove(key: string): void {
    this.#running.get(key)?.abort();
    this.#running.delete(key);
    this.set(this.getSnapshot().filter((item) => item.key !== key));
    this.#next();
  }

  retry(key: string): void {
    const failed = this.getSnapshot().find((item) => item.key === key && item.state === 'failed');
    if (!failed) return;
    this.#replace(key, { ...this.#chosen(failed.file), key });
    this.#next();
  }

  /** What is uploaded, for the message that is sent now; the tray is empty of it afterwards. */
  take(): readonly Attachment[] {
    const done = this.getSnapshot().flatMap(({ attachment }) => attachment ?? []);
    this.set(this.getSnapshot().filter(({ state }) => state !== 'done'));
    return done;
  }

  /** Stops everything and forgets it. */
  clear(): void {
    for (const { key } of this.getSnapshot()) this.remove(key);
  }

  #chosen(file: File): UploadItem {
    const { largest } = this.#options;
    const item: UploadItem = { key: randomId(), file, state: 'waiting', progress: 0 };
    if (file.size === 0) return { ...item, state: 'failed', problem: new Problem('broken-file', '') };
    if (largest === undefined || file.size <= largest) return item;
    return { ...item, state: 'failed', problem: new Problem('too-large', '') };
  }

  #next(): void {
    const waiting = this.getSnapshot().filter(({ state }) => state === 'waiting');
    for (const item of waiting.slice(0, AT_ONCE - this.#running.size)) void this.#send(item);
  }

  async #send({ key, file }: UploadItem): Promise<void> {
    const request = new XMLHttpRequest();
    this.#running.set(key, request);
    this.#change(key, { state: 'sending' });
    try {
      const attachment = await this.#post(request, key, file);
      this.#change(key, { state: 'done', progress: 1, attachment });
    } catch (problem) {
      if (problem instanceof Problem) this.#change(key, { state: 'failed', problem });
    }
    if (this.#running.get(key) === request) this.#running.delete(key);
    this.#next();
  }

  /** Only XMLHttpRequest tells how far an upload is. */
  #post(request: XMLHttpRequest, key: string, file: File): Promise<Attachment> {
    const { http, room } = this.#options;
    const token = http.token();
    const form = new FormData();
    form.append('file', file, file.name);
    request.open('POST', http.url(`/rooms/${encodeURIComponent(room)}/attachments`));
    if (token) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.upload.onprogress = ({ loaded, total }) =>
      this.#change(key, { progress: total ? loaded / total : 0 });
    return new Promise((resolve, reject) => {
      request.onload = () => void read(request).then(resolve, reject);
      request.onerror = () => reject(unreachable('the upload did not arrive'));
      request.ontimeout = request.onerror;
      request.send(form);
    });
  }

  #change(key: string, change: Partial<UploadItem>): void {
    const item = this.getSnapshot().find((known) => known.key === key);
    if (item) this.#replace(key, { ...item, ...change });
  }

  #replace(key: string, item: UploadItem): void {
    this.set(this.getSnapshot().map((known) => (known.key === key ? item : known)));
  }
}

async function read(request: XMLHttpRequest): Promise<Attachment> {
  if (request.status === 201) return JSON.parse(request.responseText) as Attachment;
  const wait = request.getResponseHeader('Retry-After');
  const headers: Record<string, string> = wait ? { 'Retry-After': wait } : {};
  throw await problemOf(new Response(request.responseText, { status: request.status || 502, headers }));
}
