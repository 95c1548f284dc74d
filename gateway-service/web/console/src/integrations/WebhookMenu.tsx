import type { Webhook } from '@parlor/client';
import { KeyRound, MoreHorizontal, Pause, Pencil, Send, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button';
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu';

type WebhookMenuProps = {
  webhook: Webhook;
  onTest: () => void;
  onEdit: () => void;
  onPause: () => void;
  onRenew: () => void;
  onRemove: () => void;
};

/** What can be done to a webhook. */
export function WebhookMenu({ webhook, onTest, onEdit, onPause, onRenew, onRemove }: WebhookMenuProps) {
  const { t } = useTranslation();
  return (
    <Menu
      trigger={
        <IconButton label={t('keys.actions', { name: webhook.url })}>
          <MoreHorizontal size={16} />
        </IconButton>
      }
    >
      <MenuItem icon={<Send size={16} />} onSelect={onTest}>
        {t('webhooks.test')}
      </MenuItem>
      <MenuItem icon={<Pencil size={16} />} onSelect={onEdit}>
        {t('webhooks.change')}
      </MenuItem>
      {webhook.state === 'active' && (
        <MenuItem icon={<Pause size={16} />} onSelect={onPause}>
          {t('webhooks.pause')}
        </MenuItem>
      )}
      <MenuItem icon={<KeyRound size={16} />} onSelect={onRenew}>
        {t('webhooks.renew')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger icon={<Trash2 size={16} />} onSelect={onRemove}>
        {t('webhooks.remove')}
      </MenuItem>
    </Menu>
  );
}
