import type { InboxRoom } from '@parlor/client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { usePresence } from '../desk/context';
import type { View } from '../desk/views';
import { useNow } from '../i18n/useNow';
import { QueueCard } from './QueueCard';
import { RoomItem } from './RoomItem';
import { useSteady } from './useSteady';
import styles from './RoomList.module.css';

type RoomListProps = {
  rooms: readonly InboxRoom[];
  view: View;
  self: string;
  current: string | undefined;
  more: boolean;
  onMore: () => void;
  onStep: (step: 1 | -1) => void;
};

const ITEM_PX = 62;
const CARD_PX = 190;

/** The rooms of a view. Only what is in sight is drawn. */
export function RoomList({ rooms, view, self, current, more, onMore, onStep }: RoomListProps) {
  const { t } = useTranslation();
  const now = useNow(view === 'queue' ? 5_000 : 30_000);
  const scroller = useRef<HTMLDivElement>(null);
  const guessPx = view === 'queue' ? CARD_PX : ITEM_PX;
  const list = useVirtualizer({
    count: rooms.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => guessPx,
    getItemKey: (index) => rooms[index]?.id ?? index,
    overscan: 8,
  });
  const drawn = list.getVirtualItems();
  useSteady(list, rooms, guessPx);
  const inSight = drawn.flatMap(({ index }) => partnerOf(rooms[index], self));
  const presence = usePresence(inSight);

  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= rooms.length - 1) onMore();
  }, [more, last, rooms.length, onMore]);

  const place = rooms.findIndex(({ id }) => id === current);
  useEffect(() => {
    if (place >= 0) list.scrollToIndex(place, { align: 'auto' });
    // Only when another room is opened, not whenever the list moves.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [current]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    if (!step) return;
    event.preventDefault();
    onStep(step);
  };

  return (
    <div className={styles.scroller} ref={scroller} onKeyDown={onKeyDown}>
      <ul className={styles.list} style={{ blockSize: list.getTotalSize() }} aria-label={t(`view.${view}`)}>
        {drawn.map(({ index, key, start }) => {
          const room = rooms[index];
          if (!room) return null;
          const partner = partnerOf(room, self)[0];
          return (
            <li
              key={key}
              ref={list.measureElement}
              data-index={index}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={more ? -1 : rooms.length}
              aria-posinset={index + 1}
            >
              {view === 'queue' ? (
                <QueueCard room={room} current={room.id === current} now={now} />
              ) : (
                <RoomItem
                  room={room}
                  view={view}
                  self={self}
                  current={room.id === current}
                  now={now}
                  presence={shownPresence(partner && presence[partner]?.status)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Whose presence is shown on a room. */
function partnerOf(room: InboxRoom | undefined, self: string): string[] {
  if (room?.guest) return [room.guest.id];
  const other = room?.kind === 'direct' ? room.members.find(({ id }) => id !== self) : undefined;
  return other ? [other.id] : [];
}

/** Most guests are away most of the time: only what is worth noticing gets a dot. */
const shownPresence = (status: string | undefined): string | undefined =>
  status === 'offline' ? undefined : status;
