import type { IssuedLink } from '@parlor/client';
import { Check, Copy } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { full } from '../i18n/times';
import { useLocale } from '../i18n/useLocale';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { useCopy } from '../ui/useCopy';
import { addressOf } from './links';
import styles from './People.module.css';

/** Shows a link this once, to be handed over. */
export function LinkDialog({ issued, onClose }: { issued: IssuedLink; onClose: () => void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const id = useId();
  const { copied, copy } = useCopy(id);
  const { purpose, email, expiresAt } = issued.link;
  const address = addressOf(issued);

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t(`link.${purpose}.title`)}
      description={t(issued.mailed ? 'link.mailed' : `link.${purpose}.lead`, { email })}
    >
      <div className={styles.link}>
        <label className={styles.label} htmlFor={id}>
          {t('link.label')}
        </label>
        <input
          id={id}
          className={styles.address}
          readOnly
          dir="ltr"
          value={address}
          onFocus={(event) => event.target.select()}
        />
        <p className={styles.hint}>{t('link.once', { until: full(locale, expiresAt) })}</p>
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
