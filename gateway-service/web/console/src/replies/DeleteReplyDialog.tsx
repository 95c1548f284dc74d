import type { QuickReply } from '@parlor/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { Alert } from '../ui/Notice';
import { useToast } from '../ui/Toasts';
import styles from './ReplyDialog.module.css';

/** Asks before a quick reply is gone. */
export function DeleteReplyDialog({ reply, onClose }: { reply: QuickReply; onClose: () => void }) {
  const { t } = useTranslation();
  const { replies } = useDesk();
  const { tell } = useToast();
  const say = useProblemText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { shortcut } = reply;

  const remove = () => {
    setBusy(true);
    replies.remove(reply.id).then(
      () => {
        tell(t('replies.deleted', { shortcut }));
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
      title={t('replies.deleteTitle', { shortcut })}
      description={t(reply.shared ? 'replies.deleteShared' : 'replies.deleteYours')}
    >
      {problem && <Alert>{problem}</Alert>}
      <blockquote className={styles.quote} dir="auto">
        {reply.body}
      </blockquote>
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button variant="danger" busy={busy} onClick={remove}>
          {t('replies.confirmDelete')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
