import type { Personal, PersonalChange } from '@parlor/client';
import { chooseLanguage, storedLanguage } from '../i18n/i18n';
import { chooseTheme, storedTheme } from './theme';

/** Looks and language as the person has set them, whichever device it was on. */
export function follow(personal: Personal): () => void {
  const apply = () => {
    const { settings } = personal.getSnapshot();
    if (settings.version === 0) return;
    // What is stored here may come from another tab, and say nothing of how this one looks.
    chooseTheme(settings.theme);
    chooseLanguage(settings.language);
  };
  return personal.subscribe(apply);
}

/** The first change takes along what this browser was set to before. */
export function withLocal(version: number, change: PersonalChange): PersonalChange {
  return version > 0 ? change : { theme: storedTheme(), language: storedLanguage(), ...change };
}
