import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import de from './de.json';
import en from './en.json';

const STORED = 'parlor.language';

export const languages = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
] as const;

function preferred(): string {
  const wishes = [localStorage.getItem(STORED), ...navigator.languages].filter((wish) => wish !== null);
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

export function chooseLanguage(language: string): void {
  localStorage.setItem(STORED, language);
  void i18next.changeLanguage(language);
}

export { i18next };
