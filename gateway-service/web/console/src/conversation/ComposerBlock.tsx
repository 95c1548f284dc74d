import type { Account, InboxRoom } from '@parlor/client';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { mayTakeOver, type Action, type Obstacle } from './rights';
import styles from './Composer.module.css';

type ComposerBlockProps = {
  obstacle: Obstacle;
  room: InboxRoom;
  account: Account;
  onAction: (action: Action) => void;
  busy: Action | undefined;
};

/** Why one cannot reply at this moment, and what to do about it. */
export function ComposerBlock({ obstacle, room, account, onAction, busy }: ComposerBlockProps) {
  const { t } = useTranslation();
  const way = obstacle === 'accept' ? 'claim' : mayTakeOver(room, account) ? 'takeover' : undefined;
  return (
    <div className={styles.block}>
      <p>{t(`obstacle.${obstacle}`, { name: room.assignee?.name ?? '' })}</p>
      {way && (
        <Button busy={busy === way} onClick={() => onAction(way)}>
          {t(`action.${way}`)}
        </Button>
      )}
    </div>
  );
}
