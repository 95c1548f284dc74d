import type { Viewer } from '@parlor/client';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../ui/Avatar';
import styles from './ViewersHere.module.css';

const MOST_FACES = 3;

/** The colleagues who look at the same conversation, and what one of them writes: so that no two answer at once. */
export function ViewersHere({ others }: { others: readonly Viewer[] }) {
  const { t } = useTranslation();
  const writer = others.find(({ doing }) => doing !== 'looking');
  const names = others.map(({ name }) => name).join(', ');
  return (
    <div className={styles.here} role="status" data-empty={others.length === 0 || undefined}>
      {others.length > 0 && (
        <span className={styles.faces} title={names}>
          {others.slice(0, MOST_FACES).map(({ member, name }) => (
            <Avatar key={member} name={name} size="small" />
          ))}
          {others.length > MOST_FACES && <span className={styles.more}>+{others.length - MOST_FACES}</span>}
        </span>
      )}
      <span className={writer ? styles.writing : 'visually-hidden'}>
        {writer
          ? t(writer.doing === 'note' ? 'viewers.note' : 'viewers.reply', { name: writer.name })
          : others.length > 0 && t('viewers.here', { count: others.length, names })}
      </span>
    </div>
  );
}
