import type { InboxRoom } from '@parlor/client';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale';
import { Link } from 'wouter';
import { callsFor, type View } from '../desk/views';
import { brief, elapsed, full } from '../i18n/times';
import { Avatar } from '../ui/Avatar';
import { StatusPill } from '../ui/StatusPill';
import styles from './RoomItem.module.css';

type RoomItemProps = {
  room: InboxRoom;
  view: View;
  self: string;
  current: boolean;
  now: number;
  presence: string | undefined;
};

/** One line of a list: who, when, what was said last, and whether that is new to me. */
export const RoomItem = memo(function RoomItem({ room, view, self, current, now, presence }: RoomItemProps) {
  const { t } = useTranslation();
  const unread = callsFor(room, self);
  return (
    <Link
      href={`/${view}/${room.id}`}
      className={styles.item}
      aria-current={current ? 'page' : undefined}
      data-unread={unread || undefined}
    >
      <Avatar name={room.name} {...(presence ? { presence } : {})} />
      <span className={styles.body}>
        <span className={styles.top}>
          <span className={styles.name}>
            <bdi>{room.name}</bdi>
          </span>
          <When room={room} now={now} />
        </span>
        <span className={styles.bottom}>
          <span className={styles.preview} dir="auto">
            {preview(room, self, t('message.you')) ?? t('inbox.noMessages')}
          </span>
          {unread && (
            <span className={styles.dot}>
              <span className="visually-hidden">{t('inbox.unread', { count: room.unread })}</span>
            </span>
          )}
        </span>
        <Standing room={room} view={view} />
      </span>
    </Link>
  );
});

function When({ room, now }: { room: InboxRoom; now: number }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (room.status === 'queued' && room.queuedAt) {
    return (
      <time className={styles.waiting} dateTime={room.queuedAt} title={full(locale, room.queuedAt)}>
        <span className="visually-hidden">{t('queue.waiting')} </span>
        {elapsed(locale, room.queuedAt, now)}
      </time>
    );
  }
  const at = room.lastMessage?.at ?? room.updatedAt;
  return (
    <time className={styles.time} dateTime={at} title={full(locale, at)}>
      {brief(locale, at, now)}
    </time>
  );
}

/** How a conversation stands, where the view does not already say so. */
function Standing({ room, view }: { room: InboxRoom; view: View }) {
  const { t } = useTranslation();
  const quiet = view === 'mine' && room.status === 'assigned';
  if (view === 'team' || !room.status || (quiet && !room.endAskedAt)) return null;
  return (
    <span className={styles.tags}>
      {room.endAskedAt && <span className={styles.ending}>{t('ending.mark')}</span>}
      {!quiet && <StatusPill status={room.status} />}
      {room.assignee && view === 'all' && (
        <span className={styles.assignee}>
          <bdi>{room.assignee.name}</bdi>
        </span>
      )}
    </span>
  );
}

function preview(room: InboxRoom, self: string, you: string): string | undefined {
  const last = room.lastMessage;
  if (!last) return undefined;
  if (last.author.id === self) return `${you}: ${last.text}`;
  return last.author.kind === 'guest' || room.kind === 'direct'
    ? last.text
    : `${last.author.name}: ${last.text}`;
}
