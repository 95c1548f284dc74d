import type { InboxRoom } from '@parlor/client';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useReadable } from '../desk/context';
import { SHOWN } from '../desk/recent';
import styles from './QueueCard.module.css';

/** What was said last, oldest first: one line each. Room is kept for those that are still asked for: no button moves. */
export function RecentLines({ room }: { room: InboxRoom }) {
  const { t } = useTranslation();
  const { recent } = useDesk();
  const known = useReadable(recent).get(room.id);
  const { id, head } = room;
  useEffect(() => void recent.ask({ id, head }), [recent, id, head]);
  const lines = known?.messages ?? (room.lastMessage ? [room.lastMessage] : []);
  if (lines.length === 0) return <p className={styles.preview}>{t('inbox.noMessages')}</p>;
  return (
    <ol
      className={styles.preview}
      style={{ minBlockSize: `${Math.min(room.messages ?? 0, SHOWN)}lh` }}
      aria-label={t('queue.recent', { name: room.name })}
    >
      {lines.map(({ seq, author, text }) => (
        <li key={seq} className={styles.line} dir="auto">
          {author.kind !== 'guest' && <span className={styles.author}>{author.name}: </span>}
          {text}
        </li>
      ))}
    </ol>
  );
}
