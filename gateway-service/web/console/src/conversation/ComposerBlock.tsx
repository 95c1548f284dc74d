import type { InboxRoom } from '@parlor/client';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import type { Obstacle } from './rights';
import styles from './Composer.module.css';

type ComposerBlockProps = { obstacle: Obstacle; room: InboxRoom; onClaim: () => void; claiming: boolean };

/** Why one cannot reply at this moment, and what to do about it. */
export function ComposerBlock({ obstacle, room, onClaim, claiming }: ComposerBlockProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.block}>
      <p>{t(`obstacle.${obstacle}`, { name: room.assignee?.name ?? '' })}</p>
      {obstacle === 'accept' && (
        <Button busy={claiming} onClick={onClaim}>
          {t('action.claim')}
        </Button>
      )}
    </div>
  );
}
