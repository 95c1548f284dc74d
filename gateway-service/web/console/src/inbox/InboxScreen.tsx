import type { InboxRoom } from '@parlor/client';
import { MessagesSquare } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import { useShortcuts } from '../app/shortcuts';
import { ConversationScreen } from '../conversation/ConversationScreen';
import { useDesk } from '../desk/context';
import { useView } from '../desk/useView';
import { callsFor, placeOf, type View } from '../desk/views';
import { SearchResults } from '../search/SearchResults';
import { useSettled } from '../search/useSettled';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Notice';
import { ListSkeleton } from '../ui/Skeleton';
import { EmptyView } from './EmptyView';
import { ListHeader } from './ListHeader';
import { QueueNumbers } from './QueueNumbers';
import { RoomList } from './RoomList';
import styles from './InboxScreen.module.css';

type InboxScreenProps = { view: View; room: string | undefined; onNewRoom: () => void };

/** A list and the conversation chosen from it; two screens where there is no room for both. */
export function InboxScreen({ view, room, onNewRoom }: InboxScreenProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { words, setWords, settled, tag, setTag } = useNarrowing(view);
  const place = useSearch();
  const search = useRef<HTMLInputElement>(null);
  const held = useHeld(room);
  const list = useView(view, settled, tag, held);
  const rooms = useDeferredValue(list.rooms);

  const step = useCallback(
    (by: 1 | -1) => {
      const place = rooms.findIndex(({ id }) => id === room);
      const next = rooms[place < 0 ? 0 : place + by];
      if (!next) return;
      navigate(placeOf(view, next), { replace: room !== undefined });
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('a[aria-current="page"][href*="/' + view + '/"]')?.focus(),
      );
    },
    [rooms, room, view, navigate],
  );
  useShortcuts({
    next: () => step(1),
    previous: () => step(-1),
    search: () => search.current?.focus(),
    leave: () => room && navigate(`/${view}`),
  });

  const found = (
    <Rooms
      view={view}
      list={list}
      rooms={rooms}
      words={settled}
      tag={tag}
      room={room}
      onStep={step}
      onNewRoom={onNewRoom}
    />
  );

  return (
    <div className={styles.screen} data-open={room !== undefined || undefined}>
      <section className={styles.list} aria-label={t(`view.${view}`)}>
        <ListHeader
          view={view}
          count={list.phase === 'ready' ? rooms.length : undefined}
          words={words}
          onWords={setWords}
          tag={tag}
          onTag={setTag}
          search={search}
          onNewRoom={onNewRoom}
        />
        {view === 'queue' && <QueueNumbers />}
        {settled ? (
          <SearchResults view={view} words={settled} current={`${room}?${place}`}>
            {found}
          </SearchResults>
        ) : (
          found
        )}
      </section>
      <div className={styles.conversation}>
        {room ? (
          <ConversationScreen id={room} back={`/${view}`} />
        ) : (
          <Empty icon={<MessagesSquare />} title={t('inbox.choose')}>
            {t('inbox.chooseDetail')}
          </Empty>
        )}
      </div>
    </div>
  );
}

/** By what a list is narrowed; every view begins with nothing. */
function useNarrowing(view: View) {
  const [words, setWords] = useState('');
  const [tag, setTag] = useState<string>();
  const settled = useSettled(words.trim());

  useEffect(() => {
    setWords('');
    setTag(undefined);
  }, [view]);

  return { words, setWords, settled, tag, setTag };
}

type RoomsProps = {
  view: View;
  list: ReturnType<typeof useView>;
  rooms: readonly InboxRoom[];
  words: string;
  tag: string | undefined;
  room: string | undefined;
  onStep: (by: 1 | -1) => void;
  onNewRoom: () => void;
};

/** The rooms of the list, or why there are none. */
function Rooms({ view, list, rooms, words, tag, room, onStep, onNewRoom }: RoomsProps) {
  const { t } = useTranslation();
  const { account } = useDesk();
  if (list.phase === 'loading') return <ListSkeleton />;
  if (list.phase === 'failed') {
    return (
      <Empty
        title={t('inbox.failed')}
        action={<Button onClick={() => list.reload(true)}>{t('common.retry')}</Button>}
      >
        {t('inbox.failedDetail')}
      </Empty>
    );
  }
  if (rooms.length === 0) return <EmptyView view={view} words={words} tag={tag} onNewRoom={onNewRoom} />;
  return (
    <RoomList
      key={view}
      rooms={rooms}
      view={view}
      self={account.id}
      current={room}
      more={list.more}
      onMore={list.loadMore}
      onStep={onStep}
    />
  );
}

/** The open room, if it was unread when it was opened: it keeps its place in the list until another is opened. */
function useHeld(room: string | undefined): string | undefined {
  const { inbox, account } = useDesk();
  const look = () => {
    const known = room === undefined ? undefined : inbox.get(room);
    return { room, unread: known !== undefined && callsFor(known, account.id) };
  };
  const [opened, setOpened] = useState(look);
  if (opened.room !== room) setOpened(look());
  return opened.room === room && opened.unread ? room : undefined;
}
