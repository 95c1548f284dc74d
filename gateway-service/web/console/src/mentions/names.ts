import type { Account, InboxRoom } from '@parlor/client';
import { fold } from '../suggest/fold';
import type { Typed } from '../suggest/useSuggestions';

/** As many as one looks through; typing finds the others. */
const MOST_SHOWN = 20;
/** As many as a message may mention. */
const MOST_MENTIONED = 20;

const AT = /(?:^|[\s(])@([^\s@]*)$/u;

/** The at sign that is being typed behind where the caret stands. */
export function atSign(text: string, caret: number): Typed | undefined {
  const words = AT.exec(text.slice(0, caret))?.[1];
  return words === undefined ? undefined : { at: caret - words.length - 1, words: fold(words) };
}

/** Who can be mentioned: colleagues who may read it. Where a guest would read along, nobody. */
export function mentionable(
  colleagues: readonly Account[],
  room: InboxRoom,
  note: boolean,
  self: string,
): readonly Account[] {
  if (room.kind === 'guest' && !note) return [];
  const members = new Set(room.members.map(({ id }) => id));
  return colleagues.filter(({ id, disabled }) => id !== self && !disabled && (note || members.has(id)));
}

/** Those whose name has a word that begins like this, by name; before them those whose name itself does. */
export function matching(colleagues: readonly Account[], words: string): readonly Account[] {
  return colleagues
    .map((account) => ({ account, rank: rankOf(fold(account.name), words) }))
    .filter(({ rank }) => rank < NOT_AT_ALL)
    .sort((a, b) => a.rank - b.rank || a.account.name.localeCompare(b.account.name))
    .slice(0, MOST_SHOWN)
    .map(({ account }) => account);
}

const NOT_AT_ALL = 2;

function rankOf(name: string, words: string): number {
  if (name.startsWith(words)) return 0;
  return name.split(/\s+/).some((word) => word.startsWith(words)) ? 1 : NOT_AT_ALL;
}

/** A part of a text, and whose name it is behind an at sign. */
export type Part = { readonly text: string; readonly named?: string };

/** Splits a text where these people are named behind an at sign. */
export function parts(text: string, people: readonly Pick<Account, 'name'>[]): Part[] {
  const names = [...new Set(people.map(({ name }) => name))].sort((a, b) => b.length - a.length);
  if (names.length === 0) return [{ text }];
  const named = new RegExp(`(?<![\\p{L}\\p{N}])@(${names.map(quoted).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const found: Part[] = [];
  let last = 0;
  for (const match of text.matchAll(named)) {
    if (match.index > last) found.push({ text: text.slice(last, match.index) });
    found.push({ text: match[0], named: match[0].slice(1) });
    last = match.index + match[0].length;
  }
  if (last < text.length) found.push({ text: text.slice(last) });
  return found;
}

const quoted = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Whom a text mentions; of several with one name, those who are meant. */
export function mentionedIn(
  text: string,
  people: readonly Account[],
  means: (account: Account) => boolean,
): readonly string[] {
  const names = new Set(parts(text, people).map(({ named }) => named));
  return people
    .filter((account) => names.has(account.name) && means(account))
    .slice(0, MOST_MENTIONED)
    .map(({ id }) => id);
}
