import { Problem, type Role } from '@parlor/client';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { Field, Fieldset } from '../ui/Field';
import { Alert } from '../ui/Notice';
import { useToast } from '../ui/Toasts';
import { RoleChoice } from './RoleChoice';
import styles from './NewAccountDialog.module.css';

type NewAccountDialogProps = { onClose: () => void; onCreated: () => void };

type Refusals = Readonly<Record<string, string>>;

/** Creates an account; what the server refuses is said at the field it is about. */
export function NewAccountDialog({ onClose, onCreated }: NewAccountDialogProps) {
  const { t } = useTranslation();
  const { api } = useDesk();
  const { tell } = useToast();
  const say = useProblemText();
  const [role, setRole] = useState<Role>('agent');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [refusals, setRefusals] = useState<Refusals>({});

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (field: string) => String(form.get(field));
    const [name, email, password] = [read('name').trim(), read('email').trim(), read('password')] as const;
    setBusy(true);
    setProblem(undefined);
    setRefusals({});
    api.createAccount({ name, email, password, roles: [role] }).then(
      ({ account }) => {
        tell(t('people.created', { name: account.name }));
        onCreated();
        onClose();
      },
      (cause: unknown) => {
        setBusy(false);
        const errors = cause instanceof Problem ? cause.errors : [];
        setRefusals(Object.fromEntries(errors.map(({ field, message }) => [field, message])));
        if (!errors.length) setProblem(say(cause));
      },
    );
  };

  return (
    <Dialog open onClose={onClose} title={t('people.add')}>
      <form className={styles.form} onSubmit={submit}>
        {problem && <Alert>{problem}</Alert>}
        <Field
          label={t('people.name')}
          name="name"
          required
          maxLength={80}
          autoComplete="off"
          {...at(refusals, 'name')}
        />
        <Field
          label={t('session.email')}
          name="email"
          type="email"
          required
          maxLength={254}
          autoComplete="off"
          {...at(refusals, 'email')}
        />
        <Field
          label={t('people.password')}
          hint={t('people.passwordHint')}
          name="password"
          type="password"
          required
          minLength={8}
          autoComplete="new-password"
          {...at(refusals, 'password')}
        />
        <Fieldset legend={t('people.role')} {...at(refusals, 'roles')}>
          <RoleChoice value={role} onChange={setRole} />
        </Fieldset>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {t('people.create')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

const at = (refusals: Refusals, field: string) => {
  const error = refusals[field];
  return error === undefined ? {} : { error };
};
