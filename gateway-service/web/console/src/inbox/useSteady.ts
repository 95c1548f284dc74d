import type { InboxRoom } from '@parlor/client';
import type { Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';

/** Rooms that leave the list above what is in sight take their place with them: nothing moves under the reader's eyes. */
export function useSteady(
  list: Virtualizer<HTMLDivElement, Element>,
  rooms: readonly InboxRoom[],
  guessPx: number,
): void {
  const before = useRef<{ rooms: readonly InboxRoom[]; first: number }>({ rooms, first: 0 });
  const first = list.range?.startIndex ?? 0;

  useLayoutEffect(() => {
    const { rooms: had, first: place } = before.current;
    before.current = { rooms, first };
    if (had === rooms || place === 0) return;
    const left = new Set(rooms.map(({ id }) => id));
    const above = had.slice(0, place).filter(({ id }) => !left.has(id));
    const freed = above.reduce((sum, { id }) => sum + (list.itemSizeCache.get(id) ?? guessPx), 0);
    if (freed > 0) list.scrollBy(-freed);
  }, [list, rooms, first, guessPx]);
}
