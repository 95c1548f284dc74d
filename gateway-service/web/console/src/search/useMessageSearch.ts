import type { FoundMessage, Page } from '@parlor/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useConnection } from '../desk/context';

/** Shorter ones find everything and help nobody. */
export const SHORTEST = 2;

export type Ask = (words: string, cursor: string | undefined) => Promise<Page<FoundMessage>>;

type Found = {
  readonly phase: 'idle' | 'loading' | 'ready' | 'failed';
  readonly hits: readonly FoundMessage[];
  readonly next: string | undefined;
  readonly more: 'idle' | 'loading' | 'failed';
};

const IDLE: Found = { phase: 'idle', hits: [], next: undefined, more: 'idle' };

/** Messages that say `words`, page by page. Asked again when the connection is back and there was no answer. */
export function useMessageSearch(ask: Ask, words: string) {
  const { state } = useConnection();
  const [found, setFound] = useState<Found>(IDLE);
  const turns = useRef(0);

  const search = useCallback(() => {
    const turn = ++turns.current;
    if (words.length < SHORTEST) return setFound(IDLE);
    setFound({ ...IDLE, phase: 'loading' });
    ask(words, undefined).then(
      ({ items, next }) =>
        turn === turns.current && setFound({ phase: 'ready', hits: items, next, more: 'idle' }),
      () => turn === turns.current && setFound({ ...IDLE, phase: 'failed' }),
    );
  }, [ask, words]);
  useEffect(search, [search]);

  const failed = found.phase === 'failed';
  const lost = useRef(false);
  useEffect(() => {
    if (state !== 'online') lost.current = true;
    else if (lost.current && failed) search();
    if (state === 'online') lost.current = false;
  }, [state, failed, search]);

  const loadMore = useCallback(() => {
    const turn = turns.current;
    setFound((before) => ({ ...before, more: 'loading' }));
    ask(words, found.next).then(
      ({ items, next }) =>
        turn === turns.current &&
        setFound((before) => ({ phase: 'ready', hits: [...before.hits, ...items], next, more: 'idle' })),
      () => turn === turns.current && setFound((before) => ({ ...before, more: 'failed' })),
    );
  }, [ask, words, found.next]);

  return { ...found, online: state === 'online', search, loadMore };
}

export type MessageSearch = ReturnType<typeof useMessageSearch>;
