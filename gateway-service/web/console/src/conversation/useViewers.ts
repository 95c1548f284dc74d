import { Viewers, type InboxRoom, type Viewer } from '@parlor/client';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useDesk } from '../desk/context';

const nothing = { subscribe: () => () => undefined, getSnapshot: () => undefined };
const NOBODY: readonly Viewer[] = [];

/** Where colleagues tell each other that they look at a room: where no guest is. */
const placeOf = ({ id, kind, backroom }: InboxRoom): string | undefined => (kind === 'guest' ? backroom : id);

/** Which colleagues look at the same conversation just now; oneself counts while the page is before one's eyes. */
export function useViewers(room: InboxRoom) {
  const { session, account } = useDesk();
  const place = placeOf(room);
  const viewers = useMemo(
    () => (place === undefined ? undefined : new Viewers(session, place, account.id)),
    [session, place, account.id],
  );
  useEffect(() => {
    if (!viewers) return undefined;
    const stop = viewers.start();
    const look = () => viewers.look(!document.hidden);
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      stop();
    };
  }, [viewers]);
  const { subscribe, getSnapshot } = viewers ?? nothing;
  const others = useSyncExternalStore<readonly Viewer[] | undefined>(subscribe, getSnapshot) ?? NOBODY;
  return {
    others,
    write: (note: boolean) => viewers?.write(note ? 'note' : 'reply'),
  };
}
