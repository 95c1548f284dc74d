import { en, type Texts } from './locales/en';
import type { TalkTexts } from './locales/en.talk';

export type { Texts };

/** One line per language. English is always there; others come when they are wanted. */
const LANGUAGES: Record<string, () => Promise<{ texts: Texts; talk: TalkTexts }>> = {
  de: () => import('./locales/de'),
  ar: () => import('./locales/ar'),
};

export interface Language {
  readonly locale: string;
  readonly texts: Texts;
  /** Only when it is not English, which comes with the conversation. */
  readonly talk?: TalkTexts;
}

export async function language(wanted: string): Promise<Language> {
  const load = LANGUAGES[wanted.slice(0, 2).toLowerCase()];
  const loaded = await load?.().catch(() => undefined);
  if (loaded) return { locale: wanted, texts: loaded.texts, talk: loaded.talk };
  return { locale: englishTimes(wanted) ? wanted : 'en', texts: en };
}

/** Dates in a British or an American way, where the words are English anyway. */
function englishTimes(locale: string): boolean {
  try {
    return /^en\b/i.test(new Intl.Locale(locale).language);
  } catch {
    return false;
  }
}

type Standard = 'title' | 'subtitle' | 'online' | 'offline' | 'callToAction';

/** A text of the settings; the server's untouched standard is said in the visitor's language. */
export const localized = (texts: Texts, key: Standard, configured: string | undefined): string =>
  configured && configured !== en[key] ? configured : texts[key];
