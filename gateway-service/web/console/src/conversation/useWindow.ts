import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Row } from './rows';

const FIRST = 80;
const STEP = 60;
/** Closer to the end than this counts as being there. */
const NEAR_END_PX = 64;
/** Closer to the top than this brings in what is older. */
const NEAR_TOP_PX = 320;

/** Where a row stood, and how far the box was scrolled then. */
type Place = { readonly key: string; readonly top: number; readonly scrolled: number };

/**
 * The part of a timeline that is drawn: the newest rows, and more as the reader goes up. The reader's eye stays where
 * it is when rows come in above, and at the end when it was there.
 */
export function useWindow(rows: readonly Row[], scroller: RefObject<HTMLElement | null>, onTop: () => void) {
  const [from, setFrom] = useState<string>();
  const [atEnd, setAtEnd] = useState(true);
  const stuck = useRef(true);
  const eye = useRef<Place>(undefined);

  const known = from === undefined ? -1 : rows.findIndex(({ key }) => key === from);
  const start = known >= 0 ? known : Math.max(0, rows.length - FIRST);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    if (stuck.current) {
      box.scrollTop = box.scrollHeight;
      return;
    }
    restore(box, eye.current);
    eye.current = placeOfEye(box);
  }, [rows, start, scroller]);

  const onScroll = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const near = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX;
    stuck.current = near;
    setAtEnd(near);
    eye.current = placeOfEye(box);
    if (near && start < rows.length - FIRST - STEP) setFrom(undefined);
    if (near && from !== undefined) setFrom(undefined);
    if (box.scrollTop > NEAR_TOP_PX) return;
    if (start > 0 && !near) setFrom(rows[Math.max(0, start - STEP)]?.key);
    else if (start === 0) onTop();
  }, [scroller, start, from, rows, onTop]);

  const toEnd = useCallback(() => {
    stuck.current = true;
    setAtEnd(true);
    setFrom(undefined);
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, [scroller]);

  // A box that changes its size keeps its end in view.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const observer = new ResizeObserver(() => {
      if (stuck.current) box.scrollTop = box.scrollHeight;
    });
    observer.observe(box);
    if (box.firstElementChild) observer.observe(box.firstElementChild);
    return () => observer.disconnect();
  }, [scroller]);

  return { visible: rows.slice(start), start, atEnd, onScroll, toEnd };
}

function placeOfEye(box: HTMLElement): Place | undefined {
  const edge = box.getBoundingClientRect().top;
  for (const row of box.querySelectorAll<HTMLElement>('[data-key]')) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom > edge) return { key: row.dataset['key'] ?? '', top: top - edge, scrolled: box.scrollTop };
  }
  return undefined;
}

function restore(box: HTMLElement, place: Place | undefined): void {
  if (!place) return;
  const row = [...box.querySelectorAll<HTMLElement>('[data-key]')].find(
    (one) => one.dataset['key'] === place.key,
  );
  if (!row) return;
  const top = row.getBoundingClientRect().top - box.getBoundingClientRect().top;
  // What was scrolled since, and is not told yet, is where the reader wants to be.
  const since = box.scrollTop - place.scrolled;
  box.scrollTop += top - place.top + since;
}
