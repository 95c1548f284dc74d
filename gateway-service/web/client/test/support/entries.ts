import type { Entry, MessageSent, Who } from '../../src';

export const me: Who = { id: 'g_me', kind: 'guest', name: 'Me' };
export const ada: Who = { id: 'a_ada', kind: 'account', name: 'Ada' };

export const at = (seq: number): string => new Date(1_700_000_000_000 + seq * 1000).toISOString();

const head = (seq: number, author: Who) => ({
  room: 'r_1',
  epoch: 1,
  seq,
  id: `id-${seq}`,
  author,
  at: at(seq),
});

export const message = (seq: number, text = `text ${seq}`, author = ada): MessageSent => ({
  type: 'message.sent',
  ...head(seq, author),
  text,
});

export const edited = (seq: number, target: number, text: string): Entry => ({
  type: 'message.edited',
  ...head(seq, ada),
  target,
  text,
});

export const deleted = (seq: number, target: number): Entry => ({
  type: 'message.deleted',
  ...head(seq, ada),
  target,
});

export const reacted = (seq: number, target: number, emoji: string, members: string[]): Entry => ({
  type: 'reaction.changed',
  ...head(seq, ada),
  target,
  emoji,
  on: members.length > 0,
  reactions: members.length ? [{ emoji, members }] : [],
});

export const notice = (seq: number): Entry => ({
  type: 'notice.posted',
  ...head(seq, ada),
  notice: 'joined',
  member: { id: ada.id, name: ada.name },
});
