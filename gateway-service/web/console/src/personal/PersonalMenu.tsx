import type { Availability } from '@parlor/client';
import { Keyboard, LogOut, Settings } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { forgetDrafts } from '../conversation/drafts';
import { useDesk, usePresence } from '../desk/context';
import { languages } from '../i18n/i18n';
import { useProblemText } from '../session/problems';
import { Avatar } from '../ui/Avatar';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../ui/Menu';
import { useToast } from '../ui/Toasts';
import { storedTheme, type Theme, THEMES } from './theme';
import { usePersonal } from './usePersonal';
import styles from './PersonalMenu.module.css';

const STATUSES: readonly Availability[] = ['online', 'away', 'busy', 'offline'];

/** Oneself: availability, looks, language, and the way out. */
export function PersonalMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const { t, i18n } = useTranslation();
  const { account, presence } = useDesk();
  const told = usePresence([account.id])[account.id]?.status;
  const [chosen, setChosen] = useState<Availability>();
  const { settings, change } = usePersonal();
  const [, navigate] = useLocation();
  const signOut = useSignOut();
  const status = chosen ?? told ?? 'online';

  const announce = (next: string) => {
    setChosen(next as Availability);
    presence.announce(next as Availability);
  };
  const trigger = (
    <button type="button" className={styles.trigger}>
      <Avatar name={account.name} size="small" presence={status} />
      <span className={styles.who}>
        <span className={styles.name}>
          <bdi>{account.name}</bdi>
        </span>
        <span className={styles.status}>{t(`presence.${status}`)}</span>
        <span className="visually-hidden">{t('personal.menu')}</span>
      </span>
    </button>
  );
  return (
    <Menu trigger={trigger} side="top" align="start">
      <MenuChoice
        label={t('personal.presence')}
        value={status}
        onChange={announce}
        options={STATUSES.map((value) => ({
          value,
          label: t(`presence.${value}`),
          mark: <span className={styles.mark} data-presence={value} />,
        }))}
      />
      <MenuSeparator />
      <MenuChoice
        label={t('personal.theme')}
        value={settings.version > 0 ? settings.theme : storedTheme()}
        onChange={(theme) => change({ theme: theme as Theme })}
        options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
      />
      <MenuSeparator />
      <MenuChoice
        label={t('personal.language')}
        value={i18n.language}
        onChange={(language) => change({ language })}
        options={languages.map((language) => ({ ...language }))}
      />
      <MenuSeparator />
      <MenuItem icon={<Settings size={16} />} onSelect={() => navigate('/settings')}>
        {t('personal.title')}
      </MenuItem>
      <MenuItem icon={<Keyboard size={16} />} hint="?" onSelect={onShortcuts}>
        {t('shortcuts.title')}
      </MenuItem>
      <MenuItem icon={<LogOut size={16} className="flips" />} onSelect={signOut}>
        {t('personal.signOut')}
      </MenuItem>
    </Menu>
  );
}

function useSignOut(): () => void {
  const { api, leave } = useDesk();
  const { warn } = useToast();
  const say = useProblemText();
  return () => {
    api.signOut().then(
      () => {
        forgetDrafts();
        leave();
      },
      (problem: unknown) => warn(say(problem)),
    );
  };
}
