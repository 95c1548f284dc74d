import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import de from './de.json';
import en from './en.json';

const STORED = 'parlor.language';

export const languages = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
] as const;

/** What was chosen here; none for the language of the browser. */
export const storedLanguage = (): string | undefined => localStorage.getItem(STORED) ?? undefined;

function preferred(): string {
  const wishes = [storedLanguage(), ...navigator.languages].filter((wish) => wish !== undefined);
  const known = wishes.map((wish) => wish.split('-')[0]);
  return known.find((wish) => languages.some(({ value }) => value === wish)) ?? 'en';
}

function describe(language: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = i18next.dir(language);
}

i18next.on('languageChanged', describe);

void i18next.use(initReactI18next).init({
  resources: { en: { translation: en }, de: { translation: de } },
  lng: preferred(),
  fallbackLng: 'en',
  // React escapes what it shows.
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** Without a language, that of the browser. */
export function chooseLanguage(language: string | undefined): void {
  if (language) localStorage.setItem(STORED, language);
  else localStorage.removeItem(STORED);
  const wanted = preferred();
  if (i18next.language !== wanted) void i18next.changeLanguage(wanted);
}

export { i18next };
