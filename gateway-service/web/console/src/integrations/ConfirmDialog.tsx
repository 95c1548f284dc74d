import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';

type ConfirmDialogProps = {
  title: string;
  lead: string;
  action: string;
  onClose: () => void;
  onConfirm: () => void;
};

/** Asks before something ends that cannot be brought back. */
export function ConfirmDialog({ title, lead, action, onClose, onConfirm }: ConfirmDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog open onClose={onClose} title={title} description={lead}>
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button variant="danger" onClick={onConfirm}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
