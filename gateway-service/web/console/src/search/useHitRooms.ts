import type { FoundMessage, Room } from '@parlor/client';
import { useEffect, useRef, useState } from 'react';
import { useDesk } from '../desk/context';

/** The conversation a message belongs to; a note's is the guest's room. */
export type HitRoom = { readonly id: string; readonly name: string; readonly note: boolean };

/** The conversations of found messages, by the room they were found in. Rooms no list has shown yet are asked for. */
export function useHitRooms(hits: readonly FoundMessage[]): ReadonlyMap<string, HitRoom> {
  const { inbox, api } = useDesk();
  const [rooms, setRooms] = useState<ReadonlyMap<string, HitRoom>>(new Map());
  const asked = useRef(new Set<string>());

  useEffect(() => {
    const known = (id: string): Promise<Room> => Promise.resolve(inbox.get(id) ?? api.room(id));
    const find = async (id: string): Promise<HitRoom> => {
      const front = inbox.getSnapshot().rooms.find(({ backroom }) => backroom === id);
      if (front) return { id: front.id, name: front.name, note: true };
      const room = await known(id);
      if (!room.frontroom) return { id, name: room.name, note: false };
      const { id: frontId, name } = await known(room.frontroom);
      return { id: frontId, name, note: true };
    };
    for (const { room } of hits) {
      if (asked.current.has(room)) continue;
      asked.current.add(room);
      find(room).then(
        (found) => setRooms((before) => new Map(before).set(room, found)),
        // Asked again with the next hits; without a name it can still be read.
        () => asked.current.delete(room),
      );
    }
  }, [hits, inbox, api]);

  return rooms;
}

/** Where a found message is opened: the conversation, at the message. */
export const placeOf = (hit: FoundMessage, room: HitRoom): string =>
  `${room.id}?${room.note ? 'note' : 'at'}=${hit.seq}`;
