import { Clock3, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Attachments } from '../files/Attachments';
import { useReasonText } from '../session/problems';
import { Button } from '../ui/Button';
import type { Outgoing as OutgoingMessage } from './interleave';
import { Text } from './Text';
import styles from './Message.module.css';

type OutgoingProps = {
  id: string;
  outgoing: OutgoingMessage;
  onRetry: () => void;
  onDiscard: () => void;
};

/** A message of mine that is not stored yet: on its way, or failed with a reason and a way on. */
export function Outgoing({ id, outgoing, onRetry, onDiscard }: OutgoingProps) {
  const { t } = useTranslation();
  const say = useReasonText();
  const { message, note } = outgoing;
  const failed = message.state === 'failed';
  return (
    <li className={styles.row} data-key={id} data-side="end">
      <div className={styles.column}>
        <div className={styles.line}>
          <div className={styles.bubble} data-note={note || undefined} data-first data-last>
            <Attachments files={message.attachments ?? []} />
            {message.text && <Text mentions={message.mentions}>{message.text}</Text>}
          </div>
        </div>
        {failed ? (
          <p className={styles.meta} role="alert">
            <span className={styles.delivery} data-delivery="failed">
              <TriangleAlert size={14} aria-hidden="true" />
              {t('message.failed', { reason: say(message.reason) })}
            </span>
            <Button size="small" variant="quiet" onClick={onRetry}>
              {t('common.retry')}
            </Button>
            <Button size="small" variant="quiet" onClick={onDiscard}>
              {t('message.discard')}
            </Button>
          </p>
        ) : (
          <p className={styles.meta}>
            <span className={styles.delivery}>
              <Clock3 size={12} aria-hidden="true" />
              {t(message.state === 'queued' ? 'message.state.queued' : 'message.state.sent')}
            </span>
          </p>
        )}
      </div>
    </li>
  );
}
