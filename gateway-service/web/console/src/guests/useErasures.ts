import type { Erasure } from '@parlor/client';
import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '../desk/context';

/** How often is looked while one is under way. */
const LOOK_MS = 1_500;

/** The erasings of guests, the newest first; looked at again while one is under way. */
export function useErasures() {
  const { api } = useDesk();
  const [erasures, setErasures] = useState<readonly Erasure[]>();
  const [failed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    const look = () =>
      void api.erasures().then(
        ({ items }) => {
          if (!current) return;
          setFailed(false);
          setErasures(items);
          if (items.some(({ doneAt }) => !doneAt)) timer = setTimeout(look, LOOK_MS);
        },
        () => current && setFailed(true),
      );
    look();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [api, turn]);

  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { erasures, failed, reload };
}
