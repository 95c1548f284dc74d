import type { ReportLine, Spread } from '@parlor/client';
import { useTranslation } from 'react-i18next';
import { duration } from '../i18n/times';
import { useLocale } from '../i18n/useLocale';
import styles from './ReportTable.module.css';

type ReportTableProps = {
  caption: string;
  head: string;
  lines: readonly ReportLine[];
  nameOf: (line: ReportLine) => string;
  csv: string;
};

/** Everything that was measured, one line for each day or agent, and the way to take it along. */
export function ReportTable({ caption, head, lines, nameOf, csv }: ReportTableProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const count = new Intl.NumberFormat(locale);
  return (
    <div className={styles.block}>
      <div className={styles.top}>
        <h2 className={styles.caption}>{caption}</h2>
        <a className={styles.csv} href={csv} download>
          {t('reports.csv', { table: caption })}
        </a>
      </div>
      <div className={styles.scroller} role="region" aria-label={caption} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col">{t('reports.conversations')}</th>
              <th scope="col">{t('reports.firstResponse')}</th>
              <th scope="col">{t('reports.resolution')}</th>
              <th scope="col">{t('reports.waiting')}</th>
              <th scope="col">{t('reports.rating')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key}>
                <th scope="row">
                  <bdi>{nameOf(line)}</bdi>
                </th>
                <td>{count.format(line.conversations)}</td>
                <td>{spread(locale, line.firstResponse)}</td>
                <td>{spread(locale, line.resolution)}</td>
                <td>{spread(locale, line.waiting)}</td>
                <td>{score(locale, line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Median and 90th percentile. */
export const spread = (locale: string, value: Spread | undefined): string =>
  value ? `${duration(locale, value.median)} / ${duration(locale, value.p90)}` : '–';

export function score(locale: string, { score: given, ratings }: ReportLine): string {
  if (given === undefined) return '–';
  const average = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(given);
  return `${average} (${new Intl.NumberFormat(locale).format(ratings)})`;
}
