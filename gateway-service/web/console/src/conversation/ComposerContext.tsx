import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button';
import type { Intent } from './intent';
import styles from './Composer.module.css';

type ComposerContextProps = { intent: Exclude<Intent, { kind: 'none' }>; onCancel: () => void };

/** Which message is being answered or changed. */
export function ComposerContext({ intent, onCancel }: ComposerContextProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.context}>
      <p className={styles.about}>
        <span>
          {t(intent.kind === 'edit' ? 'composer.editing' : 'composer.quoting', {
            name: intent.item.author.name,
          })}
        </span>
        <bdi>{intent.item.text}</bdi>
      </p>
      <IconButton label={t('common.cancel')} onClick={onCancel}>
        <X size={16} />
      </IconButton>
    </div>
  );
}
