import type { Grace, IssuedIdentityKey } from '@parlor/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { Alert } from '../ui/Notice';
import { GraceChoice } from './GraceChoice';
import styles from './Integrations.module.css';

type NewIdentityKeyDialogProps = {
  /** Whether there are keys already, which may go on for a while. */
  others: boolean;
  onClose: () => void;
  onIssued: (issued: IssuedIdentityKey) => void;
};

/** Makes a key; its secret is shown next. */
export function NewIdentityKeyDialog({ others, onClose, onIssued }: NewIdentityKeyDialogProps) {
  const { t } = useTranslation();
  const { api } = useDesk();
  const say = useProblemText();
  const [grace, setGrace] = useState<Grace>('day');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const make = () => {
    setBusy(true);
    setProblem(undefined);
    api.makeIdentityKey(grace).then(onIssued, (cause: unknown) => {
      setBusy(false);
      setProblem(say(cause));
    });
  };
  return (
    <Dialog open onClose={onClose} title={t('identity.newTitle')} description={t('identity.newLead')}>
      <div className={styles.form}>
        {problem && <Alert>{problem}</Alert>}
        {others && <GraceChoice legend={t('identity.grace')} value={grace} onChange={setGrace} />}
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" busy={busy} onClick={make}>
            {t('keys.make')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
