import type { QuickReply } from '@parlor/client';
import { Plus, Zap } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { isAdministrator } from '../session/account';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Notice';
import { ListSkeleton } from '../ui/Skeleton';
import { DeleteReplyDialog } from './DeleteReplyDialog';
import { ReplyDialog } from './ReplyDialog';
import { ReplyList } from './ReplyList';
import { before } from './search';
import styles from './RepliesScreen.module.css';
import { useReplies } from './useReplies';

type Window =
  | { readonly kind: 'edit'; readonly reply?: QuickReply }
  | { readonly kind: 'delete'; readonly reply: QuickReply };

/** The texts one sends often: one's own, and those everybody at the desk has. */
export default function RepliesScreen() {
  const { t } = useTranslation();
  const { account, replies } = useDesk();
  const { phase, items } = useReplies();
  const [words, setWords] = useState('');
  const [open, setOpen] = useState<Window>();
  const close = () => setOpen(undefined);
  const administrator = isAdministrator(account);

  const shown = items.filter((reply) => contains(reply, words)).sort(before);
  const sections = [
    { shared: false, lead: t('replies.yoursLead'), empty: t('replies.noYours'), editable: true },
    {
      shared: true,
      lead: t(administrator ? 'replies.sharedLead' : 'replies.sharedLeadOthers'),
      empty: t('replies.noShared'),
      editable: administrator,
    },
  ];
  return (
    <section className={styles.screen} aria-labelledby="replies-title">
      <div className={styles.page}>
        <header className={styles.header}>
          <div className={styles.heading}>
            <h1 id="replies-title" className={styles.title}>
              {t('replies.title')}
            </h1>
            <p className={styles.lead}>{t('replies.lead')}</p>
          </div>
          <Button variant="primary" icon={<Plus size={16} />} onClick={() => setOpen({ kind: 'edit' })}>
            {t('replies.add')}
          </Button>
        </header>
        {phase === 'loading' && <ListSkeleton rows={5} />}
        {phase === 'failed' && (
          <Empty
            icon={<Zap />}
            title={t('replies.failed')}
            action={<Button onClick={() => void replies.load()}>{t('common.retry')}</Button>}
          />
        )}
        {phase === 'ready' && items.length > 0 && (
          <input
            type="search"
            className={styles.search}
            aria-label={t('replies.search')}
            placeholder={t('replies.search')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
        {phase === 'ready' &&
          sections.map(({ shared, ...section }) => (
            <ReplyList
              key={String(shared)}
              {...section}
              empty={words ? t('replies.nothing', { words }) : section.empty}
              title={t(shared ? 'replies.shared' : 'replies.yours')}
              replies={shown.filter((reply) => reply.shared === shared)}
              onEdit={(reply) => setOpen({ kind: 'edit', reply })}
              onDelete={(reply) => setOpen({ kind: 'delete', reply })}
            />
          ))}
      </div>
      {open?.kind === 'edit' && <ReplyDialog {...open} administrator={administrator} onClose={close} />}
      {open?.kind === 'delete' && <DeleteReplyDialog reply={open.reply} onClose={close} />}
    </section>
  );
}

const contains = ({ shortcut, title, body }: QuickReply, words: string): boolean =>
  [`/${shortcut}`, title, body].some((text) => text.toLowerCase().includes(words.trim().toLowerCase()));
