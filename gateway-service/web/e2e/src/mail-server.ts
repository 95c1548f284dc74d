import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface ReceivedMail {
  readonly to: string;
  readonly subject: string;
  /** The plain text. */
  readonly text: string;
  readonly html: string;
}

/** A mail server that takes everything and keeps it: as much of SMTP (RFC 5321) as somebody who sends needs. */
export class MailServer {
  readonly mails: ReceivedMail[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async listen(): Promise<MailServer> {
    const server = createServer();
    const mail = new MailServer(server);
    server.on('connection', (socket) => mail.serve(socket));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return mail;
  }

  /** What Parlor has to know of this server, and of the address people reach it at. */
  properties(publicUrl: string): string[] {
    return [
      '--parlor.mail.host=127.0.0.1',
      `--parlor.mail.port=${(this.server.address() as AddressInfo).port}`,
      '--parlor.mail.tls=none',
      '--parlor.mail.from=parlor@example.org',
      `--parlor.mail.public-url=${publicUrl}`,
    ];
  }

  to(address: string): readonly ReceivedMail[] {
    return this.mails.filter(({ to }) => to === address);
  }

  async stop(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy());
    await new Promise((closed) => this.server.close(closed));
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    const dialogue = new Dialogue(
      (line) => socket.write(`${line}\r\n`),
      (mail) => this.mails.push(mail),
    );
    let rest = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (!dialogue.hear(line)) socket.end();
    });
  }
}

/** One connection: commands come in line by line, answers go out. */
class Dialogue {
  private to = '';
  private data: string[] | undefined;

  constructor(
    private readonly say: (line: string) => void,
    private readonly keep: (mail: ReceivedMail) => void,
  ) {
    say('220 mail server of the journeys');
  }

  /** Answers a line; false when the connection is over. */
  hear(line: string): boolean {
    if (this.data) this.write(line, this.data);
    else return this.command(line);
    return true;
  }

  private write(line: string, data: string[]): void {
    if (line !== '.') {
      data.push(line.startsWith('.') ? line.slice(1) : line);
      return;
    }
    this.keep({ to: this.to, ...read(data) });
    this.data = undefined;
    this.say('250 taken');
  }

  private command(line: string): boolean {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'RCPT') this.to = /<(.*?)>/.exec(line)?.[1] ?? '';
    if (verb === 'DATA') this.data = [];
    const known = ['EHLO', 'HELO', 'MAIL', 'RCPT', 'RSET', 'NOOP'].includes(verb);
    this.say(
      verb === 'DATA' ? '354 go on' : verb === 'QUIT' ? '221 bye' : known ? '250 fine' : '502 not here',
    );
    return verb !== 'QUIT';
  }
}

function read(lines: readonly string[]): Omit<ReceivedMail, 'to'> {
  const { headers, body } = part(lines);
  const parts = leaves(headers, body);
  const of = (type: string) => parts.find((leaf) => leaf.type === type)?.text ?? '';
  return { subject: words(headers['subject'] ?? ''), text: of('text/plain'), html: of('text/html') };
}

interface Leaf {
  readonly type: string;
  readonly text: string;
}

function part(lines: readonly string[]): { headers: Record<string, string>; body: readonly string[] } {
  const blank = lines.indexOf('');
  const unfolded = lines
    .slice(0, blank)
    .join('\n')
    .replace(/\n[ \t]+/g, ' ');
  const headers = unfolded.split('\n').map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  return { headers: Object.fromEntries(headers), body: lines.slice(blank + 1) };
}

function leaves(headers: Record<string, string>, body: readonly string[]): readonly Leaf[] {
  const type = headers['content-type'] ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary === undefined) return [{ type: type.split(';')[0] ?? '', text: decoded(headers, body) }];
  const parts: string[][] = [];
  for (const line of body) {
    if (line === `--${boundary}`) parts.push([]);
    else if (line === `--${boundary}--`) break;
    else parts.at(-1)?.push(line);
  }
  return parts.flatMap((lines) => {
    const inner = part(lines);
    return leaves(inner.headers, inner.body);
  });
}

function decoded(headers: Record<string, string>, body: readonly string[]): string {
  const encoding = headers['content-transfer-encoding']?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body.join(''), 'base64').toString('utf8');
  const text = body.join('\n');
  return encoding === 'quoted-printable' ? quoted(text.replace(/=\n/g, '')) : text;
}

const quoted = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** A header with its encoded words (RFC 2047) read. */
const words = (header: string) =>
  header.replace(/=\?utf-8\?([bq])\?(.*?)\?=\s*/gi, (_, kind: string, text: string) =>
    kind.toLowerCase() === 'b'
      ? Buffer.from(text, 'base64').toString('utf8')
      : quoted(text.replace(/_/g, ' ')),
  );
