import { fileSize, type Erasure } from '@parlor/client';
import { CircleCheck, CircleDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { full } from '../i18n/times';
import { useLocale } from '../i18n/useLocale';
import { Button } from '../ui/Button';
import { Alert } from '../ui/Notice';
import styles from './Guests.module.css';

type ErasuresProps = { erasures: readonly Erasure[] | undefined; failed: boolean; onRetry: () => void };

/** Who is being erased, and the receipts of those who were. */
export function Erasures({ erasures = [], failed, onRetry }: ErasuresProps) {
  const { t } = useTranslation();
  if (failed) {
    return (
      <Alert action={<Button onClick={onRetry}>{t('common.retry')}</Button>}>
        {t('guests.erasuresFailed')}
      </Alert>
    );
  }
  if (erasures.length === 0) return null;
  return (
    <section aria-labelledby="erasures-title">
      <h2 id="erasures-title" className={styles.heading}>
        {t('guests.erasures')}
      </h2>
      <ul className={styles.list} aria-live="polite">
        {erasures.map((erasure) => (
          <Receipt key={erasure.id} erasure={erasure} />
        ))}
      </ul>
    </section>
  );
}

function Receipt({ erasure }: { erasure: Erasure }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { guest, requestedBy, requestedAt, doneAt, parts } = erasure;
  const done = parts.filter((part) => part.doneAt).length;
  return (
    <li className={styles.receipt} data-done={doneAt ? true : undefined}>
      <p className={styles.state}>
        {doneAt ? t('guests.done', { date: full(locale, doneAt) }) : t('guests.underWay', { done })}
      </p>
      <p className={styles.hint}>
        {t('guests.by', { name: requestedBy.name, date: full(locale, requestedAt) })} ·{' '}
        <bdi className={styles.id}>{guest}</bdi>
      </p>
      <ul className={styles.parts}>
        {parts.map(({ part, doneAt: at, removed }) => (
          <li key={part} className={styles.part}>
            {at ? (
              <CircleCheck size={14} aria-hidden="true" />
            ) : (
              <CircleDashed size={14} aria-hidden="true" />
            )}
            {t(`guests.part.${part}`)}
            <span className="visually-hidden">{t(at ? 'guests.partDone' : 'guests.partWaiting')}</span>
            {at && part === 'rooms' && <Amount>{t('guests.rooms', { count: removed['rooms'] ?? 0 })}</Amount>}
            {at && part === 'messages' && (
              <Amount>
                {t('guests.entries', { count: removed['entries'] ?? 0 })},{' '}
                {t('guests.files', { count: removed['files'] ?? 0 })}
                {removed['bytes'] ? ` (${fileSize(locale, removed['bytes'])})` : ''}
              </Amount>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}

function Amount({ children }: { children: ReactNode }) {
  return <span className={styles.hint}>{children}</span>;
}
