import type { ReportLine } from '@parlor/client';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale';
import styles from './DayChart.module.css';

const HEIGHT = 100;

/** Conversations by day as bars. Drawn for the eye; the same stands in the table below for everybody. */
export function DayChart({ days }: { days: readonly ReportLine[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const most = Math.max(1, ...days.map(({ conversations }) => conversations));
  const count = new Intl.NumberFormat(locale);
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        {t('reports.byDay')} · {t('reports.most', { count: most, formatted: count.format(most) })}
      </figcaption>
      <svg
        className={styles.bars}
        viewBox={`0 0 ${days.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('reports.byDay')}
      >
        {days.map(({ key, conversations }, index) => {
          const height = (conversations / most) * HEIGHT;
          return (
            <rect key={key} x={index + 0.1} y={HEIGHT - height} width={0.8} height={height}>
              <title>{`${dayName(locale, key)}: ${count.format(conversations)}`}</title>
            </rect>
          );
        })}
      </svg>
      <p className={styles.ends} aria-hidden="true">
        <span>{dayName(locale, days[0]?.key)}</span>
        <span>{dayName(locale, days.at(-1)?.key)}</span>
      </p>
    </figure>
  );
}

/** A day of the report in the reader's words; it has no time zone any more. */
export const dayName = (locale: string, day: string | undefined): string =>
  day === undefined
    ? ''
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
