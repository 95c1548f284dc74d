/** The emoji people use most, and what they are called in each language; a chunk of its own wherever it is used. */
import { words as english } from './en';

const EMOJI = (
  '😀 😃 😄 😁 😅 😂 🙂 😉 😊 😍 😘 😜 🤔 😐 🙄 😮 😢 😭 😡 😴 ' +
  '🤒 😎 🥳 🤗 🙈 👍 👎 👌 👏 🙏 👋 💪 🤝 ✌️ 🤞 👉 ☝️ ❤️ 💔 💯 ' +
  '✨ ⭐ 🔥 🎉 🎂 🎁 ✅ ❌ ❗ ❓ 💡 📎 📷 📞 📧 📅 ⏰ 💶 🛒 📦 ' +
  '🚚 🏠 🔑 🔒 ☀️ 🌧️ ❄️ 🌍 🌸 🐶 🐱 ☕ 🍕 🍺 🚗 ✈️ 🚆 🚲 '
)
  .trim()
  .split(' ');

export interface Emoji {
  readonly emoji: string;
  /** Its name first; what else it is found by behind it. */
  readonly words: string;
}

const WORDS: Record<string, () => Promise<{ words: readonly string[] }>> = {
  de: () => import('./de'),
  fr: () => import('./fr'),
  es: () => import('./es'),
  ar: () => import('./ar'),
  am: () => import('./am'),
};

/** All of them, called as in this language; as in English where it is not known or cannot be loaded. */
export async function emojiOf(locale: string): Promise<readonly Emoji[]> {
  const language = locale.split('-')[0]?.toLowerCase() ?? '';
  const loaded = await WORDS[language]?.().catch(() => undefined);
  const words = loaded?.words ?? english;
  return EMOJI.map((emoji, place) => ({ emoji, words: words[place] ?? '' }));
}

/** Those with a word that begins like this; all when nothing is looked for. */
export function searchEmoji(all: readonly Emoji[], wish: string): readonly Emoji[] {
  const start = plain(wish.trim());
  return start
    ? all.filter(({ words }) =>
        plain(words)
          .split(/[\s,،፣’-]+/)
          .some((word) => word.startsWith(start)),
      )
    : all;
}

const plain = (text: string): string =>
  text
    .toLocaleLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');

/** Puts it where the caret is, in place of what is selected, as if it had been typed. */
export function insertEmoji(field: HTMLTextAreaElement, emoji: string): void {
  field.setRangeText(emoji, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: emoji }));
}

/** Where an arrow leads in rows of so many, or undefined when it is another key. Right to left mirrors it. */
export function moveTo(
  key: string,
  from: number,
  count: number,
  columns: number,
  rtl: boolean,
): number | undefined {
  const ahead = rtl ? 'ArrowLeft' : 'ArrowRight';
  const steps: Record<string, number> = {
    [ahead]: 1,
    [rtl ? 'ArrowRight' : 'ArrowLeft']: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    Home: -from,
    End: count - 1 - from,
  };
  const step = steps[key];
  return step === undefined ? undefined : Math.max(0, Math.min(count - 1, from + step));
}
