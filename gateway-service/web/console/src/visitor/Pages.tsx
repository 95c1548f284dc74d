import type { VisitedPage } from '@parlor/client';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { brief, full } from '../i18n/times';
import { useLocale } from '../i18n/useLocale';
import { useNow } from '../i18n/useNow';
import { pageName } from './surroundings';
import styles from './Visitor.module.css';

/** How many stand there without being asked for. */
const SHOWN = 4;

/** The pages somebody went through, the newest first. */
export function Pages({ pages }: { pages: readonly VisitedPage[] }) {
  const { t } = useTranslation();
  const title = useId();
  const earlier = pages.slice(SHOWN);
  return (
    <section aria-labelledby={title}>
      <h4 id={title} className={styles.heading}>
        {t('visitor.pages')}
      </h4>
      {pages.length === 0 && <p className={styles.quiet}>{t('visitor.noPages')}</p>}
      <List pages={pages.slice(0, SHOWN)} />
      {earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{t('visitor.earlierPages', { count: earlier.length })}</summary>
          <List pages={earlier} />
        </details>
      )}
    </section>
  );
}

function List({ pages }: { pages: readonly VisitedPage[] }) {
  const locale = useLocale();
  const now = useNow();
  if (pages.length === 0) return null;
  return (
    <ul className={styles.list}>
      {pages.map(({ page, title, seenAt }) => (
        <li key={`${seenAt} ${page}`} className={styles.row}>
          <a href={page} title={page} target="_blank" rel="noopener noreferrer nofollow">
            <bdi>{pageName(page, title)}</bdi>
          </a>
          <time dateTime={seenAt} title={full(locale, seenAt)}>
            {brief(locale, seenAt, now)}
          </time>
        </li>
      ))}
    </ul>
  );
}
