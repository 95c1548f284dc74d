import type { QuickReply } from '@parlor/client';
import { Pencil, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button';
import styles from './RepliesScreen.module.css';

type ReplyListProps = {
  title: string;
  lead: string;
  empty: string;
  editable: boolean;
  replies: readonly QuickReply[];
  onEdit: (reply: QuickReply) => void;
  onDelete: (reply: QuickReply) => void;
};

/** One's own quick replies, or the shared ones. */
export function ReplyList({ title, lead, empty, editable, replies, onEdit, onDelete }: ReplyListProps) {
  const { t } = useTranslation();
  const heading = useId();
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <div>
        <h2 id={heading}>{title}</h2>
        <p className={styles.lead}>{lead}</p>
      </div>
      {replies.length === 0 ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <ul className={styles.list}>
          {replies.map((reply) => (
            <li key={reply.id} className={styles.reply}>
              <span className={styles.what}>
                <span className={styles.names}>
                  <bdi className={styles.shortcut}>/{reply.shortcut}</bdi>
                  <bdi className={styles.name}>{reply.title}</bdi>
                </span>
                <span className={styles.body} dir="auto">
                  {reply.body}
                </span>
              </span>
              {editable && (
                <span className={styles.tools}>
                  <IconButton
                    label={t('replies.edit', { shortcut: reply.shortcut })}
                    onClick={() => onEdit(reply)}
                  >
                    <Pencil size={16} />
                  </IconButton>
                  <IconButton
                    label={t('replies.delete', { shortcut: reply.shortcut })}
                    onClick={() => onDelete(reply)}
                  >
                    <Trash2 size={16} />
                  </IconButton>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
