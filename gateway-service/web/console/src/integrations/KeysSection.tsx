import type { IssuedKey } from '@parlor/client';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Notice';
import { ListSkeleton } from '../ui/Skeleton';
import styles from './Integrations.module.css';
import { KeyItem } from './KeyItem';
import { NewKeyDialog } from './NewKeyDialog';
import { SecretDialog } from './SecretDialog';
import { useKeys } from './useKeys';

/** The keys by which programs call the API. */
export function KeysSection() {
  const { t } = useTranslation();
  const { keys, failed, reload } = useKeys();
  const [adding, setAdding] = useState(false);
  const [issued, setIssued] = useState<IssuedKey>();

  const show = (made: IssuedKey) => {
    setAdding(false);
    setIssued(made);
    reload();
  };
  return (
    <section aria-labelledby="keys-title" className={styles.section}>
      <header className={styles.header}>
        <div className={styles.heading}>
          <h2 id="keys-title" className={styles.subtitle}>
            {t('keys.title')}
          </h2>
          <p className={styles.lead}>{t('keys.lead')}</p>
        </div>
        <Button icon={<Plus size={16} />} onClick={() => setAdding(true)}>
          {t('keys.add')}
        </Button>
      </header>
      {failed && (
        <Empty title={t('keys.failed')} action={<Button onClick={reload}>{t('common.retry')}</Button>} />
      )}
      {!failed && !keys && <ListSkeleton rows={2} />}
      {keys?.length === 0 && (
        <Empty icon={<KeyRound />} title={t('keys.none')}>
          {t('keys.noneDetail')}
        </Empty>
      )}
      {keys && keys.length > 0 && (
        <ul className={styles.list}>
          {keys.map((key) => (
            <KeyItem key={key.id} apiKey={key} onChanged={reload} onIssued={show} />
          ))}
        </ul>
      )}
      {adding && <NewKeyDialog onClose={() => setAdding(false)} onIssued={show} />}
      {issued && (
        <SecretDialog
          title={t('keys.ready', { name: issued.key.name })}
          label={t('keys.secret')}
          secret={issued.secret}
          onClose={() => setIssued(undefined)}
        />
      )}
    </section>
  );
}
