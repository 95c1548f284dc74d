import type { InboxRoom, PresenceView, Readable } from '@parlor/client';
import { createContext, use, useEffect, useSyncExternalStore } from 'react';
import type { Desk } from './desk';

export const DeskContext = createContext<(Desk & { leave: () => void }) | undefined>(undefined);

export function useDesk(): Desk & { leave: () => void } {
  const desk = use(DeskContext);
  if (!desk) throw new Error('useDesk needs a DeskProvider above it');
  return desk;
}

export function useReadable<T>({ subscribe, getSnapshot }: Readable<T>): T {
  return useSyncExternalStore(subscribe, getSnapshot);
}

export const useConnection = () => useReadable(useDesk().session.connection);

/** Every room known here, whatever view asked for it. */
export const useRooms = (): readonly InboxRoom[] => useReadable(useDesk().inbox).rooms;

/** The availability of these members, as far as it is known; asked for, and live from then on. */
export function usePresence(members: readonly string[]): Readonly<Record<string, PresenceView>> {
  const { presence, questions } = useDesk();
  const views = useReadable(presence);
  const { state } = useConnection();
  const key = members.join(',');
  useEffect(() => {
    if (key && state === 'online') questions.ask(key.split(','));
  }, [questions, key, state]);
  return views;
}
