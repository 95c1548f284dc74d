import { Check, Copy } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { useCopy } from '../ui/useCopy';
import styles from './Integrations.module.css';

type SecretDialogProps = { title: string; label: string; secret: string; onClose: () => void };

/** Shows a secret this once. */
export function SecretDialog({ title, label, secret, onClose }: SecretDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const { copied, copy } = useCopy(id);
  return (
    <Dialog open wide onClose={onClose} title={title} description={t('integrations.secretLead')}>
      <div className={styles.once}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        <input
          id={id}
          className={styles.secret}
          readOnly
          dir="ltr"
          value={secret}
          onFocus={(event) => event.target.select()}
        />
      </div>
      <DialogActions>
        <span className={styles.copied} role="status">
          {copied && t('link.copied')}
        </span>
        <Button onClick={onClose}>{t('common.close')}</Button>
        <Button variant="primary" icon={copied ? <Check size={16} /> : <Copy size={16} />} onClick={copy}>
          {t('link.copy')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
