import type { Rating } from '@parlor/client';
import { Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './Stars.module.css';

const BEST = 5;

/** A rating as stars; its number in words for whoever cannot see them. */
export function Stars({ rating }: { rating: Pick<Rating, 'score'> }) {
  const { t } = useTranslation();
  return (
    <span className={styles.stars} role="img" aria-label={t('rating.stars', { count: rating.score })}>
      {Array.from({ length: BEST }, (_, index) => (
        <Star key={index} size={14} data-on={index < rating.score || undefined} aria-hidden="true" />
      ))}
    </span>
  );
}
