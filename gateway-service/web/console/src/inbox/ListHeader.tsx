import { Plus, Search, X } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale';
import type { View } from '../desk/views';
import { TagFilter } from '../tags/TagFilter';
import { IconButton } from '../ui/Button';
import styles from './ListHeader.module.css';

type ListHeaderProps = {
  view: View;
  count: number | undefined;
  words: string;
  onWords: (words: string) => void;
  tag: string | undefined;
  onTag: (tag: string | undefined) => void;
  search: RefObject<HTMLInputElement | null>;
  onNewRoom: () => void;
};

export function ListHeader({ view, count, words, onWords, search, onNewRoom, ...props }: ListHeaderProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <h1 className={styles.title}>{t(`view.${view}`)}</h1>
        {count !== undefined && count > 0 && (
          <span className={styles.count}>{new Intl.NumberFormat(locale).format(count)}</span>
        )}
        <span className={styles.space} />
        {view !== 'team' && <TagFilter value={props.tag} onChange={props.onTag} />}
        {view === 'team' && (
          <IconButton label={t('team.new')} onClick={onNewRoom}>
            <Plus size={18} />
          </IconButton>
        )}
      </div>
      <div className={styles.search} role="search">
        <Search size={14} aria-hidden="true" />
        <input
          ref={search}
          type="search"
          className={styles.input}
          aria-label={t('inbox.search')}
          placeholder={t('inbox.search')}
          value={words}
          onChange={(event) => onWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            onWords('');
            event.currentTarget.blur();
          }}
        />
        {words && (
          <button
            type="button"
            className={styles.clear}
            aria-label={t('inbox.clear')}
            onClick={() => onWords('')}
          >
            <X size={14} />
          </button>
        )}
      </div>
    </header>
  );
}
