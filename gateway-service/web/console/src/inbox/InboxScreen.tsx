import { MessagesSquare } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useShortcuts } from '../app/shortcuts';
import { ConversationScreen } from '../conversation/ConversationScreen';
import { useDesk } from '../desk/context';
import { useView } from '../desk/useView';
import { callsFor, type View } from '../desk/views';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Notice';
import { ListSkeleton } from '../ui/Skeleton';
import { EmptyView } from './EmptyView';
import { ListHeader } from './ListHeader';
import { QueueNumbers } from './QueueNumbers';
import { RoomList } from './RoomList';
import styles from './InboxScreen.module.css';

const TYPING_PAUSE_MS = 250;

type InboxScreenProps = { view: View; room: string | undefined; onNewRoom: () => void };

/** A list and the conversation chosen from it; two screens where there is no room for both. */
export function InboxScreen({ view, room, onNewRoom }: InboxScreenProps) {
  const { t } = useTranslation();
  const { account } = useDesk();
  const [, navigate] = useLocation();
  const [words, setWords] = useState('');
  const settled = useSettled(words.trim());
  const search = useRef<HTMLInputElement>(null);
  const held = useHeld(room);
  const list = useView(view, settled, held);
  const rooms = useDeferredValue(list.rooms);

  useEffect(() => setWords(''), [view]);

  const step = useCallback(
    (by: 1 | -1) => {
      const place = rooms.findIndex(({ id }) => id === room);
      const next = rooms[place < 0 ? 0 : place + by];
      if (!next) return;
      navigate(`/${view}/${next.id}`, { replace: room !== undefined });
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('a[aria-current="page"][href*="/' + view + '/"]')?.focus(),
      );
    },
    [rooms, room, view, navigate],
  );
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    '/': () => search.current?.focus(),
    Escape: () => room && navigate(`/${view}`),
  });

  return (
    <div className={styles.screen} data-open={room !== undefined || undefined}>
      <section className={styles.list} aria-label={t(`view.${view}`)}>
        <ListHeader
          view={view}
          count={list.phase === 'ready' ? rooms.length : undefined}
          words={words}
          onWords={setWords}
          search={search}
          onNewRoom={onNewRoom}
        />
        {view === 'queue' && <QueueNumbers />}
        {list.phase === 'loading' && <ListSkeleton />}
        {list.phase === 'failed' && (
          <Empty
            title={t('inbox.failed')}
            action={<Button onClick={() => list.reload(true)}>{t('common.retry')}</Button>}
          >
            {t('inbox.failedDetail')}
          </Empty>
        )}
        {list.phase === 'ready' && rooms.length === 0 && (
          <EmptyView view={view} words={settled} onNewRoom={onNewRoom} />
        )}
        {list.phase === 'ready' && rooms.length > 0 && (
          <RoomList
            key={view}
            rooms={rooms}
            view={view}
            self={account.id}
            current={room}
            more={list.more}
            onMore={list.loadMore}
            onStep={step}
          />
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

/** A value once it has stopped changing for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value ? TYPING_PAUSE_MS : 0);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
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
