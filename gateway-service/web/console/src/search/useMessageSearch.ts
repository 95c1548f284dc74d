import type { FoundMessage, Page } from '@parlor/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useConnection, useDesk } from '../desk/context';

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
  const { session } = useDesk();
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
  useEffect(
    () =>
      session.onFrame(
        (frame) => frame.type === 'room.left' && frame.ref === undefined && setFound(without(frame.room)),
      ),
    [session],
  );

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

/** Nothing of a room that may not be read any more. */
const without =
  (lost: string) =>
  (found: Found): Found => {
    const hits = found.hits.filter(({ room }) => room !== lost);
    return hits.length < found.hits.length ? { ...found, hits } : found;
  };

export type MessageSearch = ReturnType<typeof useMessageSearch>;
