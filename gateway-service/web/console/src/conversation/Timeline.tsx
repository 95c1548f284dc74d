import type { Account, InboxRoom } from '@parlor/client';
import { ArrowDown } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pictures, picturesOf } from '../files/pictures';
import { useNow } from '../i18n/useNow';
import { Button } from '../ui/Button';
import type { MessageActions } from './actions';
import { seen } from './rights';
import { rowsOf, type Row } from './rows';
import { quotable, TimelineRow } from './TimelineRow';
import type { Conversation } from './useConversation';
import { useReading } from './useReading';
import type { Aim } from './useTarget';
import { useWindow } from './useWindow';
import styles from './Timeline.module.css';

type TimelineProps = {
  room: InboxRoom;
  account: Account;
  conversation: Conversation;
  actions: MessageActions;
  aim: Aim;
};

/** How long a message that was looked for stands out. */
const MARKED_MS = 3_000;

/** The conversation and its notes, newest at the bottom. */
export function Timeline({ room, account, conversation, actions, aim }: TimelineProps) {
  const { t } = useTranslation();
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const { items, outgoing, front, loadOlder } = conversation;
  const { older, reads, typing } = front.snapshot;
  const firstUnread = useReading(room, account.id, conversation, !aim.passage);

  const rows = useMemo(
    () => rowsOf({ items, outgoing, self: account.id, firstUnread }),
    [items, outgoing, account.id, firstUnread],
  );
  const onTop = useCallback(() => void loadOlder(), [loadOlder]);
  const { visible, start, end, atEnd, onScroll, toEnd, reveal } = useWindow(
    rows,
    scroller,
    onTop,
    !aim.passage,
  );
  const marked = useMarked(aim, reveal);
  const marks = useMemo(() => deliveries(rows, room, reads, account.id), [rows, room, reads, account.id]);
  const quoted = useMemo(() => quotable(rows), [rows]);
  const pictures = useMemo(() => picturesOf(rows), [rows]);

  return (
    <div className={styles.frame}>
      <div
        className={styles.scroller}
        ref={scroller}
        onScroll={onScroll}
        tabIndex={0}
        role="region"
        aria-label={t('timeline.label', { name: room.name })}
      >
        <ol className={styles.rows} data-passage={aim.passage ? true : undefined}>
          {start === 0 && older !== 'none' && (
            <li className={styles.older}>
              <Button size="small" variant="quiet" busy={older === 'loading'} onClick={onTop}>
                {t(older === 'failed' ? 'timeline.olderFailed' : 'timeline.older')}
              </Button>
            </li>
          )}
          <Pictures value={pictures}>
            {visible.map((row) => (
              <TimelineRow
                key={row.key}
                row={row}
                room={room}
                account={account}
                now={now}
                delivery={marks.get(row.key)}
                quoted={quoted}
                doorOf={conversation.doorOf}
                actions={actions}
                marked={row.key === marked || undefined}
              />
            ))}
          </Pictures>
          {end === rows.length && <Newer aim={aim} />}
        </ol>
        {!aim.passage && typing.length > 0 && (
          <p className={styles.typing}>
            <span className={styles.dots} aria-hidden="true" />
            {t('timeline.typing', { count: typing.length, name: typing[0]?.name })}
          </p>
        )}
      </div>
      {(aim.passage || !atEnd) && (
        <Button
          className={styles.jump ?? ''}
          size="small"
          icon={<ArrowDown size={14} />}
          onClick={aim.passage ? aim.leave : toEnd}
        >
          {t('timeline.newest')}
        </Button>
      )}
    </div>
  );
}

/** The way on to later messages, where a passage does not reach the end. */
function Newer({ aim: { passage, shown } }: { aim: Aim }) {
  const { t } = useTranslation();
  if (!passage || !shown || shown.newer === 'none') return null;
  return (
    <li className={styles.older}>
      <Button
        size="small"
        variant="quiet"
        busy={shown.newer === 'loading'}
        onClick={() => void passage.loadNewer()}
      >
        {t(shown.newer === 'failed' ? 'timeline.newerFailed' : 'timeline.newer')}
      </Button>
    </li>
  );
}

/** Goes to the message the address leads to, as soon as it is there, and lets it stand out for a moment. */
function useMarked({ target }: Aim, reveal: (key: string) => boolean): string | undefined {
  const [marked, setMarked] = useState<string>();
  const reached = useRef<Aim['target']>(undefined);
  useEffect(() => {
    if (!target || reached.current === target) return;
    const key = `${target.note ? 'note' : 'item'}-${target.seq}`;
    if (!reveal(key)) return;
    reached.current = target;
    setMarked(key);
  }, [target, reveal]);
  useEffect(() => {
    if (marked === undefined) return;
    const timer = setTimeout(() => setMarked(undefined), MARKED_MS);
    return () => clearTimeout(timer);
  }, [marked]);
  return marked;
}

/** Under which of my messages it says that they arrived, and that they were seen. */
function deliveries(
  rows: readonly Row[],
  room: InboxRoom,
  reads: Readonly<Record<string, number>>,
  self: string,
) {
  const mine = rows.filter((row) => row.kind === 'message' && row.own && !row.note && !row.item.deletedAt);
  const marks = new Map<string, 'delivered' | 'read'>();
  const last = mine.at(-1);
  const lastSeen = mine.findLast((row) => row.kind === 'message' && seen(room, reads, self, row.item.seq));
  if (last) marks.set(last.key, 'delivered');
  if (lastSeen) marks.set(lastSeen.key, 'read');
  return marks;
}
