import { Problem, type InboxRoom, type LinkKind, type RecordLink } from '@parlor/client';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { Alert } from '../ui/Notice';
import styles from './LinkDialog.module.css';

type LinkDialogProps = {
  room: InboxRoom;
  kind: LinkKind;
  /** As it is; none is set yet when absent. */
  link: RecordLink | undefined;
  onChanged: () => void;
  onClose: () => void;
};

const ID_CHARACTERS = 128;
const LABEL_CHARACTERS = 120;

/** Sets, changes or clears the link of one kind. */
export function LinkDialog({ room, kind, link, onChanged, onClose }: LinkDialogProps) {
  const { t } = useTranslation();
  const { api } = useDesk();
  const say = useProblemText();
  const [busy, setBusy] = useState<'save' | 'clear'>();
  const [problem, setProblem] = useState<string>();
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({});
  const name = t(`links.kind.${kind}`);

  const run = (what: 'save' | 'clear', change: () => Promise<unknown>) => {
    setBusy(what);
    setProblem(undefined);
    setRefusals({});
    change().then(
      () => {
        onChanged();
        onClose();
      },
      (cause: unknown) => {
        setBusy(undefined);
        const errors = cause instanceof Problem ? cause.errors : [];
        setRefusals(Object.fromEntries(errors.map(({ field, message }) => [field, message])));
        if (!errors.length) setProblem(say(cause));
      },
    );
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (field: string) => String(form.get(field)).trim();
    run('save', () => api.putLink(room.id, kind, { id: read('id'), label: read('label') }));
  };
  const at = (field: string) => (refusals[field] === undefined ? {} : { error: refusals[field] });

  return (
    <Dialog open onClose={onClose} title={t(link ? 'links.change' : 'links.set', { name })}>
      <form className={styles.form} onSubmit={submit}>
        {problem && <Alert>{problem}</Alert>}
        <Field
          label={t('links.id')}
          hint={t('links.idHint')}
          name="id"
          required
          maxLength={ID_CHARACTERS}
          autoComplete="off"
          spellCheck={false}
          defaultValue={link?.id}
          {...at('id')}
        />
        <Field
          label={t('links.label')}
          hint={t('links.labelHint')}
          name="label"
          maxLength={LABEL_CHARACTERS}
          autoComplete="off"
          defaultValue={link && link.label !== link.id ? link.label : ''}
          {...at('label')}
        />
        <DialogActions>
          {link && (
            <Button
              variant="danger"
              className={styles.clear ?? ''}
              busy={busy === 'clear'}
              onClick={() => run('clear', () => api.clearLink(room.id, kind))}
            >
              {t('links.clear')}
            </Button>
          )}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" busy={busy === 'save'}>
            {t('links.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
