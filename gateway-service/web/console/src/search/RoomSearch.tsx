import type { FoundMessage, InboxRoom, Page } from '@parlor/client';
import { Search, X } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import { useDesk } from '../desk/context';
import { IconButton } from '../ui/Button';
import { Hits } from './Hits';
import { useMessageSearch, type Ask } from './useMessageSearch';
import { useSettled } from './useSettled';
import type { HitRoom } from './useHitRooms';
import styles from './RoomSearch.module.css';

type RoomSearchProps = { room: InboxRoom; back: string; onClose: () => void };

/** Looks for messages of the open conversation, its notes too. */
export function RoomSearch({ room, back, onClose }: RoomSearchProps) {
  const { t } = useTranslation();
  const { api } = useDesk();
  const [words, setWords] = useState('');
  const settled = useSettled(words.trim());
  const place = useSearch();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const { id, backroom, name } = room;
  const ask: Ask = useCallback(
    (q, cursor) => inBoth(id, backroom, (one, from) => api.searchRoom(one, { q, cursor: from }), cursor),
    [api, id, backroom],
  );
  const found = useMessageSearch(ask, settled);
  const rooms = useMemo(() => {
    const front: HitRoom = { id, name, note: false };
    return new Map([[id, front], ...(backroom ? [[backroom, { ...front, note: true }] as const] : [])]);
  }, [id, backroom, name]);

  return (
    <section
      className={styles.panel}
      aria-label={t('search.here')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={styles.bar} role="search">
        <Search size={14} aria-hidden="true" />
        <input
          ref={field}
          type="search"
          className={styles.input}
          aria-label={t('search.here')}
          placeholder={t('search.here')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <IconButton label={t('common.close')} onClick={onClose}>
          <X size={16} />
        </IconButton>
      </div>
      {words && (
        <div className={styles.hits}>
          <Hits
            found={found}
            rooms={rooms}
            base={back}
            current={`${id}?${place}`}
            label={t('search.messages')}
          />
        </div>
      )}
    </section>
  );
}

type AskOne = (room: string, cursor: string | undefined) => Promise<Page<FoundMessage>>;

/** Where one of two rooms has ended. */
const ENDED = '-';

/** The room and its back room as one, newest first as far as one page of each goes. */
async function inBoth(
  front: string,
  back: string | undefined,
  ask: AskOne,
  cursor: string | undefined,
): Promise<Page<FoundMessage>> {
  if (!back) return ask(front, cursor);
  const [frontFrom, backFrom] = cursor?.split(' ') ?? [];
  const none: Page<FoundMessage> = { items: [] };
  const [talk, notes] = await Promise.all([
    frontFrom === ENDED ? none : ask(front, frontFrom),
    backFrom === ENDED ? none : ask(back, backFrom),
  ]);
  const items = [...talk.items, ...notes.items].toSorted((a, b) =>
    a.at < b.at ? 1 : Number(a.at > b.at) * -1,
  );
  return talk.next || notes.next
    ? { items, next: `${talk.next ?? ENDED} ${notes.next ?? ENDED}` }
    : { items };
}
