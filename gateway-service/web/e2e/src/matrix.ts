import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Answer, Json } from './wire';

const CONTRACTS = resolve(import.meta.dirname, '../../../../docs/protocol');

/** How often-seen refusals are written in a table. Others stand there as they are. */
const SHORT: Readonly<Record<string, string>> = {
  'not-a-member': 'N',
  'not-allowed': 'A',
  'wrong-status': 'W',
  'already-claimed': 'T',
  'not-found': '-',
  unauthorized: '401',
  'unknown-token': '401',
};

/** What an answer of REST is in a table: its status, or its refusal. */
export const cell = ({ status, body }: Answer): string =>
  status < 400 || body.code === undefined ? String(status) : (SHORT[body.code] ?? body.code);

/** The same of a frame: `ack`, `opened` and so on, a refusal, or `ok` where only refusals are answered. */
export const frameCell = (answer: Json | undefined): string =>
  answer === undefined
    ? 'ok'
    : answer.type === 'error'
      ? (SHORT[answer.code] ?? answer.code)
      : last(answer.type);

const last = (type: string): string => type.slice(type.indexOf('.') + 1);

/** A table as it is written: one row a line, the first two spaces or more end its name. */
export function table(text: string): Map<string, string[]> {
  const rows = text.split('\n').map((line) => line.trim());
  return new Map(
    rows
      .filter((line) => line !== '')
      .map((line) => {
        const [name = '', cells = ''] = line.split(/ {2,}(.*)/s);
        return [name, cells.split(/ +/)];
      }),
  );
}

/** Every route of the public contract, as `GET /rooms/{room}`. */
export function routes(): string[] {
  const found: string[] = [];
  let path = '';
  for (const line of contract('openapi.yaml')) {
    path = /^ {2}(\/\S*):$/.exec(line)?.[1] ?? path;
    const method = /^ {4}(get|post|put|patch|delete):$/.exec(line)?.[1];
    if (method !== undefined) found.push(`${method.toUpperCase()} ${path}`);
  }
  return found;
}

/** Every type of frame that a client may send. */
export function clientFrames(): string[] {
  const lines = contract('asyncapi.yaml');
  const from = lines.indexOf('    # client to server');
  const to = lines.indexOf('    # server to client');
  return lines.slice(from, to).flatMap((line) => /type: \{const: ([a-z.]+)\}/.exec(line)?.[1] ?? []);
}

const contract = (name: string): string[] => readFileSync(join(CONTRACTS, name), 'utf8').split('\n');
