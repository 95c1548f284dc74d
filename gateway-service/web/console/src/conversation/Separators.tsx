import type { NoticeItem } from '@parlor/client';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale';
import { clock, dayName, full } from '../i18n/times';
import styles from './Separators.module.css';

export function DaySeparator({ id, at, now }: { id: string; at: string; now: number }) {
  const locale = useLocale();
  return (
    <li className={styles.day} data-key={id}>
      <h2 className={styles.name}>{dayName(locale, at, now)}</h2>
    </li>
  );
}

export function UnreadSeparator({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <li className={styles.unread} data-key={id}>
      <span>{t('timeline.unread')}</span>
    </li>
  );
}

/** What happened to the conversation, in one quiet line. */
export function NoticeLine({ id, item }: { id: string; item: NoticeItem }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const names = { author: item.author.name, member: item.member?.name ?? item.author.name };
  const self = !item.member || item.member.id === item.author.id;
  const context = self ? 'self' : undefined;
  return (
    <li className={styles.notice} data-key={id}>
      <span>
        {t(`notice.${item.notice}`, { ...names, ...(context ? { context } : {}), defaultValue: item.notice })}
      </span>
      <time dateTime={item.at} title={full(locale, item.at)}>
        {clock(locale, item.at)}
      </time>
    </li>
  );
}
