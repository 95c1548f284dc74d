import type { MessageItem } from '@parlor/client';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { Text } from './Text';
import styles from './Message.module.css';

type DeleteDialogProps = { item: MessageItem; note: boolean; onClose: () => void; onDelete: () => void };

/** Asks before a message is gone for everybody. */
export function DeleteDialog({ item, note, onClose, onDelete }: DeleteDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog open onClose={onClose} title={t('delete.title')} description={t('delete.lead')}>
      <div className={styles.bubble} data-note={note || undefined}>
        <Text mentions={item.mentions}>{item.text}</Text>
      </div>
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button variant="danger" onClick={onDelete}>
          {t('message.delete')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
