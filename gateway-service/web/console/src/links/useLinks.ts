import type { InboxRoom, RecordLink } from '@parlor/client';
import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '../desk/context';

type Found = { readonly room: string; readonly items?: readonly RecordLink[]; readonly failed: boolean };

/** The links of a room; asked for again with every version of it, which is how others' changes are told. */
export function useLinks({ id, version }: InboxRoom) {
  const { api } = useDesk();
  const [found, setFound] = useState<Found>({ room: id, failed: false });
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    let current = true;
    api.links(id).then(
      ({ items }) => current && setFound({ room: id, items, failed: false }),
      () =>
        current && setFound((before) => ({ ...(before.room === id ? before : { room: id }), failed: true })),
    );
    return () => {
      current = false;
    };
  }, [api, id, version, turn]);

  const reload = useCallback(() => setTurn((before) => before + 1), []);
  const here = found.room === id ? found : undefined;
  return { items: here?.items, failed: here?.failed ?? false, reload };
}
