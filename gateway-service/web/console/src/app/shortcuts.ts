import { useEffect, useRef } from 'react';

const STORED = 'parlor.shortcuts';

/** Keys of one letter can be switched off: they disturb those who speak to their machine. */
export const shortcutsOn = (): boolean => localStorage.getItem(STORED) !== 'off';

export const switchShortcuts = (on: boolean): void => localStorage.setItem(STORED, on ? 'on' : 'off');

export type Shortcuts = Readonly<Record<string, () => unknown>>;

/** How long after `g` the second key may come. */
const SEQUENCE_MS = 1200;
let leader: { readonly key: string; readonly at: number } | undefined;

/** Answers single keys, and `g` followed by a key, while nobody types and no window is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isShortcut(event)) return;
      const led =
        leader && event.timeStamp - leader.at < SEQUENCE_MS ? `${leader.key} ${event.key}` : event.key;
      const action = current.current[led];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** Remembers the first key of a sequence. Once in the page. */
export function useLeader(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const begins = event.key === 'g' && isShortcut(event);
      // Later, so that the key that ends a sequence still finds its beginning.
      setTimeout(() => (leader = begins ? { key: 'g', at: event.timeStamp } : undefined));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function isShortcut(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !shortcutsOn()) return false;
  if (document.querySelector('[role="dialog"], [role="menu"]')) return false;
  const target = event.target instanceof Element ? event.target : undefined;
  return !target?.closest('input, textarea, select, [contenteditable]');
}
