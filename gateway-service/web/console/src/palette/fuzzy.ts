/** Accents and capitals make no difference to who searches. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

const BEGINNING = 3;
const TOGETHER = 2;
const ANYWHERE = 1;

/**
 * How well `text` fits what was typed: every letter of every word in its order, best at the beginnings of words and
 * together. Nothing when a letter is missing.
 */
export function fit(text: string, typed: string): number | undefined {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const folded = fold(text);
  let sum = 0;
  for (const word of words) {
    const score = fitOfWord(folded, word);
    if (score === undefined) return undefined;
    sum += score;
  }
  return sum;
}

function fitOfWord(text: string, word: string): number | undefined {
  const whole = text.indexOf(word);
  if (whole >= 0) return word.length * (begins(text, whole) ? BEGINNING : TOGETHER);
  let sum = 0;
  let at = -1;
  for (const letter of word) {
    const found = nextOf(text, letter, at + 1);
    if (found < 0) return undefined;
    sum += begins(text, found) ? TOGETHER : ANYWHERE / (found - at);
    at = found;
  }
  return sum;
}

/** The next place of a letter, at the beginning of a word if there is one. */
function nextOf(text: string, letter: string, from: number): number {
  for (let at = text.indexOf(letter, from); at >= 0; at = text.indexOf(letter, at + 1)) {
    if (begins(text, at)) return at;
  }
  return text.indexOf(letter, from);
}

const begins = (text: string, at: number): boolean => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');

/** Those that fit, the best first; as they were where nothing was typed. */
export function fitting<T>(all: readonly T[], typed: string, textOf: (one: T) => string): T[] {
  if (!typed.trim()) return [...all];
  return all
    .map((one) => ({ one, score: fit(textOf(one), typed) }))
    .filter((found): found is { one: T; score: number } => found.score !== undefined)
    .sort((a, b) => b.score - a.score)
    .map(({ one }) => one);
}
