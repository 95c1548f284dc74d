import type { Account } from '@parlor/client';
import { useTranslation } from 'react-i18next';
import { usePresence } from '../desk/context';
import { SuggestionMenu } from '../suggest/SuggestionMenu';
import type { Suggestions } from '../suggest/useSuggestions';
import { Avatar } from '../ui/Avatar';
import styles from './AtMenu.module.css';

/** The colleagues who fit what was typed behind the at sign, and whether they are here. */
export function AtMenu({ menu }: { menu: Suggestions<Account> }) {
  const { t } = useTranslation();
  const presence = usePresence(menu.options.map(({ id }) => id));
  const words = {
    menu: t('mentions.menu'),
    found: t('mentions.found', { count: menu.options.length }),
    failed: t('mentions.failed'),
    none: t('mentions.none'),
  };
  return (
    <SuggestionMenu menu={menu} words={words} keyOf={({ id }) => id}>
      {({ id, name }) => {
        const status = presence[id]?.status ?? 'offline';
        return (
          <span className={styles.line}>
            <Avatar name={name} size="small" presence={status} />
            <span className={styles.name}>
              <bdi>{name}</bdi>
            </span>
            <span className={styles.status}>{t(`presence.${status}`)}</span>
          </span>
        );
      }}
    </SuggestionMenu>
  );
}
