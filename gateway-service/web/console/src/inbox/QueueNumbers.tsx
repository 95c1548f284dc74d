import { useTranslation } from 'react-i18next';
import { useDesk, useReadable } from '../desk/context';
import { duration } from '../i18n/times';
import { useLocale } from '../i18n/useLocale';
import styles from './QueueNumbers.module.css';

/** The desk in numbers, above the guests who wait. Nothing until they are known. */
export function QueueNumbers() {
  const { t } = useTranslation();
  const locale = useLocale();
  const numbers = useReadable(useDesk().queue);
  if (!numbers) return null;
  const count = new Intl.NumberFormat(locale);
  const { waiting, active, closedToday, averageWaitMs } = numbers;
  const wait = averageWaitMs === undefined ? t('queue.noWait') : duration(locale, averageWaitMs);
  return (
    <dl className={styles.numbers} aria-label={t('queue.numbers')}>
      <Figure name={t('queue.waitingNow')} value={count.format(waiting)} />
      <Figure name={t('queue.active')} value={count.format(active)} />
      <Figure name={t('queue.closedToday')} value={count.format(closedToday)} />
      <Figure name={t('queue.averageWait')} value={wait} />
    </dl>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className={styles.figure}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
    </div>
  );
}
