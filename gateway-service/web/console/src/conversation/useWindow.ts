import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Row } from './rows';

const FIRST = 80;
const STEP = 60;
/** What is further down than this many rows is not drawn while the reader is further up. */
const MOST = 240;
/** Closer to the end than this counts as being there. */
const NEAR_END_PX = 64;
/** Closer to an end of what is drawn than this, more is drawn there; at the top, what is older is brought in. */
const NEAR_EDGE_PX = 320;

/** Rows that keep their neighbours: a day's separator moves up when more of that day comes in above. */
const LASTING = '[data-key^="item-"], [data-key^="note-"]';

/** Where a row stood, and how far the box was scrolled then. */
type Place = { readonly key: string; readonly top: number; readonly scrolled: number };

/**
 * The part of a timeline that is drawn: the newest rows, and others as the reader goes up and down, never more than a
 * few screens of them. The reader's eye stays where it is when rows come and go above, and at the end when it was there.
 */
export function useWindow(
  rows: readonly Row[],
  scroller: RefObject<HTMLElement | null>,
  onTop: () => void,
  /** Whether the end of the rows is the end of the conversation, which is followed. */
  live = true,
) {
  const [from, setFrom] = useState<string>();
  const [atEnd, setAtEnd] = useState(true);
  const stuck = useRef(true);
  const eye = useRef<Place>(undefined);
  /** The row that is to be brought to the middle once it is drawn. */
  const wanted = useRef<string>(undefined);

  const known = from === undefined ? -1 : rows.findIndex(({ key }) => key === from);
  const start = known >= 0 ? known : Math.max(0, rows.length - FIRST);
  const end = Math.min(rows.length, start + MOST);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const row = wanted.current === undefined ? undefined : rowOf(box, wanted.current);
    if (row) {
      wanted.current = undefined;
      row.scrollIntoView({ block: 'center' });
      eye.current = placeOfEye(box);
      return;
    }
    if (stuck.current) {
      box.scrollTop = box.scrollHeight;
      return;
    }
    restore(box, eye.current);
    eye.current = placeOfEye(box);
    // Who waits at the top for what is older does not scroll once it is there.
    if (box.scrollTop < NEAR_EDGE_PX && start > 0) setFrom(rows[Math.max(0, start - STEP)]?.key);
  }, [rows, start, scroller]);

  const onScroll = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const below = box.scrollHeight - box.scrollTop - box.clientHeight;
    const near = below < NEAR_END_PX && end === rows.length;
    stuck.current = near && live;
    setAtEnd(near);
    eye.current = placeOfEye(box);
    if (near && from !== undefined) setFrom(undefined);
    if (below < NEAR_EDGE_PX && end < rows.length) return setFrom(rows[start + STEP]?.key);
    if (box.scrollTop > NEAR_EDGE_PX) return;
    if (start > 0 && !near) setFrom(rows[Math.max(0, start - STEP)]?.key);
    else if (start === 0) onTop();
  }, [scroller, start, end, from, rows, onTop, live]);

  const toEnd = useCallback(() => {
    stuck.current = true;
    setAtEnd(true);
    setFrom(undefined);
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, [scroller]);

  /** Brings a row to the middle; false when it is not among the rows. */
  const reveal = useCallback(
    (key: string): boolean => {
      const place = rows.findIndex((row) => row.key === key);
      if (place < 0) return false;
      stuck.current = false;
      setAtEnd(false);
      const row = scroller.current && rowOf(scroller.current, key);
      if (row) {
        row.scrollIntoView({ block: 'center' });
        eye.current = scroller.current ? placeOfEye(scroller.current) : undefined;
      } else {
        wanted.current = key;
        setFrom(rows[Math.max(0, place - FIRST / 2)]?.key);
      }
      return true;
    },
    [rows, scroller],
  );

  useEndInView(scroller, stuck);

  return { visible: rows.slice(start, end), start, end, atEnd, onScroll, toEnd, reveal };
}

/** A box that changes its size keeps its end in view, while it is stuck there. */
function useEndInView(scroller: RefObject<HTMLElement | null>, stuck: RefObject<boolean>): void {
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const observer = new ResizeObserver(() => {
      if (stuck.current) box.scrollTop = box.scrollHeight;
    });
    observer.observe(box);
    if (box.firstElementChild) observer.observe(box.firstElementChild);
    return () => observer.disconnect();
  }, [scroller, stuck]);
}

function placeOfEye(box: HTMLElement): Place | undefined {
  const edge = box.getBoundingClientRect().top;
  for (const row of box.querySelectorAll<HTMLElement>(LASTING)) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom > edge) return { key: row.dataset['key'] ?? '', top: top - edge, scrolled: box.scrollTop };
  }
  return undefined;
}

function restore(box: HTMLElement, place: Place | undefined): void {
  if (!place) return;
  const row = rowOf(box, place.key);
  if (!row) return;
  const top = row.getBoundingClientRect().top - box.getBoundingClientRect().top;
  // What was scrolled since, and is not told yet, is where the reader wants to be.
  const since = box.scrollTop - place.scrolled;
  box.scrollTop += top - place.top + since;
}

const rowOf = (box: HTMLElement, key: string): HTMLElement | undefined =>
  [...box.querySelectorAll<HTMLElement>('[data-key]')].find((one) => one.dataset['key'] === key);
