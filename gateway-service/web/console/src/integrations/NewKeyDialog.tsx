import { Problem, SCOPES, type IssuedKey, type Scope } from '@parlor/client';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { Field, Fieldset } from '../ui/Field';
import { Alert } from '../ui/Notice';
import { dashed } from './dashed';
import styles from './Integrations.module.css';

type NewKeyDialogProps = { onClose: () => void; onIssued: (issued: IssuedKey) => void };

/** Makes a key; its secret is shown next. */
export function NewKeyDialog({ onClose, onIssued }: NewKeyDialogProps) {
  const { t } = useTranslation();
  const { api } = useDesk();
  const say = useProblemText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({});

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    const scopes = form.getAll('scope') as Scope[];
    if (scopes.length === 0) return setRefusals({ scopes: t('keys.noScope') });
    const day = String(form.get('expires'));
    setBusy(true);
    setProblem(undefined);
    setRefusals({});
    api
      .createApiKey({ name: String(form.get('name')).trim(), scopes, ...(day && { expiresAt: endOf(day) }) })
      .then(onIssued, (cause: unknown) => {
        setBusy(false);
        const errors = cause instanceof Problem ? cause.errors : [];
        setRefusals(Object.fromEntries(errors.map(({ field, message }) => [field, message])));
        if (!errors.length) setProblem(say(cause));
      });
  };

  return (
    <Dialog open onClose={onClose} title={t('keys.add')} description={t('keys.addLead')}>
      <form className={styles.form} onSubmit={submit}>
        {problem && <Alert>{problem}</Alert>}
        <Field
          label={t('keys.name')}
          hint={t('keys.nameHint')}
          name="name"
          required
          maxLength={80}
          autoComplete="off"
          {...at(refusals, 'name')}
        />
        <Fieldset legend={t('keys.scopes')} {...at(refusals, 'scopes')}>
          {SCOPES.map((scope) => (
            <label key={scope} className={styles.choice}>
              <input type="checkbox" name="scope" value={scope} />
              <span>
                <span className={styles.name}>{t(`keys.scope.${dashed(scope)}`)}</span>
                <code className={styles.code} dir="ltr">
                  {scope}
                </code>
              </span>
            </label>
          ))}
        </Fieldset>
        <Field
          label={t('keys.expiry')}
          hint={t('keys.expiryHint')}
          name="expires"
          type="date"
          {...at(refusals, 'expiresAt')}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {t('keys.make')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** The end of a day where the reader sits. */
const endOf = (day: string): string => new Date(`${day}T23:59:59.999`).toISOString();

const at = (refusals: Readonly<Record<string, string>>, field: string) => {
  const error = refusals[field];
  return error === undefined ? {} : { error };
};
