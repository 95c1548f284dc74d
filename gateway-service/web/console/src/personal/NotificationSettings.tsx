import type { PersonalSettings } from '@parlor/client';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askPermission, permission, type Permission } from '../alerts/desktop';
import { Button } from '../ui/Button';
import { Segmented } from '../ui/Segmented';
import { Switch } from '../ui/Switch';
import styles from './SettingsScreen.module.css';
import { usePersonal } from './usePersonal';

const CHOICES = ['none', 'mine', 'all'] as const;

/** What is shown on the desktop, and whether this browser lets us. It is asked by a click here, and never else. */
export function NotificationSettings() {
  const { t } = useTranslation();
  const { settings, change } = usePersonal();
  const [allowed, ask] = usePermission();
  const on = settings.notifications !== 'none';

  const choose = (notifications: PersonalSettings['notifications']) => {
    change({ notifications });
    if (notifications !== 'none') ask();
  };
  return (
    <>
      <div className={styles.row}>
        <p className={styles.hint}>{t('settings.notificationsHint')}</p>
        <Segmented
          label={t('settings.notifications')}
          value={settings.notifications}
          options={CHOICES.map((value) => ({ value, label: t(`settings.notify.${value}`) }))}
          onChange={choose}
        />
      </div>
      {on && (
        <div className={styles.permission} role="status">
          <span className={styles.words}>{t(`settings.permission.${allowed}`)}</span>
          {allowed === 'default' && (
            <Button size="small" onClick={ask}>
              {t('settings.allow')}
            </Button>
          )}
        </div>
      )}
      {on && (
        <>
          <Switch
            label={t('settings.preview')}
            checked={settings.preview}
            onChange={(preview) => change({ preview })}
          />
          <p className={styles.hint}>{t('settings.previewHint')}</p>
        </>
      )}
    </>
  );
}

/** The person may change its mind in the browser's own settings, and come back. */
function usePermission(): readonly [Permission, () => void] {
  const [allowed, setAllowed] = useState(permission);
  useEffect(() => {
    const look = () => setAllowed(permission());
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, []);
  return [allowed, () => void askPermission().then(setAllowed)];
}
