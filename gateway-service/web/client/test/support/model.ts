/** The server's side of a timeline, written down independently of the client's reducer. */
import type { Entry, MessageSent, Reaction } from '../../src';
import { deleted, edited, message, notice, reacted } from './entries';

export type Command =
  | { readonly do: 'send'; readonly text: string }
  | { readonly do: 'notice' }
  | { readonly do: 'edit'; readonly which: number; readonly text: string }
  | { readonly do: 'delete'; readonly which: number }
  | { readonly do: 'react'; readonly which: number; readonly member: string };

/** Every entry in order. Commands that a server would refuse become notices, so that seq goes on. */
export function entriesOf(commands: readonly Command[]): Entry[] {
  const entries: Entry[] = [];
  for (const command of commands) entries.push(entryOf(command, entries));
  return entries;
}

function entryOf(command: Command, before: readonly Entry[]): Entry {
  const seq = before.length + 1;
  if (command.do === 'send') return message(seq, command.text);
  if (command.do === 'notice') return notice(seq);
  const alive = foldAll(before).filter((entry) => entry.type === 'message.sent' && !entry.deletedAt);
  const target = alive[command.which % Math.max(1, alive.length)] as MessageSent | undefined;
  if (!target) return notice(seq);
  if (command.do === 'edit') return edited(seq, target.seq, command.text);
  if (command.do === 'delete') return deleted(seq, target.seq);
  const had = target.reactions?.[0]?.members ?? [];
  const on = !had.includes(command.member);
  const members = on ? [...had, command.member] : had.filter((member) => member !== command.member);
  return reacted(seq, target.seq, '👍', members);
}

/** The entries as history shows them: messages and amendments with what has become of the message by the end. */
export function foldAll(entries: readonly Entry[]): Entry[] {
  const messages = new Map<number, MessageSent>();
  for (const entry of entries) {
    if (entry.type === 'message.sent') messages.set(entry.seq, foldOne(entry, entries));
  }
  return entries.map((entry) => messages.get(entry.seq) ?? amended(entry, messages));
}

function amended(entry: Entry, messages: ReadonlyMap<number, MessageSent>): Entry {
  const now = 'target' in entry ? messages.get(entry.target) : undefined;
  if (now && entry.type === 'message.edited') return { ...entry, text: now.text };
  if (now && entry.type === 'reaction.changed') return { ...entry, reactions: now.reactions ?? [] };
  return entry;
}

function foldOne(sent: MessageSent, entries: readonly Entry[]): MessageSent {
  let [text, editedAt, deletedAt] = [sent.text, '', ''];
  let reactions: readonly Reaction[] = [];
  for (const entry of entries) {
    if (!('target' in entry) || entry.target !== sent.seq) continue;
    if (entry.type === 'message.edited') [text, editedAt] = [entry.text, entry.at];
    if (entry.type === 'message.deleted') [text, deletedAt, reactions] = ['', entry.at, []];
    if (entry.type === 'reaction.changed') reactions = entry.reactions;
  }
  const { mentions, ...lasting } = sent;
  return {
    ...lasting,
    text,
    ...(mentions && !deletedAt ? { mentions } : {}),
    ...(editedAt ? { editedAt } : {}),
    ...(deletedAt ? { deletedAt } : {}),
    ...(reactions.length ? { reactions } : {}),
  };
}
