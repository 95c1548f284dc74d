import type { InboxRoom } from '@parlor/client';
import { Plus } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { Button, IconButton } from '../ui/Button';
import { Menu, MenuItem } from '../ui/Menu';
import { Alert } from '../ui/Notice';
import { TagChip, TagDot } from './TagChip';
import styles from './TagsSection.module.css';
import { useTagging, useTags, useTagsOf } from './useTags';

/** Where a shortcut finds the button that opens the choice. */
export const ADD_TAG = 'add-tag';

/** The tags on a conversation; put on from a menu, taken off with a press. */
export function TagsSection({ room }: { room: InboxRoom }) {
  const { t } = useTranslation();
  const title = useId();
  const { tags } = useDesk();
  const { phase, items } = useTags();
  const worn = useTagsOf(room);
  const tag = useTagging(room);
  const others = items.filter(({ id }) => !room.tags?.includes(id));
  return (
    <section aria-labelledby={title}>
      <div className={styles.top}>
        <h3 id={title} className={styles.heading}>
          {t('tags.title')}
        </h3>
        {others.length > 0 && (
          <Menu
            trigger={
              <IconButton id={ADD_TAG} label={t('tags.put')}>
                <Plus size={14} />
              </IconButton>
            }
          >
            {others.map(({ id, name, color }) => (
              <MenuItem key={id} icon={<TagDot color={color} />} onSelect={() => void tag(id, true)}>
                <bdi>{name}</bdi>
              </MenuItem>
            ))}
          </Menu>
        )}
      </div>
      {phase === 'failed' && (
        <Alert
          action={
            <Button size="small" onClick={() => void tags.load()}>
              {t('common.retry')}
            </Button>
          }
        >
          {t('tags.failed')}
        </Alert>
      )}
      {phase === 'ready' && worn.length === 0 && (
        <p className={styles.none}>{t(items.length > 0 ? 'tags.none' : 'tags.noList')}</p>
      )}
      <ul className={styles.worn}>
        {worn.map((one) => (
          <li key={one.id}>
            <TagChip tag={one} onRemove={() => void tag(one.id, false)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
