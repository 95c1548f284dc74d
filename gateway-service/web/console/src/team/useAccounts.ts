import type { Account } from '@parlor/client';
import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '../desk/context';

const TYPING_PAUSE_MS = 200;

type Found = {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly accounts: readonly Account[];
  readonly next?: string | undefined;
};

/** Colleagues by name or address, asked for after a pause in typing. */
export function useAccounts(words: string) {
  const { api } = useDesk();
  const [found, setFound] = useState<Found>({ phase: 'loading', accounts: [] });
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    let current = true;
    const timer = setTimeout(
      () => {
        api.accounts({ q: words.trim(), limit: 50 }).then(
          ({ items, next }) => current && setFound({ phase: 'ready', accounts: items, next }),
          () => current && setFound({ phase: 'failed', accounts: [] }),
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
    api.accounts({ q: words.trim(), limit: 50, cursor: next }).then(
      (page) =>
        setFound((before) => ({ ...before, accounts: [...before.accounts, ...page.items], next: page.next })),
      () => setFound((before) => ({ ...before, phase: 'failed' })),
    );
  }, [api, words, next]);

  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { ...found, loadMore, reload };
}
