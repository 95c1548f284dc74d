import { useTranslation } from 'react-i18next';
import { placeholder, PLACEHOLDERS } from './placeholders';
import styles from './ReplyDialog.module.css';

const KEYS = {
  'guest.name': 'guest_name',
  'guest.email': 'guest_email',
  'agent.name': 'agent_name',
  brand: 'brand',
} as const;

/** What can be filled in by itself, to be put where the caret stands. */
export function PlaceholderButtons({ onInsert }: { onInsert: (text: string) => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.placeholders} role="group" aria-label={t('replies.placeholders')}>
      {PLACEHOLDERS.map((name) => {
        const label = t(`replies.placeholder.${KEYS[name]}`);
        return (
          <button
            key={name}
            type="button"
            className={styles.placeholder}
            aria-label={t('replies.insert', { name: label })}
            title={placeholder(name)}
            onClick={() => onInsert(placeholder(name))}
          >
            {label}
          </button>
        );
      })}
    </div>
  );
}
