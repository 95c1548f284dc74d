import type { Tag } from '@parlor/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { Alert } from '../ui/Notice';
import { useToast } from '../ui/Toasts';

/** Asks before a tag is gone from everything that has it. */
export function DeleteTagDialog({ tag, onClose }: { tag: Tag; onClose: () => void }) {
  const { t } = useTranslation();
  const { tags } = useDesk();
  const { tell } = useToast();
  const say = useProblemText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { id, name } = tag;

  const remove = () => {
    setBusy(true);
    tags.remove(id).then(
      () => {
        tell(t('tags.deleted', { name }));
        onClose();
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
      title={t('tags.deleteTitle', { name })}
      description={t('tags.deleteDetail')}
    >
      {problem && <Alert>{problem}</Alert>}
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button variant="danger" busy={busy} onClick={remove}>
          {t('tags.confirmDelete')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
