import { useLayoutEffect, useRef } from 'react';
import { actionOf, type KeyAction } from './keys';

const STORED = 'parlor.shortcuts';

/** Keys of one letter can be switched off: they disturb those who speak to their machine. */
export const shortcutsOn = (): boolean => localStorage.getItem(STORED) !== 'off';

export const switchShortcuts = (on: boolean): void => localStorage.setItem(STORED, on ? 'on' : 'off');

export type Shortcuts = Readonly<Partial<Record<KeyAction, () => unknown>>>;

/** How long after `g` the second key may come. */
const SEQUENCE_MS = 1200;

type Key = { readonly key: string; readonly at: number };
/** The key that is being handled, and the one before it. */
let latest: Key | undefined;
let before: Key | undefined;

/**
 * Answers single keys, `g` followed by a key, and keys with ⌘ or Ctrl, while nobody types and no window is open. From the moment the screen
 * is there, with what it shows then: a key may follow at once.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  useLayoutEffect(() => {
    current.current = shortcuts;
  });
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const keys = event.defaultPrevented ? undefined : keysIn(event);
      const done = keys === undefined ? undefined : actionOf(keys);
      const action = done && current.current[done];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** Remembers keys for those that come in twos. Once in the page, ahead of all who listen. */
export function useKeyMemory(): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      before = latest;
      latest = isShortcut(event) ? { key: event.key, at: event.timeStamp } : undefined;
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

/** As the table of keys writes them. */
function keysIn(event: KeyboardEvent): string | undefined {
  if (withMod(event)) return isWindowOpen() ? undefined : `Mod ${event.key.toLowerCase()}`;
  if (!isShortcut(event)) return undefined;
  const led = before?.key === 'g' && event.timeStamp - before.at < SEQUENCE_MS;
  return led ? `g ${event.key}` : event.key;
}

/** Nobody presses these by accident: they count while somebody types, and cannot be switched off. */
const withMod = ({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  ctrlKey !== metaKey && !altKey && !shiftKey;

const isWindowOpen = (): boolean => document.querySelector('[data-window], [role="menu"]') !== null;

function isShortcut(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !shortcutsOn()) return false;
  if (isWindowOpen()) return false;
  const target = event.target instanceof Element ? event.target : undefined;
  return !target?.closest('input, textarea, select, [contenteditable]');
}
