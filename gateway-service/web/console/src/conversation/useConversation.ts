import type { InboxRoom, OutgoingMessage, RoomDoor, TimelineItem } from '@parlor/client';
import { useCallback, useEffect, useMemo } from 'react';
import { useDesk } from '../desk/context';
import { interleave, outgoing, withinReach, type Interleaved, type Outgoing } from './interleave';
import { useOpenRoom, type OpenRoom } from './useRoom';

export type Conversation = {
  readonly front: OpenRoom;
  readonly back: OpenRoom | undefined;
  readonly items: readonly Interleaved[];
  readonly outgoing: readonly Outgoing[];
  readonly loadOlder: () => Promise<void>;
  readonly doorOf: (note: boolean) => RoomDoor;
};

const NO_ITEMS: readonly TimelineItem[] = [];
const NO_MESSAGES: readonly OutgoingMessage[] = [];

/** A room and its back room as one conversation. Nothing of the back room ever goes to the other door. */
export function useConversation(room: InboxRoom): Conversation | undefined {
  const front = useOpenRoom(room.id);
  const back = useOpenRoom(room.backroom);
  useDoubt(room.id, front);

  const frontItems = front?.snapshot.items ?? NO_ITEMS;
  const backItems = back?.snapshot.items ?? NO_ITEMS;
  const complete = front?.snapshot.older === 'none';
  const items = useMemo(() => {
    const talk = backItems.filter((item) => item.kind === 'message' || item.notice !== 'created');
    return interleave(frontItems, withinReach(frontItems, talk, complete));
  }, [frontItems, backItems, complete]);

  const frontPending = front?.snapshot.pending ?? NO_MESSAGES;
  const backPending = back?.snapshot.pending ?? NO_MESSAGES;
  const pending = useMemo(() => outgoing(frontPending, backPending), [frontPending, backPending]);

  const frontDoor = front?.door;
  const backDoor = back?.door;
  const loadOlder = useCallback(async () => {
    await frontDoor?.loadOlder();
    await backDoor?.loadOlder();
  }, [frontDoor, backDoor]);
  const doorOf = useCallback(
    (note: boolean) => {
      const door = note ? backDoor : frontDoor;
      if (!door) throw new Error(`no door (note: ${note})`);
      return door;
    },
    [frontDoor, backDoor],
  );

  return front && { front, back, items, outgoing: pending, loadOlder, doorOf };
}

/** Who was away while the room was lost is refused it on coming back: then the lists may still have it. */
function useDoubt(id: string, front: OpenRoom | undefined): void {
  const { inbox } = useDesk();
  const refused = front?.snapshot.phase === 'refused';
  useEffect(() => {
    if (refused) inbox.refresh(id);
  }, [refused, inbox, id]);
}
