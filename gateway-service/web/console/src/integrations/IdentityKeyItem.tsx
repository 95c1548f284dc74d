import type { IdentityKey } from '@parlor/client';
import { Ban } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { full, longDate } from '../i18n/times';
import { useLocale } from '../i18n/useLocale';
import { useProblemText } from '../session/problems';
import { IconButton } from '../ui/Button';
import { useToast } from '../ui/Toasts';
import { ConfirmDialog } from './ConfirmDialog';
import styles from './Integrations.module.css';

type IdentityKeyItemProps = { identityKey: IdentityKey; onChanged: () => void };

/** One key, since when and until when it counts. */
export function IdentityKeyItem({ identityKey, onChanged }: IdentityKeyItemProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { api } = useDesk();
  const { tell, warn } = useToast();
  const say = useProblemText();
  const [asking, setAsking] = useState(false);
  const { id, createdBy, createdAt, endsAt } = identityKey;
  const end = () => {
    setAsking(false);
    api
      .endIdentityKey(id)
      .then(
        () => tell(t('identity.ended')),
        (problem: unknown) => warn(say(problem)),
      )
      .finally(onChanged);
  };
  return (
    <li className={styles.item}>
      <div className={styles.what}>
        <code className={styles.code} dir="ltr">
          {id}
        </code>
        <span className={styles.facts}>
          <span>{t('keys.made', { name: createdBy.name, date: longDate(locale, createdAt) })}</span>
          {endsAt && <span>{t('identity.until', { time: full(locale, endsAt) })}</span>}
        </span>
      </div>
      <IconButton label={t('identity.endName', { id })} onClick={() => setAsking(true)}>
        <Ban size={16} />
      </IconButton>
      {asking && (
        <ConfirmDialog
          title={t('identity.endTitle')}
          lead={t('identity.endLead')}
          action={t('identity.end')}
          onClose={() => setAsking(false)}
          onConfirm={end}
        />
      )}
    </li>
  );
}
