import { primary } from '../language';
import { en, type Texts } from './locales/en';
import type { MoreTexts } from './locales/en.more';
import type { TalkTexts } from './locales/en.talk';
import type { ViewingTexts } from './locales/en.viewer';

export type { Texts };

/** One line per language. English is always there; others come when they are wanted. */
const LANGUAGES: Record<string, () => Promise<Omit<Required<Language>, 'locale'>>> = {
  de: () => import('./locales/de'),
  ar: () => import('./locales/ar'),
  fr: () => import('./locales/fr'),
  es: () => import('./locales/es'),
  am: () => import('./locales/am'),
};

export interface Language {
  readonly locale: string;
  readonly texts: Texts;
  /** Only when it is not English, whose texts come with the code that shows them. */
  readonly talk?: TalkTexts;
  readonly more?: MoreTexts;
  readonly viewing?: ViewingTexts;
}

export async function language(wanted: string): Promise<Language> {
  const load = LANGUAGES[primary(wanted)];
  const loaded = await load?.().catch(() => undefined);
  if (loaded) return { ...loaded, locale: wanted };
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
