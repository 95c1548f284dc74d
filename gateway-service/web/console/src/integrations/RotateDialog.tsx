import type { ApiKey, Grace, IssuedKey } from '@parlor/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { Alert } from '../ui/Notice';
import { GraceChoice } from './GraceChoice';
import styles from './Integrations.module.css';

type RotateDialogProps = { apiKey: ApiKey; onClose: () => void; onIssued: (issued: IssuedKey) => void };

/** Gives a key another secret; the one before may count for a while. */
export function RotateDialog({ apiKey, onClose, onIssued }: RotateDialogProps) {
  const { t } = useTranslation();
  const { api } = useDesk();
  const say = useProblemText();
  const [grace, setGrace] = useState<Grace>('hour');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const rotate = () => {
    setBusy(true);
    setProblem(undefined);
    api.rotateApiKey(apiKey.id, grace).then(onIssued, (cause: unknown) => {
      setBusy(false);
      setProblem(say(cause));
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('keys.rotateTitle', { name: apiKey.name })}
      description={t('keys.rotateLead')}
    >
      <div className={styles.form}>
        {problem && <Alert>{problem}</Alert>}
        <GraceChoice legend={t('keys.grace')} value={grace} onChange={setGrace} />
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" busy={busy} onClick={rotate}>
            {t('keys.rotate')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
