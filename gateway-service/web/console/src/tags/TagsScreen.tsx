import type { Tag } from '@parlor/client';
import { Pencil, Plus, Tags as Icon, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { Button, IconButton } from '../ui/Button';
import { Empty } from '../ui/Notice';
import { ListSkeleton } from '../ui/Skeleton';
import { DeleteTagDialog } from './DeleteTagDialog';
import { TagChip } from './TagChip';
import { TagDialog } from './TagDialog';
import styles from './TagsScreen.module.css';
import { useTags } from './useTags';

type Window = { readonly kind: 'edit'; readonly tag?: Tag } | { readonly kind: 'delete'; readonly tag: Tag };

/** The list of tags, kept by administrators. */
export default function TagsScreen() {
  const { t } = useTranslation();
  const { tags } = useDesk();
  const { phase, items } = useTags();
  const [open, setOpen] = useState<Window>();
  const close = () => setOpen(undefined);
  return (
    <section className={styles.screen} aria-labelledby="tags-title">
      <div className={styles.page}>
        <header className={styles.header}>
          <div className={styles.heading}>
            <h1 id="tags-title" className={styles.title}>
              {t('tags.title')}
            </h1>
            <p className={styles.lead}>{t('tags.lead')}</p>
          </div>
          <Button variant="primary" icon={<Plus size={16} />} onClick={() => setOpen({ kind: 'edit' })}>
            {t('tags.add')}
          </Button>
        </header>
        {phase === 'loading' && <ListSkeleton rows={4} />}
        {phase === 'failed' && (
          <Empty
            icon={<Icon />}
            title={t('tags.failed')}
            action={<Button onClick={() => void tags.load()}>{t('common.retry')}</Button>}
          />
        )}
        {phase === 'ready' && items.length === 0 && (
          <Empty icon={<Icon />} title={t('tags.empty')}>
            {t('tags.emptyDetail')}
          </Empty>
        )}
        {items.length > 0 && (
          <ul className={styles.list}>
            {items.map((tag) => (
              <li key={tag.id} className={styles.row}>
                <TagChip tag={tag} />
                <span className={styles.tools}>
                  <IconButton
                    label={t('tags.edit', { name: tag.name })}
                    onClick={() => setOpen({ kind: 'edit', tag })}
                  >
                    <Pencil size={16} />
                  </IconButton>
                  <IconButton
                    label={t('tags.delete', { name: tag.name })}
                    onClick={() => setOpen({ kind: 'delete', tag })}
                  >
                    <Trash2 size={16} />
                  </IconButton>
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {open?.kind === 'edit' && <TagDialog {...open} onClose={close} />}
      {open?.kind === 'delete' && <DeleteTagDialog tag={open.tag} onClose={close} />}
    </section>
  );
}
