import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';

const STORED = 'parlor.language';

export const languages = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
  { value: 'fr', label: 'Français' },
  { value: 'es', label: 'Español' },
  { value: 'ar', label: 'العربية' },
  { value: 'am', label: 'አማርኛ' },
] as const;

type Language = (typeof languages)[number]['value'];
type Texts = { default: object };

/** English is always there; of the others only the one that is spoken is loaded. */
const files: Record<Exclude<Language, 'en'>, () => Promise<Texts>> = {
  de: () => import('./de.json'),
  fr: () => import('./fr.json'),
  es: () => import('./es.json'),
  ar: () => import('./ar.json'),
  am: () => import('./am.json'),
};

/** What was chosen here; none for the language of the browser. */
export const storedLanguage = (): string | undefined => localStorage.getItem(STORED) ?? undefined;

function preferred(): Language {
  const wishes = [storedLanguage(), ...navigator.languages].filter((wish) => wish !== undefined);
  const known = wishes.map((wish) => wish.split('-')[0]);
  return known.flatMap((wish) => languages.filter(({ value }) => value === wish))[0]?.value ?? 'en';
}

function describe(language: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = i18next.dir(language);
}

i18next.on('languageChanged', describe);

void i18next.use(initReactI18next).init({
  resources: { en: { translation: en } },
  lng: 'en',
  fallbackLng: 'en',
  // React escapes what it shows.
  interpolation: { escapeValue: false },
  initAsync: false,
  // Its makers' greeting does not belong into the log of whoever runs Parlor.
  showSupportNotice: false,
});

/** The language wished for last; another one that was still loading comes too late. */
let wanted: Language = 'en';

async function speak(language: Language): Promise<void> {
  wanted = language;
  if (language !== 'en' && !i18next.hasResourceBundle(language, 'translation')) {
    const texts = await files[language]().catch(() => undefined);
    // Without its texts it stays with what there is, and the next wish loads it again.
    if (!texts) return;
    i18next.addResourceBundle(language, 'translation', texts.default);
  }
  if (wanted === language) await i18next.changeLanguage(language);
}

/** Done when the first screen can be drawn in the language of whoever looks. */
export const spoken: Promise<void> = speak(preferred());

/** Without a language, that of the browser. */
export function chooseLanguage(language: string | undefined): void {
  if (language) localStorage.setItem(STORED, language);
  else localStorage.removeItem(STORED);
  const wish = preferred();
  if (wanted !== wish || i18next.language !== wish) void speak(wish);
}

export { i18next };
