import { useLayoutEffect, useRef } from 'react';

const STORED = 'parlor.shortcuts';

/** Keys of one letter can be switched off: they disturb those who speak to their machine. */
export const shortcutsOn = (): boolean => localStorage.getItem(STORED) !== 'off';

export const switchShortcuts = (on: boolean): void => localStorage.setItem(STORED, on ? 'on' : 'off');

export type Shortcuts = Readonly<Record<string, () => unknown>>;

/** How long after `g` the second key may come. */
const SEQUENCE_MS = 1200;

type Key = { readonly key: string; readonly at: number };
/** The key that is being handled, and the one before it. */
let latest: Key | undefined;
let before: Key | undefined;

/**
 * Answers single keys, and `g` followed by a key, while nobody types and no window is open. From the moment the screen
 * is there, with what it shows then: a key may follow at once.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  useLayoutEffect(() => {
    current.current = shortcuts;
  });
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isShortcut(event)) return;
      const led = before?.key === 'g' && event.timeStamp - before.at < SEQUENCE_MS;
      const action = current.current[led ? `g ${event.key}` : event.key];
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

function isShortcut(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !shortcutsOn()) return false;
  if (document.querySelector('[data-window], [role="menu"]')) return false;
  const target = event.target instanceof Element ? event.target : undefined;
  return !target?.closest('input, textarea, select, [contenteditable]');
}
