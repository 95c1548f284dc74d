import { ListFilter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button';
import { Menu, MenuChoice } from '../ui/Menu';
import { TagDot } from './TagChip';
import { useTags } from './useTags';

const ALL = '';

/** Narrows a list to one tag. Not there while there are no tags. */
export function TagFilter({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (tag: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const { items } = useTags();
  const chosen = items.find(({ id }) => id === value);
  if (items.length === 0) return null;
  const label = chosen ? t('tags.filtered', { name: chosen.name }) : t('tags.filter');
  return (
    <Menu
      trigger={
        <IconButton label={label} data-on={chosen ? true : undefined}>
          {chosen ? <TagDot color={chosen.color} /> : <ListFilter size={16} />}
        </IconButton>
      }
    >
      <MenuChoice
        label={t('tags.filter')}
        value={value ?? ALL}
        options={[
          { value: ALL, label: t('tags.all') },
          ...items.map(({ id, name, color }) => ({
            value: id,
            label: name,
            mark: <TagDot color={color} />,
          })),
        ]}
        onChange={(tag) => onChange(tag === ALL ? undefined : tag)}
      />
    </Menu>
  );
}
