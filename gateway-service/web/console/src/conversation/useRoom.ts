import { Problem, type InboxRoom, type RoomDoor, type RoomSnapshot } from '@parlor/client';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useDesk, useRooms } from '../desk/context';

type Asked = { readonly id: string; readonly phase: 'loading' | 'missing' | 'failed' };

/** The room as the inbox knows it; asked for when it does not, as after following a link. */
export function useRoom(id: string): {
  room: InboxRoom | undefined;
  phase: Asked['phase'];
  retry: () => void;
} {
  const { inbox, api } = useDesk();
  const room = useRooms().find((known) => known.id === id);
  const [asked, setAsked] = useState<Asked>({ id, phase: 'loading' });

  const ask = useCallback(() => {
    setAsked({ id, phase: 'loading' });
    api.room(id).then(
      (found) => inbox.add([found]),
      (problem: unknown) => setAsked({ id, phase: isRefusal(problem) ? 'missing' : 'failed' }),
    );
  }, [api, inbox, id]);

  const known = room !== undefined;
  useEffect(() => {
    if (!known) ask();
  }, [known, ask]);

  return { room, phase: asked.id === id ? asked.phase : 'loading', retry: ask };
}

const isRefusal = (problem: unknown): boolean =>
  problem instanceof Problem && (problem.status === 403 || problem.status === 404);

export type OpenRoom = { readonly door: RoomDoor; readonly snapshot: RoomSnapshot };

const nothing = { subscribe: () => () => undefined, getSnapshot: () => undefined };

/** Keeps a room open on the socket while it is shown. */
export function useOpenRoom(id: string | undefined): OpenRoom | undefined {
  const { session } = useDesk();
  const door = id === undefined ? undefined : session.room(id);
  const { subscribe, getSnapshot } = door ?? nothing;
  const snapshot: RoomSnapshot | undefined = useSyncExternalStore<RoomSnapshot | undefined>(
    subscribe,
    getSnapshot,
  );
  useEffect(() => door?.open(), [door]);
  return door && snapshot ? { door, snapshot } : undefined;
}
