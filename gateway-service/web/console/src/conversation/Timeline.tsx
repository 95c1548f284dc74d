import type { Account, InboxRoom } from '@parlor/client';
import { ArrowDown } from 'lucide-react';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../i18n/useNow';
import { Button } from '../ui/Button';
import type { MessageActions } from './actions';
import { seen } from './rights';
import { rowsOf, type Row } from './rows';
import { quotable, TimelineRow } from './TimelineRow';
import type { Conversation } from './useConversation';
import { useReading } from './useReading';
import { useWindow } from './useWindow';
import styles from './Timeline.module.css';

type TimelineProps = {
  room: InboxRoom;
  account: Account;
  conversation: Conversation;
  actions: MessageActions;
};

/** The conversation and its notes, newest at the bottom. */
export function Timeline({ room, account, conversation, actions }: TimelineProps) {
  const { t } = useTranslation();
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const { items, outgoing, front, loadOlder } = conversation;
  const { older, reads, typing } = front.snapshot;
  const firstUnread = useReading(room, account.id, conversation);

  const rows = useMemo(
    () => rowsOf({ items, outgoing, self: account.id, firstUnread }),
    [items, outgoing, account.id, firstUnread],
  );
  const onTop = useCallback(() => void loadOlder(), [loadOlder]);
  const { visible, start, atEnd, onScroll, toEnd } = useWindow(rows, scroller, onTop);
  const marks = useMemo(() => deliveries(rows, room, reads, account.id), [rows, room, reads, account.id]);
  const quoted = useMemo(() => quotable(rows), [rows]);

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
        <ol className={styles.rows}>
          {start === 0 && older !== 'none' && (
            <li className={styles.older}>
              <Button size="small" variant="quiet" busy={older === 'loading'} onClick={onTop}>
                {t(older === 'failed' ? 'timeline.olderFailed' : 'timeline.older')}
              </Button>
            </li>
          )}
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
            />
          ))}
        </ol>
        {typing.length > 0 && (
          <p className={styles.typing}>
            <span className={styles.dots} aria-hidden="true" />
            {t('timeline.typing', { count: typing.length, name: typing[0]?.name })}
          </p>
        )}
      </div>
      {!atEnd && (
        <Button className={styles.jump ?? ''} size="small" icon={<ArrowDown size={14} />} onClick={toEnd}>
          {t('timeline.newest')}
        </Button>
      )}
    </div>
  );
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
