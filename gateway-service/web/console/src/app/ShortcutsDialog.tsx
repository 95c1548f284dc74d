import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog';
import { Switch } from '../ui/Switch';
import { shortcutsOn, switchShortcuts } from './shortcuts';
import styles from './ShortcutsDialog.module.css';

const GROUPS = {
  go: ['g q', 'g m', 'g u', 'g a', 'g t', 'g s'],
  list: ['j', 'k', '/', 'Escape'],
  conversation: ['a', 'r', 'n', 'e', 't', 'i'],
  everywhere: ['c', '?'],
} as const;

type Group = keyof typeof GROUPS;

/** Every key there is, and the switch that turns them off. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [on, setOn] = useState(shortcutsOn);
  return (
    <Dialog open wide onClose={onClose} title={t('shortcuts.title')}>
      <div className={styles.groups}>
        {(Object.keys(GROUPS) as Group[]).map((group) => (
          <section key={group} aria-labelledby={`keys-${group}`}>
            <h3 id={`keys-${group}`} className={styles.heading}>
              {t(`shortcuts.group.${group}`)}
            </h3>
            <dl className={styles.keys}>
              {GROUPS[group].map((keys) => (
                <div key={keys} className={styles.row}>
                  <dt>{t(`shortcuts.key.${keys}`)}</dt>
                  <dd className={styles.combination}>
                    {keys.split(' ').map((key) => (
                      <kbd key={key} className={styles.key}>
                        {key === 'Escape' ? 'Esc' : key}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        label={t('shortcuts.on')}
        checked={on}
        onChange={(next) => {
          switchShortcuts(next);
          setOn(next);
        }}
      />
    </Dialog>
  );
}
