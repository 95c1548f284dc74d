import type { Account, Role } from '@parlor/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { Fieldset } from '../ui/Field';
import { RoleChoice } from './RoleChoice';
import styles from './NewAccountDialog.module.css';

type RoleDialogProps = { account: Account; onClose: () => void; onGrant: (role: Role) => void };

/** Gives a colleague another role; the roles include each other, so one is enough. */
export function RoleDialog({ account, onClose, onGrant }: RoleDialogProps) {
  const { t } = useTranslation();
  const now = account.roles.at(-1) ?? 'agent';
  const [role, setRole] = useState<Role>(now);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('people.changeRole')}
      description={t('people.roleLead', { name: account.name })}
    >
      <div className={styles.form}>
        <Fieldset legend={t('people.role')}>
          <RoleChoice value={role} onChange={setRole} />
        </Fieldset>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" disabled={role === now} onClick={() => onGrant(role)}>
            {t('people.changeRole')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
