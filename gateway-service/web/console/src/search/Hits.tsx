import type { FoundMessage } from '@parlor/client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../i18n/useNow';
import { Button } from '../ui/Button';
import { Alert } from '../ui/Notice';
import { Spinner } from '../ui/Spinner';
import { HitLine } from './HitLine';
import { SHORTEST, type MessageSearch } from './useMessageSearch';
import { placeOf, type HitRoom } from './useHitRooms';
import styles from './Hits.module.css';

const LINE_PX = 74;

type HitsProps = {
  found: MessageSearch;
  rooms: ReadonlyMap<string, HitRoom>;
  /** Before the conversation and the message in the address. */
  base: string;
  /** What is open, as in the address. */
  current: string;
  label: string;
  /** Whether the conversation of each has to be named. */
  named?: boolean;
};

/** Found messages, newest first, or why there are none. Only what is in sight is drawn. */
export function Hits({ found, rooms, base, current, label, named = false }: HitsProps) {
  const { t } = useTranslation();
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const { hits, phase } = found;
  const list = useVirtualizer({
    count: hits.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    getItemKey: (index) => keyOf(hits[index], index),
    overscan: 8,
  });

  return (
    <div className={styles.scroller} ref={scroller} onKeyDown={(event) => step(event, scroller.current)}>
      <p className={styles.state} role="status">
        {phase === 'idle' && t('search.longer', { count: SHORTEST })}
        {phase === 'loading' && (
          <>
            <Spinner /> {t('search.looking')}
          </>
        )}
        {phase === 'ready' && hits.length === 0 && t(found.next ? 'search.noneYet' : 'search.none')}
        {phase === 'ready' && hits.length > 0 && (
          <span className="visually-hidden">{t('search.found', { count: hits.length })}</span>
        )}
      </p>
      {phase === 'failed' && (
        <Alert action={<Button onClick={found.search}>{t('common.retry')}</Button>}>
          {t(found.online ? 'search.failed' : 'search.offline')}
        </Alert>
      )}
      {hits.length > 0 && (
        <ul className={styles.list} style={{ blockSize: list.getTotalSize() }} aria-label={label}>
          {list.getVirtualItems().map(({ index, key, start }) => {
            const hit = hits[index];
            if (!hit) return null;
            const room = rooms.get(hit.room);
            const place = placeOf(hit, room ?? { id: hit.room, name: '', note: false });
            return (
              <li
                key={key}
                ref={list.measureElement}
                data-index={index}
                className={styles.row}
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={found.next ? -1 : hits.length}
                aria-posinset={index + 1}
              >
                <HitLine
                  hit={hit}
                  room={named ? room : undefined}
                  note={room?.note ?? false}
                  href={`${base}/${place}`}
                  current={place === current}
                  now={now}
                />
              </li>
            );
          })}
        </ul>
      )}
      {phase === 'ready' && found.next && (
        <div className={styles.more}>
          <Button size="small" variant="quiet" busy={found.more === 'loading'} onClick={found.loadMore}>
            {t(found.more === 'failed' ? 'search.moreFailed' : 'search.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

const keyOf = (hit: FoundMessage | undefined, index: number): string | number =>
  hit ? `${hit.room}-${hit.seq}` : index;

/** Arrows go from one hit to the next. */
function step(event: KeyboardEvent, list: HTMLElement | null): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (!by || !list) return;
  const links = [...list.querySelectorAll<HTMLElement>('li a')].toSorted(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  );
  const place = links.findIndex((link) => link === document.activeElement);
  event.preventDefault();
  links[place + by]?.focus();
}
