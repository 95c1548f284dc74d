import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import styles from './Routing.module.css';

type SaveBarProps = {
  changed: boolean;
  valid: boolean;
  busy: boolean;
  label: string;
  onDiscard: () => void;
};

/** The end of a form: whether something changed, and what becomes of it. */
export function SaveBar({ changed, valid, busy, label, onDiscard }: SaveBarProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.bar}>
      <p className={styles.changed} role="status">
        {changed && t('routing.changed')}
      </p>
      <Button onClick={onDiscard} disabled={!changed}>
        {t('routing.discard')}
      </Button>
      <Button type="submit" variant="primary" busy={busy} disabled={!changed || !valid}>
        {label}
      </Button>
    </div>
  );
}
