import type { FoundMessage } from '@parlor/client';
import { LockKeyhole, Paperclip } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useLocale } from '../i18n/useLocale';
import { brief, full } from '../i18n/times';
import type { HitRoom } from './useHitRooms';
import styles from './Hits.module.css';

type HitLineProps = {
  hit: FoundMessage;
  /** Left out where all hits are of one conversation. */
  room: HitRoom | undefined;
  note: boolean;
  href: string;
  current: boolean;
  now: number;
};

/** A found message: who said it, where and when, and the words around what was looked for. */
export function HitLine({ hit, room, note, href, current, now }: HitLineProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <Link href={href} className={styles.hit} aria-current={current ? 'location' : undefined}>
      <span className={styles.top}>
        <span className={styles.who}>
          {note && (
            <>
              <LockKeyhole size={12} aria-hidden="true" />
              <span className="visually-hidden">{t('message.note')}: </span>
            </>
          )}
          <bdi>{hit.author.name}</bdi>
          {room && (
            <span className={styles.room}>
              <bdi>{room.name}</bdi>
            </span>
          )}
        </span>
        <time className={styles.time} dateTime={hit.at} title={full(locale, hit.at)}>
          {brief(locale, hit.at, now)}
        </time>
      </span>
      <span className={styles.text} dir="auto">
        {hit.pieces?.map((piece, index) =>
          piece.hit ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
        )}
      </span>
      {hit.attachments?.map(({ id, name }) => (
        <span key={id} className={styles.file}>
          <Paperclip size={12} aria-hidden="true" />
          <bdi>{name}</bdi>
        </span>
      ))}
    </Link>
  );
}
