import type { Attachment } from '@parlor/client';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse, reply } from './rest';

/** Two pixels. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP436Cg0PAfAAtgAz+KkhVOAAAAAElFTkSuQmCC';

/** Takes the names of files out of their forms, and gives one picture for all. */
export class Files {
  /** A code that uploads are refused with. */
  refusal: { status: number; code: string } | undefined;
  /** While set, uploads are not answered. */
  silent = false;
  #taken = 0;

  async answer(request: IncomingMessage, path: string, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') {
      response.writeHead(200, { 'Content-Type': 'image/png' });
      return void response.end(Buffer.from(PICTURE, 'base64'));
    }
    let form = '';
    for await (const chunk of request) form += String(chunk);
    if (this.silent) return;
    if (this.refusal) return refuse(response, this.refusal.status, this.refusal.code);
    reply(response, 201, this.#file(path, /filename="([^"]*)"/.exec(form)?.[1] ?? '?'));
  }

  #file(path: string, name: string): Attachment {
    this.#taken += 1;
    const image = name.endsWith('.png');
    const type = image ? 'image/png' : 'application/pdf';
    const id = `f_${this.#taken}`;
    const shown = image ? { width: 400, height: 200 } : {};
    return { id, name, type, size: 2_400_000, url: `/api/v1${path}/${id}`, ...shown };
  }
}
