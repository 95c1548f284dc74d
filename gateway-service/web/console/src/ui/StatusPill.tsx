import type { RoomStatus } from '@parlor/client';
import { useTranslation } from 'react-i18next';
import styles from './StatusPill.module.css';

/** Where a conversation stands, in a word and a colour. */
export function StatusPill({ status }: { status: RoomStatus }) {
  const { t } = useTranslation();
  return (
    <span className={styles.pill} data-status={status}>
      {t(`status.${status}`)}
    </span>
  );
}
