import { Problem, type IssuedLink, type Role } from '@parlor/client';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { Field, Fieldset } from '../ui/Field';
import { Alert } from '../ui/Notice';
import { RoleChoice } from './RoleChoice';
import styles from './NewAccountDialog.module.css';

type InviteDialogProps = { onClose: () => void; onInvited: (issued: IssuedLink) => void };

/** Invites somebody; the link is shown next. */
export function InviteDialog({ onClose, onInvited }: InviteDialogProps) {
  const { t } = useTranslation();
  const { api } = useDesk();
  const say = useProblemText();
  const [role, setRole] = useState<Role>('agent');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [refusal, setRefusal] = useState<string>();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    setBusy(true);
    setProblem(undefined);
    setRefusal(undefined);
    api.invite({ email, roles: [role] }).then(onInvited, (cause: unknown) => {
      setBusy(false);
      const errors = cause instanceof Problem ? cause.errors : [];
      setRefusal(errors.find(({ field }) => field === 'email')?.message);
      if (!errors.length) setProblem(say(cause));
    });
  };

  return (
    <Dialog open onClose={onClose} title={t('people.invite')} description={t('people.inviteLead')}>
      <form className={styles.form} onSubmit={submit}>
        {problem && <Alert>{problem}</Alert>}
        <Field
          label={t('session.email')}
          name="email"
          type="email"
          required
          maxLength={254}
          autoComplete="off"
          {...(refusal === undefined ? {} : { error: refusal })}
        />
        <Fieldset legend={t('people.role')}>
          <RoleChoice value={role} onChange={setRole} />
        </Fieldset>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {t('people.makeLink')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
