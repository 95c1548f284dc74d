import type { Account } from '@parlor/client';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';

type DisableDialogProps = { account: Account; onClose: () => void; onDisable: () => void };

/** Asks before a colleague is signed out everywhere. */
export function DisableDialog({ account, onClose, onDisable }: DisableDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('people.disableTitle', { name: account.name })}
      description={t('people.disableLead')}
    >
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button variant="danger" onClick={onDisable}>
          {t('people.disable')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
