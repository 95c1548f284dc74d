import { Problem, TAG_COLORS, type Tag, type TagWords } from '@parlor/client';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { Field, Fieldset } from '../ui/Field';
import { Alert } from '../ui/Notice';
import { useToast } from '../ui/Toasts';
import { TagDot } from './TagChip';
import styles from './TagDialog.module.css';

const NAME_CHARACTERS = 40;

/** A new tag, or a change to one. */
export function TagDialog({ tag, onClose }: { tag?: Tag; onClose: () => void }) {
  const { t } = useTranslation();
  const { tags } = useDesk();
  const { tell } = useToast();
  const say = useProblemText();
  const [words, setWords] = useState<TagWords>(tag ?? { name: '', color: 'blue' });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [error, setError] = useState<string>();

  const refused = (cause: unknown) => {
    setBusy(false);
    const atName = cause instanceof Problem && cause.errors.find(({ field }) => field === 'name');
    const taken = cause instanceof Problem && cause.code === 'tag-taken';
    if (taken || atName) setError(atName ? atName.message : say(cause));
    else setProblem(say(cause));
  };
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    setError(undefined);
    const wanted = { name: words.name.trim(), color: words.color };
    (tag ? tags.change(tag.id, wanted) : tags.add(wanted)).then(() => {
      tell(t('tags.saved', { name: wanted.name }));
      onClose();
    }, refused);
  };
  return (
    <Dialog open onClose={onClose} title={t(tag ? 'tags.editTitle' : 'tags.add')}>
      <form className={styles.form} onSubmit={save}>
        {problem && <Alert>{problem}</Alert>}
        <Field
          label={t('tags.name')}
          required
          maxLength={NAME_CHARACTERS}
          autoComplete="off"
          dir="auto"
          value={words.name}
          onChange={(event) => setWords({ ...words, name: event.target.value })}
          {...(error === undefined ? {} : { error })}
        />
        <Fieldset legend={t('tags.color')}>
          <div className={styles.colors}>
            {TAG_COLORS.map((color) => (
              <label key={color} className={styles.color}>
                <input
                  type="radio"
                  name="color"
                  value={color}
                  checked={words.color === color}
                  onChange={() => setWords({ ...words, color })}
                />
                <TagDot color={color} />
                {t(`tags.colors.${color}`)}
              </label>
            ))}
          </div>
        </Fieldset>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {t('tags.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
