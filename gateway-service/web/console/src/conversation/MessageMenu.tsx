import { Menu as Base } from '@base-ui/react/menu';
import type { MessageItem } from '@parlor/client';
import { Copy, Ellipsis, Pencil, Reply, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button';
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu';
import type { MessageActions } from './actions';
import styles from './Message.module.css';

export const EMOJI = ['👍', '❤️', '😄', '🎉', '👀', '✅'] as const;

type MessageMenuProps = {
  item: MessageItem;
  note: boolean;
  own: boolean;
  deletable: boolean;
  actions: MessageActions;
};

/** What one can do with a message; visible on hover, on focus, and always where there is no mouse. */
export function MessageMenu({ item, note, own, deletable, actions }: MessageMenuProps) {
  const { t } = useTranslation();
  const trigger = (
    <IconButton className={styles.more ?? ''} label={t('message.actions', { name: item.author.name })}>
      <Ellipsis size={16} />
    </IconButton>
  );
  return (
    <Menu trigger={trigger} align="center">
      <Base.Group className={styles.palette}>
        {EMOJI.map((emoji) => (
          <Base.Item
            key={emoji}
            className={styles.emoji}
            aria-label={t('message.react', { emoji })}
            onClick={() => actions.react(item, note, emoji)}
          >
            {emoji}
          </Base.Item>
        ))}
      </Base.Group>
      <MenuSeparator />
      <MenuItem icon={<Reply size={16} />} onSelect={() => actions.reply(item, note)}>
        {t('message.reply')}
      </MenuItem>
      <MenuItem icon={<Copy size={16} />} onSelect={() => void navigator.clipboard.writeText(item.text)}>
        {t('message.copy')}
      </MenuItem>
      {own && (
        <MenuItem icon={<Pencil size={16} />} onSelect={() => actions.edit(item, note)}>
          {t('message.edit')}
        </MenuItem>
      )}
      {deletable && (
        <MenuItem danger icon={<Trash2 size={16} />} onSelect={() => actions.remove(item, note)}>
          {t('message.delete')}
        </MenuItem>
      )}
    </Menu>
  );
}
