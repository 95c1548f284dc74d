import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from './useConversation';

/** Reads new messages of others to those who listen to the page; history that is loaded stays silent. */
export function NewsReader({ conversation, self }: { conversation: Conversation; self: string }) {
  const { t } = useTranslation();
  const { items, front } = conversation;
  const { phase } = front.snapshot;
  const heard = useRef<string>(undefined);
  const [news, setNews] = useState('');

  useEffect(() => {
    if (phase !== 'open') return;
    const last = items.at(-1)?.item;
    if (!last || last.at === heard.current) return;
    const first = heard.current === undefined;
    heard.current = last.at;
    if (first || last.kind !== 'message' || last.author.id === self) return;
    setNews(t('conversation.news', { name: last.author.name, text: last.text }));
  }, [items, phase, self, t]);

  return (
    <p className="visually-hidden" aria-live="polite">
      {news}
    </p>
  );
}
