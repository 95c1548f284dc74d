import { isColor } from '../color';
import type { PageOptions, Side, Theme } from '../settings';

const SIDES: Record<string, Side> = { left: 'start', start: 'start', right: 'end', end: 'end' };

/** Reads the script tag: `data-parlor-url`, `data-color`, `data-label`, `data-position`, `data-theme`, `data-locale`. */
export function optionsOf(script: HTMLScriptElement | null, page: Document): PageOptions {
  const { parlorUrl, color, label, position, theme, locale } = script?.dataset ?? {};
  const url = new URL(parlorUrl || '/', script?.src || page.baseURI);
  const side = SIDES[position ?? ''];
  return {
    url: (url.origin + url.pathname).replace(/\/+$/, ''),
    locale: locale || page.documentElement.lang || navigator.language,
    ...(isColor(color) && { color }),
    ...(label && { label }),
    ...(side && { side }),
    ...(isTheme(theme) && { theme }),
  };
}

const isTheme = (text: string | undefined): text is Theme => /^(auto|light|dark)$/.test(text ?? '');
