import type { InboxRoom } from '@parlor/client';
import { Mail } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useLocale } from '../i18n/useLocale';
import { useProblemText } from '../session/problems';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { Alert } from '../ui/Notice';
import { useToast } from '../ui/Toasts';

/** Sends the conversation to its guest, after a question: what is sent cannot be called back. */
export function TranscriptButton({ room }: { room: InboxRoom }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Mail size={16} />} onClick={() => setOpen(true)}>
        {t('transcript.open')}
      </Button>
      {open && <TranscriptDialog room={room} onClose={() => setOpen(false)} />}
    </>
  );
}

function TranscriptDialog({ room, onClose }: { room: InboxRoom; onClose: () => void }) {
  const { t } = useTranslation();
  const { api } = useDesk();
  const { tell } = useToast();
  const locale = useLocale();
  const say = useProblemText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { id, name } = room;

  const send = () => {
    setBusy(true);
    setProblem(undefined);
    api.sendTranscript(id, Intl.DateTimeFormat().resolvedOptions().timeZone, locale).then(
      () => {
        tell(t('transcript.sent', { name }));
        onClose();
      },
      (cause: unknown) => {
        setBusy(false);
        setProblem(say(cause));
      },
    );
  };
  return (
    <Dialog open onClose={onClose} title={t('transcript.title')} description={t('transcript.lead', { name })}>
      {problem && <Alert>{problem}</Alert>}
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button variant="primary" busy={busy} onClick={send}>
          {t('transcript.send')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
