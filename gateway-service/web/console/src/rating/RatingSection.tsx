import type { InboxRoom } from '@parlor/client';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { full, longDate } from '../i18n/times';
import { useLocale } from '../i18n/useLocale';
import styles from './RatingSection.module.css';
import { Stars } from './Stars';

/** How the guest found the conversation. Nothing while it is not rated. */
export function RatingSection({ room: { rating } }: { room: InboxRoom }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const title = useId();
  if (!rating) return null;
  return (
    <section aria-labelledby={title}>
      <h3 id={title} className={styles.heading}>
        {t('rating.title')}
      </h3>
      <p className={styles.line}>
        <Stars rating={rating} />
        <time dateTime={rating.ratedAt} title={full(locale, rating.ratedAt)}>
          {longDate(locale, rating.ratedAt)}
        </time>
      </p>
      {rating.comment && (
        <blockquote className={styles.comment} dir="auto">
          {rating.comment}
        </blockquote>
      )}
    </section>
  );
}
