import type { Account, InboxRoom } from '@parlor/client';
import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import styles from './EndRequest.module.css';
import { mayAnswerEnd, type Action } from './rights';

type EndRequestProps = {
  room: InboxRoom;
  account: Account;
  busy: Action | undefined;
  onAction: (action: Action) => void;
};

/** The guest wants it to be over: whoever has the conversation says yes or goes on, others only see it. */
export function EndRequest({ room, account, busy, onAction }: EndRequestProps) {
  const { t } = useTranslation();
  if (room.endAskedAt === undefined) return null;
  return (
    <div className={styles.request} role="status">
      <LogOut size={16} aria-hidden="true" className="flips" />
      <p className={styles.words}>{t('ending.asks', { name: room.name })}</p>
      {mayAnswerEnd(room, account) && (
        <div className={styles.answers} role="group" aria-label={t('ending.answer', { name: room.name })}>
          <Button size="small" busy={busy === 'decline'} onClick={() => onAction('decline')}>
            {t('ending.decline')}
          </Button>
          <Button size="small" variant="primary" busy={busy === 'close'} onClick={() => onAction('close')}>
            {t('ending.accept')}
          </Button>
        </div>
      )}
    </div>
  );
}
