import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import type { View } from '../desk/views';
import { Hits } from './Hits';
import { useHitRooms } from './useHitRooms';
import { useMessageSearch, type Ask } from './useMessageSearch';
import styles from './SearchResults.module.css';

type SearchResultsProps = {
  view: View;
  words: string;
  /** What is open: the conversation, and the message in it. */
  current: string;
  /** The conversations that were found by their names. */
  children: ReactNode;
};

/** What was found: conversations of this list by name, and messages of all conversations by what they say. */
export function SearchResults({ view, words, current, children }: SearchResultsProps) {
  const { t } = useTranslation();
  const { api } = useDesk();
  const ask: Ask = useCallback((q, cursor) => api.search({ q, cursor }), [api]);
  const found = useMessageSearch(ask, words);
  const rooms = useHitRooms(found.hits);
  return (
    <div className={styles.results}>
      <section className={styles.rooms} aria-labelledby="found-rooms">
        <h2 id="found-rooms" className={styles.heading}>
          {t('search.conversations')}
        </h2>
        {children}
      </section>
      <section className={styles.messages} aria-labelledby="found-messages">
        <h2 id="found-messages" className={styles.heading}>
          {t('search.messages')}
        </h2>
        <Hits
          found={found}
          rooms={rooms}
          base={`/${view}`}
          current={current}
          label={t('search.messages')}
          named
        />
      </section>
    </div>
  );
}
