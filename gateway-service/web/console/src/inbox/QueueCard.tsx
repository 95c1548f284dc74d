import type { InboxRoom } from '@parlor/client';
import { Clock3, Globe } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useActions } from '../conversation/useActions';
import { elapsed, full } from '../i18n/times';
import { useLocale } from '../i18n/useLocale';
import { RoomTags } from '../tags/RoomTags';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { shortPage } from './page';
import styles from './QueueCard.module.css';
import { RecentLines } from './RecentLines';

const LONG_WAIT_MS = 5 * 60_000;

type QueueCardProps = { room: InboxRoom; current: boolean; now: number };

/** A guest who waits: since when, from where, what about, and the button that ends it. */
export function QueueCard({ room, current, now }: QueueCardProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [, navigate] = useLocation();
  const { act, busy } = useActions(room);
  const since = room.queuedAt ?? room.updatedAt;
  const long = now - Date.parse(since) > LONG_WAIT_MS;
  const accept = () => void act('claim').then((done) => done && navigate(`/mine/${room.id}`));
  return (
    <article className={styles.card} data-current={current || undefined}>
      <div className={styles.top}>
        <Avatar name={room.name} />
        <div className={styles.body}>
          <Link
            href={`/queue/${room.id}`}
            className={styles.link}
            aria-current={current ? 'page' : undefined}
          >
            <bdi>{room.name}</bdi>
          </Link>
          <time
            className={styles.wait}
            data-long={long || undefined}
            dateTime={since}
            title={full(locale, since)}
          >
            <Clock3 size={12} aria-hidden="true" />
            {t('queue.since', { time: elapsed(locale, since, now) })}
          </time>
        </div>
        <Button
          size="small"
          className={styles.accept ?? ''}
          busy={busy === 'claim'}
          aria-label={t('queue.accept', { name: room.name })}
          onClick={accept}
        >
          {t('action.claim')}
        </Button>
      </div>
      <Source room={room} />
      <RoomTags room={room} />
      <RecentLines room={room} />
    </article>
  );
}

/** By which way the guest came, and from which page. */
function Source({ room }: { room: InboxRoom }) {
  const { t } = useTranslation();
  return (
    <p className={styles.source} title={room.page}>
      <Globe size={12} aria-hidden="true" />
      <span className={styles.channel}>{room.origin ?? t('queue.website')}</span>
      {room.page && (
        <bdi className={styles.page}>
          <span className="visually-hidden">{t('queue.page')} </span>
          {shortPage(room.page)}
        </bdi>
      )}
    </p>
  );
}
