import type { RoomSnapshot } from '@parlor/client';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Closer to the end than this counts as being there. */
const NEAR_END_PX = 48;
const NEAR_START_PX = 80;

/** Stays at the end while new messages come, and in place while older ones are put before. */
export function useScroll(room: RoomSnapshot, loadOlder: () => void) {
  const list = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const before = useRef({ first: 0, pending: 0, height: 0 });

  const toEnd = () => list.current?.scrollTo({ top: list.current.scrollHeight });

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const first = room.items[0]?.seq ?? 0;
    const was = before.current;
    const older = was.first > 0 && first > 0 && first < was.first;
    if (older) element.scrollTop += element.scrollHeight - was.height;
    else if (atEnd || room.pending.length > was.pending) toEnd();
    before.current = { first, pending: room.pending.length, height: element.scrollHeight };
  }, [room]);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(() => atEnd && toEnd());
    watch.observe(element);
    return () => watch.disconnect();
  }, [atEnd]);

  const onScroll = () => {
    const element = list.current;
    if (!element) return;
    setAtEnd(element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX);
    const scrollable = element.scrollHeight > element.clientHeight + NEAR_START_PX;
    if (scrollable && element.scrollTop < NEAR_START_PX && room.older === 'more') loadOlder();
  };

  return { list, atEnd, toEnd, onScroll };
}
