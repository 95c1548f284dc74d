import { CloudOff, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection, useDesk } from '../desk/context';
import { useNow } from '../i18n/useNow';
import { Spinner } from '../ui/Spinner';
import styles from './Banner.module.css';

/** A short hiccup is not worth a word. */
const PATIENCE_MS = 1_200;

/** Says that what is shown may be old, and when the next try is made. */
export function Banner() {
  const { t } = useTranslation();
  const { session } = useDesk();
  const { state, retryAt } = useConnection();
  const now = useNow(1_000);
  const patient = usePatience(state === 'online');
  if (state === 'online' || patient) return <div role="status" />;

  const seconds = Math.max(0, Math.ceil(((retryAt ?? now) - now) / 1000));
  const waiting = state === 'waiting' && seconds > 0;
  return (
    <div className={styles.banner} role="status">
      {state === 'connecting' || state === 'idle' ? (
        <Spinner />
      ) : state === 'stopped' ? (
        <TriangleAlert size={16} aria-hidden="true" />
      ) : (
        <CloudOff size={16} aria-hidden="true" />
      )}
      <span>{t(`connection.${state}`)}</span>
      {waiting && (
        <span className={styles.seconds} aria-hidden="true">
          {t('connection.retryIn', { count: seconds })}
        </span>
      )}
      {(state === 'waiting' || state === 'offline') && (
        <button type="button" className={styles.retry} onClick={() => session.connection.retryNow()}>
          {t('connection.retryNow')}
        </button>
      )}
    </div>
  );
}

function usePatience(well: boolean): boolean {
  const [patient, setPatient] = useState(true);
  useEffect(() => {
    setPatient(true);
    if (well) return;
    const timer = setTimeout(() => setPatient(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [well]);
  return patient;
}
