import type { Mount } from '../settings';
import { optionsOf } from './options';
import type { Words } from './english';
import { Widget } from './widget';

/** The panel's file beside this one, and the words of each language; their names are filled in by the build. */
declare const __PANEL__: string;
declare const __WORDS__: Record<string, string>;

const script = document.currentScript as HTMLScriptElement | null;
const here = script?.src ?? document.baseURI;
const part = <T>(file: string): Promise<T> =>
  import(/* @vite-ignore */ new URL(file, here).href) as Promise<T>;
const widget = new Widget(optionsOf(script, document), {
  panel: () => part<{ mount: Mount }>(__PANEL__).then(({ mount }) => mount),
  words: async (language) => {
    const file = __WORDS__[language];
    return file ? (await part<{ words: Words }>(file)).words : undefined;
  },
});

const { open, close, toggle, on, off, setTheme, setLocale, setUser, setAttributes, reset } = widget;
const api = { open, close, toggle, on, off, setTheme, setLocale, setUser, setAttributes, reset };

/** `[command, ...values]`; what a page of another version may ask for is not an error here. */
const push = ([method, ...values]: readonly [keyof typeof api, ...unknown[]]): unknown =>
  Object.hasOwn(api, method) && (api[method] as (...values: unknown[]) => unknown)(...values);

const early: unknown = Reflect.get(window, 'Parlor');
Reflect.set(window, 'Parlor', { ...api, push });

const start = () => void widget.start(() => Array.isArray(early) && early.forEach(push));

if (document.readyState === 'complete') start();
else addEventListener('load', start, { once: true });
