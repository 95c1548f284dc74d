import type { KeptGuest } from '@parlor/client';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { Alert } from '../ui/Notice';
import { useToast } from '../ui/Toasts';
import styles from './Guests.module.css';

type EraseDialogProps = { guest: KeptGuest; onClose: () => void; onBegun: () => void };

/** Asks for the name before everything of a guest is erased: it cannot be taken back. */
export function EraseDialog({ guest, onClose, onBegun }: EraseDialogProps) {
  const { t } = useTranslation();
  const { api } = useDesk();
  const { tell } = useToast();
  const say = useProblemText();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(false);
  const [problem, setProblem] = useState<string>();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('name')).trim();
    setProblem(undefined);
    setWrong(typed !== guest.name);
    if (typed !== guest.name) return;
    setBusy(true);
    api.eraseGuest(guest.id, typed).then(
      () => {
        tell(t('guests.begun'));
        onBegun();
      },
      (cause: unknown) => {
        setBusy(false);
        setProblem(say(cause));
      },
    );
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('guests.eraseTitle', { name: guest.name })}
      description={t('guests.eraseLead')}
    >
      <form className={styles.form} onSubmit={submit} noValidate>
        {problem && <Alert>{problem}</Alert>}
        <Field
          label={t('guests.typeName', { name: guest.name })}
          name="name"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          {...(wrong ? { error: t('guests.otherName') } : {})}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="danger" busy={busy}>
            {t('guests.erase')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
