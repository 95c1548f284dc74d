import type { Entry, RequestFrame, SignalFrame } from '@parlor/client';
import type { WebSocket } from 'ws';
import { view } from './rest';
import { ada, who, type FakeRoom, type World } from './world';

type ClientFrame = (RequestFrame & { ref: string }) | SignalFrame | { type: 'hello' } | { type: 'ping' };

/** The live half: answers frames and tells what happens in the world. */
export class Sockets {
  readonly #open = new Set<WebSocket>();
  /** What arrived, for tests to look at. */
  readonly heard: ClientFrame[] = [];
  /** While set, messages are taken and never acknowledged. */
  swallowing = false;

  constructor(private readonly world: World) {}

  accept(socket: WebSocket): void {
    this.#open.add(socket);
    socket.on('close', () => this.#open.delete(socket));
    socket.on('message', (data) => this.#take(socket, JSON.parse(String(data)) as ClientFrame));
  }

  drop(code = 1012): void {
    for (const socket of this.#open) socket.close(code);
  }

  tell(frame: object): void {
    for (const socket of this.#open) socket.send(JSON.stringify(frame));
  }

  /** Somebody else writes. */
  entry(room: FakeRoom, entry: Entry): void {
    this.tell(entry);
    this.changed(room);
  }

  changed(room: FakeRoom): void {
    const { unread: _, ...told } = view(room);
    this.tell({ type: 'room.changed', room: told });
  }

  /** The room and its notes may not be read any more. */
  left({ id, backroom = id }: FakeRoom): void {
    for (const room of new Set([id, backroom])) {
      this.world.rooms.delete(room);
      this.tell({ type: 'room.left', room });
    }
  }

  #take(socket: WebSocket, frame: ClientFrame): void {
    this.heard.push(frame);
    const answer = (reply: object) => socket.send(JSON.stringify(reply));
    switch (frame.type) {
      case 'hello':
        return answer({
          type: 'welcome',
          connection: 'c_fake',
          self: { ...who(ada), roles: ada.roles },
          heartbeatMs: 25_000,
          limits: { frameBytes: 65_536, textChars: 10_000, sendsPer10s: 20, fileBytes: 1_000_000 },
        });
      case 'room.open':
        return this.#opened(frame, answer);
      case 'message.send':
      case 'message.edit':
      case 'message.delete':
      case 'reaction.toggle':
        return this.#command(frame, answer);
      case 'message.read':
        return this.tell({ ...frame, member: ada.id, ordinal: this.world.rooms.get(frame.room)?.messages });
      case 'ping':
        return answer({ type: 'pong' });
    }
  }

  #opened(frame: Extract<ClientFrame, { type: 'room.open' }>, answer: (reply: object) => void): void {
    const { ref, room: id, after } = frame;
    const room = this.world.rooms.get(id);
    if (!room) return answer({ type: 'error', ref, code: 'not-a-member', message: 'no' });
    const entries =
      after === undefined ? room.entries.slice(-50) : room.entries.filter(({ seq }) => seq > after);
    const reads = room.guest ? [{ member: room.guest.id, seq: room.head - 4 }] : [];
    const result = after === undefined ? 'snapshot' : 'resumed';
    answer({
      type: 'room.opened',
      ref,
      room: id,
      epoch: room.epoch,
      head: room.head,
      result,
      entries,
      reads,
    });
  }

  #command(frame: Extract<ClientFrame, { ref: string }>, answer: (reply: object) => void): void {
    const room = this.world.rooms.get(frame.room);
    if (!room || this.swallowing || !('id' in frame)) return;
    const author = who(ada);
    const draft = {
      'message.send': () =>
        ({
          type: 'message.sent',
          author,
          text: 'text' in frame ? frame.text : '',
          ...quoted(frame),
          ...('mentions' in frame && frame.mentions ? { mentions: frame.mentions } : {}),
          ...('attachments' in frame && frame.attachments ? { attachments: frame.attachments } : {}),
        }) as const,
      'message.edit': () =>
        ({
          type: 'message.edited',
          author,
          target: seqOf(frame),
          text: 'text' in frame ? frame.text : '',
        }) as const,
      'message.delete': () => ({ type: 'message.deleted', author, target: seqOf(frame) }) as const,
      'reaction.toggle': () => {
        const emoji = 'emoji' in frame ? frame.emoji : '';
        return {
          type: 'reaction.changed',
          author,
          target: seqOf(frame),
          emoji,
          on: true,
          reactions: [{ emoji, members: [ada.id] }],
        } as const;
      },
    }[frame.type]();
    const entry = this.world.add(room, draft, undefined, frame.id);
    answer({
      type: 'message.ack',
      ref: frame.ref,
      room: room.id,
      id: frame.id,
      seq: entry.seq,
      at: entry.at,
    });
    this.entry(room, entry);
  }
}

const seqOf = (frame: object): number => ('seq' in frame ? Number(frame.seq) : 0);

const quoted = (frame: object) => ('replyTo' in frame ? { replyTo: Number(frame.replyTo) } : {});
