import type { InboxRoom } from '@parlor/client';
import { AtSign } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale';
import { Link } from 'wouter';
import { asksForMe, callsFor, isOver, placeOf, type View } from '../desk/views';
import { Stars } from '../rating/Stars';
import { RoomTags } from '../tags/RoomTags';
import { brief, elapsed, full } from '../i18n/times';
import { Avatar } from '../ui/Avatar';
import { StatusPill } from '../ui/StatusPill';
import styles from './RoomItem.module.css';

const TOPICS_SHOWN = 3;

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
      href={placeOf(view, room)}
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
          {unread && <News room={room} />}
        </span>
        <Standing room={room} view={view} />
        <Topics room={room} />
        <RoomTags room={room} />
      </span>
    </Link>
  );
});

/** What is new to me: a mention before anything else. */
function News({ room }: { room: InboxRoom }) {
  const { t } = useTranslation();
  if (asksForMe(room)) {
    return (
      <span className={styles.mentioned}>
        <AtSign size={14} aria-hidden="true" />
        <span className="visually-hidden">
          {t('inbox.mentioned', { count: room.mentioned?.unread ?? 0 })}
        </span>
      </span>
    );
  }
  return (
    <span className={styles.dot}>
      <span className="visually-hidden">{t('inbox.unread', { count: room.unread })}</span>
    </span>
  );
}

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
  const quiet = (view === 'mine' || view === 'snoozed') && room.status === 'assigned';
  if (view === 'team' || !room.status || (quiet && !room.endAskedAt && !room.snoozedUntil)) return null;
  return (
    <span className={styles.tags}>
      {room.endAskedAt && <span className={styles.ending}>{t('ending.mark')}</span>}
      {room.snoozedUntil && <SnoozedUntil until={room.snoozedUntil} />}
      {room.rating && <Stars rating={room.rating} />}
      {!quiet && <StatusPill status={room.status} />}
      {room.assignee && view === 'all' && (
        <span className={styles.assignee}>
          <bdi>{room.assignee.name}</bdi>
        </span>
      )}
    </span>
  );
}

function SnoozedUntil({ until }: { until: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return <span>{t('snooze.until', { time: full(locale, until) })}</span>;
}

/** What it was about, once it is over. */
function Topics({ room }: { room: InboxRoom }) {
  const { t } = useTranslation();
  if (!isOver(room) || !room.topics?.length) return null;
  return (
    <span className={styles.topics} dir="auto">
      <span className="visually-hidden">{t('summary.topics')}: </span>
      {room.topics.slice(0, TOPICS_SHOWN).join(' · ')}
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
