import type { Tag } from '@parlor/client';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './TagChip.module.css';

/** A tag: its colour as a dot, its name in words, so that nobody has to tell colours apart. */
export function TagChip({ tag, onRemove }: { tag: Tag; onRemove?: () => void }) {
  const { t } = useTranslation();
  return (
    <span className={styles.chip}>
      <TagDot color={tag.color} />
      <bdi className={styles.name}>{tag.name}</bdi>
      {onRemove && (
        <button
          type="button"
          className={styles.remove}
          aria-label={t('tags.takeOff', { name: tag.name })}
          onClick={onRemove}
        >
          <X size={12} />
        </button>
      )}
    </span>
  );
}

export function TagDot({ color }: { color: Tag['color'] }) {
  return <span className={styles.dot} data-color={color} aria-hidden="true" />;
}
