import { useEffect, useMemo } from 'react';
import { useConnection, useDesk, useRooms } from './context';
import { asksForMe, belongs, countUnread, doubtful, queriesOf, type View } from './views';

export type Counted = Extract<View, 'queue' | 'mine' | 'mentions' | 'team'>;
const COUNTED: readonly Counted[] = ['queue', 'mine', 'mentions', 'team'];
const PAGE = 100;

/** The numbers of the navigation: unread rooms of mine and of the team, with mentions of me, and how many guests wait. */
export function useCounts(): Readonly<Record<Counted, number>> {
  const { account } = useDesk();
  const rooms = useRooms();
  return useMemo(
    () => ({
      queue: rooms.filter((room) => belongs(room, 'queue', account.id)).length,
      mine: countUnread(rooms, 'mine', account.id),
      mentions: rooms.filter(asksForMe).length,
      team: countUnread(rooms, 'team', account.id),
    }),
    [rooms, account.id],
  );
}

/** After every connection asks for what is counted, and about what the answer no longer mentions. */
export function useCountedRooms(): void {
  const { inbox, account } = useDesk();
  const { state } = useConnection();
  useEffect(() => {
    if (state !== 'online') return;
    const look = async (view: View) => {
      const pages = await Promise.all(queriesOf(view).map((query) => inbox.find({ ...query, limit: PAGE })));
      if (pages.some(({ next }) => next)) return;
      const found = new Set(pages.flatMap(({ ids }) => ids));
      doubtful(inbox.getSnapshot().rooms, view, account.id, found).forEach((id) => inbox.refresh(id));
    };
    // A list that cannot be read shows its own error where it is opened.
    for (const view of COUNTED) look(view).catch(() => undefined);
  }, [state, inbox, account.id]);
}
