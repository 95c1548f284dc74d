import type { QuickReply } from '@parlor/client';
import { useRef, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { Field, TextField } from '../ui/Field';
import { Alert } from '../ui/Notice';
import { Switch } from '../ui/Switch';
import { PlaceholderButtons } from './PlaceholderButtons';
import { isKnown, parts } from './placeholders';
import styles from './ReplyDialog.module.css';
import { useReplyForm } from './useReplyForm';

type ReplyDialogProps = {
  /** The one to change; a new one when absent. */
  reply?: QuickReply;
  administrator: boolean;
  onClose: () => void;
};

const SHORTCUT_CHARACTERS = 32;
const TITLE_CHARACTERS = 80;

/** A new quick reply, or a change to one; what the server refuses is said at the field it is about. */
export function ReplyDialog({ reply, administrator, onClose }: ReplyDialogProps) {
  const { t } = useTranslation();
  const form = useReplyForm(reply, onClose);
  const body = useRef<HTMLTextAreaElement>(null);
  const { values, change, errorAt } = form;
  const unknown = parts(values.body).filter(({ name }) => name !== undefined && !isKnown(name));

  const insert = (text: string) => {
    const field = body.current;
    if (!field) return;
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    change({ body: field.value });
    field.focus();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    form.save();
  };
  return (
    <Dialog open onClose={onClose} title={t(reply ? 'replies.editTitle' : 'replies.add')}>
      <form className={styles.form} onSubmit={submit}>
        {form.problem && <Alert>{form.problem}</Alert>}
        <Field
          label={t('replies.shortcut')}
          hint={t('replies.shortcutHint')}
          required
          maxLength={SHORTCUT_CHARACTERS}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={values.shortcut}
          onChange={(event) => change({ shortcut: event.target.value.replace(/^\/+/, '') })}
          {...errorAt('shortcut')}
        />
        <Field
          label={t('replies.name')}
          required
          maxLength={TITLE_CHARACTERS}
          autoComplete="off"
          value={values.title}
          onChange={(event) => change({ title: event.target.value })}
          {...errorAt('title')}
        />
        <div className={styles.text}>
          <TextField
            ref={body}
            label={t('replies.text')}
            required
            value={values.body}
            onChange={(event) => change({ body: event.target.value })}
            {...(unknown.length > 0
              ? { hint: t('replies.unknown', { names: unknown.map(({ text }) => text).join(', ') }) }
              : {})}
            {...errorAt('body')}
          />
          <PlaceholderButtons onInsert={insert} />
        </div>
        {administrator && !reply && (
          <Switch
            label={t('replies.share')}
            checked={values.shared}
            onChange={(shared) => change({ shared })}
          />
        )}
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" busy={form.busy}>
            {t('replies.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
