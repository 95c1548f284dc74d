import { notThere, type InboxRoom, type RoomDoor, type RoomSnapshot } from '@parlor/client';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useDesk, useRooms } from '../desk/context';

type Asked = { readonly id: string; readonly phase: 'loading' | 'missing' | 'failed' };

/**
 * The room as the inbox knows it; asked for when it does not, as after following a link. `gone` is a room that was
 * there and may not be read any more.
 */
export function useRoom(id: string): {
  room: InboxRoom | undefined;
  gone: InboxRoom | undefined;
  phase: Asked['phase'];
  retry: () => void;
} {
  const { inbox, api } = useDesk();
  const room = useRooms().find((known) => known.id === id);
  const [last, setLast] = useState(room);
  if (room && last !== room) setLast(room);
  const gone = !room && last?.id === id ? last : undefined;
  const [asked, setAsked] = useState<Asked>({ id, phase: 'loading' });

  const ask = useCallback(() => {
    setAsked({ id, phase: 'loading' });
    api.room(id).then(
      (found) => inbox.add([found]),
      (problem: unknown) => setAsked({ id, phase: notThere(problem) ? 'missing' : 'failed' }),
    );
  }, [api, inbox, id]);

  const known = room !== undefined || gone !== undefined;
  useEffect(() => {
    if (!known) ask();
  }, [known, ask]);

  return { room, gone, phase: asked.id === id ? asked.phase : 'loading', retry: ask };
}

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
