import type { Account, Hold, InboxRoom } from '@parlor/client';
import { Lock } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { isSupervisor } from '../session/account';
import { useProblemText } from '../session/problems';
import { Switch } from '../ui/Switch';
import { useToast } from '../ui/Toasts';
import styles from './HoldSection.module.css';

/** Whether nothing of a room may be erased; supervisors put holds on and lift them. */
export function HoldSection({ room, account }: { room: InboxRoom; account: Account }) {
  const { t } = useTranslation();
  const title = useId();
  const change = useHolding(room);
  const held = room.held ?? [];
  const mayHold = isSupervisor(account) && room.kind !== 'backroom';
  if (!mayHold && held.length === 0) return null;
  return (
    <section aria-labelledby={title}>
      <h3 id={title} className={styles.heading}>
        {t('hold.title')}
      </h3>
      <p className={styles.state} data-held={held.length > 0 || undefined} aria-live="polite">
        {held.length > 0 && <Lock size={14} aria-hidden="true" />}
        {t(held.includes('guest') ? 'hold.heldGuest' : held.length > 0 ? 'hold.held' : 'hold.free')}
      </p>
      {mayHold && (
        <div className={styles.switches}>
          <Switch
            label={t('hold.room')}
            checked={held.includes('room')}
            onChange={(on) => void change('room', on)}
          />
          {room.kind === 'guest' && (
            <Switch
              label={t('hold.guest')}
              checked={held.includes('guest')}
              onChange={(on) => void change('guest', on)}
            />
          )}
        </div>
      )}
    </section>
  );
}

/** Puts holds on and lifts them; what is refused is told. */
function useHolding({ id }: InboxRoom) {
  const { api, inbox } = useDesk();
  const { warn } = useToast();
  const say = useProblemText();
  return async (hold: Hold, on: boolean): Promise<void> => {
    try {
      inbox.add([await (on ? api.putHold(id, hold) : api.liftHold(id, hold))]);
    } catch (problem) {
      warn(say(problem));
    }
  };
}
