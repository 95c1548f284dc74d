import type { Mount } from '../settings';
import { optionsOf } from './options';
import { Widget } from './widget';

/** The panel's file beside this one; its name is filled in by the build. */
declare const __PANEL__: string;

type Method = 'open' | 'close' | 'toggle' | 'on' | 'off' | 'setTheme';
type Command = readonly [Method, ...unknown[]];

const script = document.currentScript as HTMLScriptElement | null;
const here = script?.src ?? document.baseURI;
const widget = new Widget(optionsOf(script, document), async () => {
  const panel = (await import(/* @vite-ignore */ new URL(__PANEL__, here).href)) as { mount: Mount };
  return panel.mount;
});

const run = ([method, ...values]: Command): void => {
  (widget[method] as (...values: unknown[]) => unknown)(...values);
};

const early: unknown = Reflect.get(window, 'Parlor');
const { open, close, toggle, on, off, setTheme } = widget;
Reflect.set(window, 'Parlor', { open, close, toggle, on, off, setTheme, push: run });

const start = () => void widget.start().then(() => Array.isArray(early) && early.forEach(run));

if (document.readyState === 'complete') start();
else addEventListener('load', start, { once: true });
