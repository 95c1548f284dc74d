const SVG = 'http://www.w3.org/2000/svg';

const ICONS = {
  chat: 'M12 3.5c-5 0-9 3.4-9 7.7 0 2.4 1.3 4.6 3.3 6-.1 1-.5 2.1-1.3 3 1.7-.2 3.3-.9 4.4-1.7.8.2 1.7.3 2.6.3 5 0 9-3.4 9-7.6s-4-7.7-9-7.7Z',
  sparkle:
    'M11 3.5c.7 4.6 2.4 6.3 7 7-4.6.7-6.3 2.4-7 7-.7-4.6-2.4-6.3-7-7 4.6-.7 6.3-2.4 7-7ZM18.5 15c.3 2 1 2.7 3 3-2 .3-2.7 1-3 3-.3-2-1-2.7-3-3 2-.3 2.7-1 3-3Z',
  headset:
    'M4.5 14v-2a7.5 7.5 0 0 1 15 0v2M19.5 16.5c0 2.2-1.8 3.5-4 3.5H13M3.5 14.2c0-.9.7-1.7 1.7-1.7h1.3v6H5.2c-1 0-1.7-.7-1.7-1.7ZM20.5 14.2c0-.9-.7-1.7-1.7-1.7h-1.3v6h1.3c1 0 1.7-.7 1.7-1.7Z',
  down: 'm6.5 9.8 5.5 5.5 5.5-5.5',
} as const;

export type IconName = keyof typeof ICONS;

/** Built node by node: nothing here ever parses markup, so it needs no permission from the page's policy. */
export function icon(name: IconName): Element {
  const path = filled(document.createElementNS(SVG, 'path'), { d: ICONS[name] }, []);
  const looks = { viewBox: '0 0 24 24', 'aria-hidden': 'true', class: `icon icon-${name}` };
  return filled(document.createElementNS(SVG, 'svg'), looks, [path]);
}

export const element = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] => filled(document.createElement(name), attributes, children);

function filled<E extends Element>(
  made: E,
  attributes: Readonly<Record<string, string>>,
  children: (Node | string)[],
): E {
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function adopt(root: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
