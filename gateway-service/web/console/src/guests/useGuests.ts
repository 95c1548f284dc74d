import type { KeptGuest } from '@parlor/client';
import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '../desk/context';

const TYPING_PAUSE_MS = 200;
const PAGE = 50;

type Found = {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly guests: readonly KeptGuest[];
  readonly next?: string | undefined;
};

/** Guests by name, address or number, the newest first; asked for after a pause in typing. */
export function useGuests(words: string) {
  const { api } = useDesk();
  const [found, setFound] = useState<Found>({ phase: 'loading', guests: [] });
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    let current = true;
    const timer = setTimeout(
      () => {
        api.guests({ q: words.trim(), limit: PAGE }).then(
          ({ items, next }) => current && setFound({ phase: 'ready', guests: items, next }),
          () => current && setFound({ phase: 'failed', guests: [] }),
        );
      },
      words ? TYPING_PAUSE_MS : 0,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [api, words, turn]);

  const { next } = found;
  const loadMore = useCallback(() => {
    if (!next) return;
    api.guests({ q: words.trim(), limit: PAGE, cursor: next }).then(
      (page) =>
        setFound((before) => ({ ...before, guests: [...before.guests, ...page.items], next: page.next })),
      () => setFound((before) => ({ ...before, phase: 'failed' })),
    );
  }, [api, words, next]);

  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { ...found, loadMore, reload };
}
