import { useTranslation } from 'react-i18next';

/** The language that was chosen, in the regional form the reader's browser prefers: it writes times and numbers. */
export function useLocale(): string {
  const { i18n } = useTranslation();
  return navigator.languages.find((wish) => wish.split('-')[0] === i18n.language) ?? i18n.language;
}
