import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog';
import { Switch } from '../ui/Switch';
import { caps, KEY_GROUPS, keysOf } from './keys';
import { shortcutsOn, switchShortcuts } from './shortcuts';
import styles from './ShortcutsDialog.module.css';

/** Every key there is, and the switch that turns them off. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [on, setOn] = useState(shortcutsOn);
  return (
    <Dialog open wide onClose={onClose} title={t('shortcuts.title')}>
      <div className={styles.groups}>
        {KEY_GROUPS.map((group) => (
          <section key={group} aria-labelledby={`keys-${group}`}>
            <h3 id={`keys-${group}`} className={styles.heading}>
              {t(`shortcuts.group.${group}`)}
            </h3>
            <dl className={styles.keys}>
              {keysOf(group).map((keys) => (
                <div key={keys} className={styles.row}>
                  <dt>{t(`shortcuts.key.${keys}`)}</dt>
                  <dd className={styles.combination}>
                    {caps(keys).map((cap) => (
                      <kbd key={cap} className={styles.key}>
                        {cap}
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
