import { isColor } from '../color';
import { wished } from '../language';
import type { PageOptions, Side, Theme } from '../settings';

const SIDES: Record<string, Side> = { left: 'start', start: 'start', right: 'end', end: 'end' };

/** Reads the script tag: `data-parlor-url`, `data-color`, `data-label`, `data-position`, `data-theme`, `data-locale`. */
export function optionsOf(script: HTMLScriptElement | null, page: Document): PageOptions {
  const { parlorUrl, color, label, position, theme, locale } = script?.dataset ?? {};
  const url = new URL(parlorUrl || '/', script?.src || page.baseURI);
  const side = SIDES[position ?? ''];
  const secret = taken();
  return {
    url: (url.origin + url.pathname).replace(/\/+$/, ''),
    locale: wished(locale, page.documentElement.lang, ...navigator.languages),
    ...(isColor(color) && { color }),
    ...(label && { label }),
    ...(side && { side }),
    ...(isTheme(theme) && { theme }),
    ...(secret && { secret }),
  };
}

/** The secret of a mail's link. It leaves the address at once, before anybody copies or keeps that. */
function taken(): string | undefined {
  const { hash, pathname, search } = location;
  if (!hash.startsWith('#pa_')) return;
  history.replaceState(history.state, '', pathname + search);
  return hash.slice(1);
}

const isTheme = (text: string | undefined): text is Theme => /^(auto|light|dark)$/.test(text ?? '');
