import type { InboxRoom } from '@parlor/client';
import { AlarmClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../conversation/rights';
import { full } from '../i18n/times';
import { useLocale } from '../i18n/useLocale';
import { Button } from '../ui/Button';
import styles from './SnoozedNotice.module.css';

type SnoozedNoticeProps = {
  room: InboxRoom;
  mayWake: boolean;
  busy: Action | undefined;
  onAction: (action: Action) => void;
};

/** Until when a conversation is put aside, and the way back before that. */
export function SnoozedNotice({ room, mayWake, busy, onAction }: SnoozedNoticeProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (room.snoozedUntil === undefined) return null;
  return (
    <div className={styles.notice} role="note">
      <AlarmClock size={16} aria-hidden="true" />
      <p className={styles.words}>{t('snooze.until', { time: full(locale, room.snoozedUntil) })}</p>
      {mayWake && (
        <Button size="small" busy={busy === 'wake'} onClick={() => onAction('wake')}>
          {t('action.wake')}
        </Button>
      )}
    </div>
  );
}
