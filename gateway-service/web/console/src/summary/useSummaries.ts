import type { InboxRoom, Summary } from '@parlor/client';
import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '../desk/context';
import { isOver } from '../desk/views';

type Found = { readonly room: string; readonly items?: readonly Summary[]; readonly failed: boolean };

/** The summaries of a room, the newest first; asked for again with every version of it that has ended. */
export function useSummaries({ id, version, status }: InboxRoom) {
  const { api } = useDesk();
  const [found, setFound] = useState<Found>({ room: id, failed: false });
  const [turn, setTurn] = useState(0);
  // While people talk nothing is added to what is known.
  const edition = isOver({ ...(status ? { status } : {}) }) ? version : 0;

  useEffect(() => {
    let current = true;
    api.summaries(id).then(
      ({ items }) => current && setFound({ room: id, items, failed: false }),
      () =>
        current && setFound((before) => ({ ...(before.room === id ? before : { room: id }), failed: true })),
    );
    return () => {
      current = false;
    };
  }, [api, id, edition, turn]);

  const reload = useCallback(() => setTurn((before) => before + 1), []);
  const here = found.room === id ? found : undefined;
  return { items: here?.items, failed: here?.failed ?? false, reload };
}
