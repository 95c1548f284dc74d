import type { IdentitySettings } from '@parlor/client';
import { Fingerprint, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Notice';
import { ListSkeleton } from '../ui/Skeleton';
import { Switch } from '../ui/Switch';
import { useToast } from '../ui/Toasts';
import { IdentityKeyItem } from './IdentityKeyItem';
import styles from './Integrations.module.css';
import { NewIdentityKeyDialog } from './NewIdentityKeyDialog';
import { SecretDialog } from './SecretDialog';
import { useIdentity } from './useIdentity';

/** The keys by which websites say who their visitors are, and whether they have to. */
export function IdentitySection() {
  const { t } = useTranslation();
  const { identity, failed, reload, setIdentity } = useIdentity();
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string>();
  return (
    <section aria-labelledby="identity-title" className={styles.section}>
      <header className={styles.header}>
        <div className={styles.heading}>
          <h2 id="identity-title" className={styles.subtitle}>
            {t('identity.title')}
          </h2>
          <p className={styles.lead}>{t('identity.lead')}</p>
        </div>
        <Button icon={<Plus size={16} />} onClick={() => setAdding(true)}>
          {t('identity.add')}
        </Button>
      </header>
      {failed && (
        <Empty title={t('identity.failed')} action={<Button onClick={reload}>{t('common.retry')}</Button>} />
      )}
      {!failed && !identity && <ListSkeleton rows={1} />}
      {identity?.keys.length === 0 && (
        <Empty icon={<Fingerprint />} title={t('identity.none')}>
          {t('identity.noneDetail')}
        </Empty>
      )}
      {identity && identity.keys.length > 0 && (
        <>
          <ul className={styles.list}>
            {identity.keys.map((key) => (
              <IdentityKeyItem key={key.id} identityKey={key} onChanged={reload} />
            ))}
          </ul>
          <Policy identity={identity} onChanged={setIdentity} />
        </>
      )}
      {adding && (
        <NewIdentityKeyDialog
          others={identity !== undefined && identity.keys.length > 0}
          onClose={() => setAdding(false)}
          onIssued={(issued) => {
            setAdding(false);
            setSecret(issued.secret);
            reload();
          }}
        />
      )}
      {secret && (
        <SecretDialog
          title={t('identity.ready')}
          label={t('keys.secret')}
          secret={secret}
          onClose={() => setSecret(undefined)}
        />
      )}
    </section>
  );
}

type PolicyProps = { identity: IdentitySettings; onChanged: (identity: IdentitySettings) => void };

function Policy({ identity, onChanged }: PolicyProps) {
  const { t } = useTranslation();
  const { api } = useDesk();
  const { tell, warn } = useToast();
  const say = useProblemText();
  const change = (required: boolean) => {
    onChanged({ ...identity, required });
    api.requireIdentity(required).then(
      (saved) => {
        onChanged(saved);
        tell(t('identity.saved'));
      },
      (problem: unknown) => {
        onChanged(identity);
        warn(say(problem));
      },
    );
  };
  return (
    <div>
      <Switch label={t('identity.required')} checked={identity.required} onChange={change} />
      <p className={styles.facts}>{t('identity.requiredDetail')}</p>
    </div>
  );
}
