import { useTranslation } from 'react-i18next';
import styles from './Skeleton.module.css';

/** Rows of a list before it is there. */
export function ListSkeleton({ rows = 7 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <span className="visually-hidden">{t('common.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} aria-hidden="true">
          <span className={styles.disc} />
          <span className={styles.lines}>
            <span className={styles.line} data-width={row % 2 ? 'medium' : 'short'} />
            <span className={styles.line} data-width={row % 3 ? 'long' : 'medium'} />
          </span>
        </div>
      ))}
    </div>
  );
}

/** A conversation before it is there. */
export function TimelineSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" className={styles.timeline}>
      <span className="visually-hidden">{t('common.loading')}</span>
      {['medium', 'long', 'short', 'long'].map((width, row) => (
        <span
          key={row}
          className={styles.bubble}
          data-width={width}
          data-own={row === 2 || undefined}
          aria-hidden="true"
        />
      ))}
    </div>
  );
}
