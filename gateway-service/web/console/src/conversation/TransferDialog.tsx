import type { Account, InboxRoom } from '@parlor/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountPicker } from '../team/AccountPicker';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';

type TransferDialogProps = {
  room: InboxRoom;
  open: boolean;
  busy: boolean;
  onClose: () => void;
  onTransfer: (to: string) => void;
};

/** Hands a conversation to a colleague. */
export function TransferDialog({ room, open, busy, onClose, onTransfer }: TransferDialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Account>();
  const without = room.assignee ? [room.assignee.id] : [];
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('transfer.title')}
      description={t('transfer.lead', { name: room.name })}
    >
      <AccountPicker
        label={t('transfer.to')}
        without={without}
        multiple={false}
        chosen={chosen ? [chosen] : []}
        onChoose={setChosen}
      />
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          variant="primary"
          disabled={!chosen}
          busy={busy}
          onClick={() => chosen && onTransfer(chosen.id)}
        >
          {t('action.transfer')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
