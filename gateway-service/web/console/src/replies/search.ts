import type { QuickReply } from '@parlor/client';
import { fold } from '../suggest/fold';
import type { Typed } from '../suggest/useSuggestions';

/** As many as one looks through; typing finds the others. */
const MOST_SHOWN = 20;

const SLASH = /(?:^|\s)\/([\p{L}\p{M}\p{N}_-]*)$/u;

/** The slash that is being typed where the caret stands. */
export function slashAt(text: string, caret: number): Typed | undefined {
  const words = SLASH.exec(text.slice(0, caret))?.[1];
  return words === undefined ? undefined : { at: caret - words.length - 1, words: fold(words) };
}

/** Those that fit, the best first: by shortcut, then by the beginning of a word of the title, one's own first. */
export function matching(replies: readonly QuickReply[], words: string): QuickReply[] {
  const wanted = fold(words);
  return replies
    .map((reply) => ({ reply, rank: rankOf(reply, wanted) }))
    .filter(({ rank }) => rank < NOT_AT_ALL)
    .sort((a, b) => a.rank - b.rank || before(a.reply, b.reply))
    .slice(0, MOST_SHOWN)
    .map(({ reply }) => reply);
}

/** One's own before the shared ones, each by shortcut. */
export const before = (a: QuickReply, b: QuickReply): number =>
  Number(a.shared) - Number(b.shared) || a.shortcut.localeCompare(b.shortcut);

const NOT_AT_ALL = 4;

function rankOf(reply: QuickReply, wanted: string): number {
  const [shortcut, title] = [fold(reply.shortcut), fold(reply.title)];
  if (shortcut === wanted) return 0;
  if (shortcut.startsWith(wanted)) return 1;
  if (title.split(/\s+/).some((word) => word.startsWith(wanted))) return 2;
  return shortcut.includes(wanted) || title.includes(wanted) ? 3 : NOT_AT_ALL;
}
