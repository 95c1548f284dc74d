import type { InboxRoom } from '@parlor/client';
import { Clock3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale';
import { Link, useLocation } from 'wouter';
import { useActions } from '../conversation/useActions';
import { elapsed, full } from '../i18n/times';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import styles from './QueueCard.module.css';

const LONG_WAIT_MS = 5 * 60_000;

type QueueCardProps = { room: InboxRoom; current: boolean; now: number };

/** A guest who waits: since when, what about, and the button that ends it. */
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
      <Link href={`/queue/${room.id}`} className={styles.link} aria-current={current ? 'page' : undefined}>
        <Avatar name={room.name} />
        <span className={styles.body}>
          <span className={styles.name}>
            <bdi>{room.name}</bdi>
          </span>
          <time
            className={styles.wait}
            data-long={long || undefined}
            dateTime={since}
            title={full(locale, since)}
          >
            <Clock3 size={12} aria-hidden="true" />
            {t('queue.since', { time: elapsed(locale, since, now) })}
          </time>
          <span className={styles.preview}>
            <bdi>{room.lastMessage?.text ?? t('inbox.noMessages')}</bdi>
          </span>
        </span>
      </Link>
      <Button
        size="small"
        className={styles.accept ?? ''}
        busy={busy === 'claim'}
        aria-label={t('queue.accept', { name: room.name })}
        onClick={accept}
      >
        {t('action.claim')}
      </Button>
    </article>
  );
}
