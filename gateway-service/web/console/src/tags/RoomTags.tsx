import type { InboxRoom } from '@parlor/client';
import { useTranslation } from 'react-i18next';
import styles from './RoomTags.module.css';
import { TagChip } from './TagChip';
import { useTagsOf } from './useTags';

const SHOWN = 3;

/** The tags of a room in a list: the first few, and how many more there are. */
export function RoomTags({ room }: { room: InboxRoom }) {
  const { t } = useTranslation();
  const worn = useTagsOf(room);
  if (worn.length === 0) return null;
  const more = worn.slice(SHOWN);
  return (
    <span className={styles.tags}>
      <span className="visually-hidden">{t('tags.title')}: </span>
      {worn.slice(0, SHOWN).map((tag) => (
        <TagChip key={tag.id} tag={tag} />
      ))}
      {more.length > 0 && (
        <span className={styles.more} title={more.map(({ name }) => name).join(', ')}>
          {t('tags.more', { count: more.length })}
        </span>
      )}
    </span>
  );
}
