import { useTranslation } from 'react-i18next';
import type { QuickReply } from '@parlor/client';
import { Link } from 'wouter';
import { SuggestionMenu } from '../suggest/SuggestionMenu';
import type { Suggestions } from '../suggest/useSuggestions';
import styles from './SlashMenu.module.css';

/** The quick replies that fit what was typed behind the slash. */
export function SlashMenu({ menu }: { menu: Suggestions<QuickReply> }) {
  const { t } = useTranslation();
  const words = {
    menu: t('replies.menu'),
    found: t('replies.found', { count: menu.options.length }),
    failed: t('replies.menuFailed'),
    none: t('replies.none'),
  };
  return (
    <SuggestionMenu
      menu={menu}
      words={words}
      remedy={<Link href="/replies">{t('replies.addFirst')}</Link>}
      keyOf={({ id }) => id}
    >
      {(reply) => (
        <>
          <span className={styles.line}>
            <bdi className={styles.shortcut}>/{reply.shortcut}</bdi>
            <bdi className={styles.title}>{reply.title}</bdi>
            <span className={styles.owner}>{t(reply.shared ? 'replies.shared' : 'replies.yours')}</span>
          </span>
          <bdi className={styles.body}>{reply.body}</bdi>
        </>
      )}
    </SuggestionMenu>
  );
}
