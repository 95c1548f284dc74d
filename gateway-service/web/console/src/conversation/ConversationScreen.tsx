import { CircleAlert, MessageCircleOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Notice';
import { TimelineSkeleton } from '../ui/Skeleton';
import { BackButton } from './BackButton';
import { BareHeader } from './BareHeader';
import { ConversationPane } from './ConversationPane';
import { Gone } from './Gone';
import { useRoom } from './useRoom';
import styles from './Conversation.module.css';

type ConversationScreenProps = { id: string; back: string };

/** One conversation, or why it cannot be shown. */
export function ConversationScreen({ id, back }: ConversationScreenProps) {
  const { t } = useTranslation();
  const { account } = useDesk();
  const { room, gone, phase, retry } = useRoom(id);
  if (room) return <ConversationPane key={room.id} room={room} account={account} back={back} />;
  if (gone) {
    return (
      <section className={styles.pane}>
        <BareHeader back={back} />
        <Gone room={gone} back={back} />
      </section>
    );
  }
  if (phase === 'loading') {
    return (
      <section className={styles.pane}>
        <BareHeader back={back} />
        <TimelineSkeleton />
      </section>
    );
  }
  return (
    <section className={styles.pane}>
      <BareHeader back={back} />
      {phase === 'missing' ? (
        <Empty
          icon={<MessageCircleOff />}
          title={t('conversation.missing')}
          action={<BackButton to={back} />}
        >
          {t('conversation.missingDetail')}
        </Empty>
      ) : (
        <Empty
          icon={<CircleAlert />}
          title={t('conversation.failed')}
          action={<Button onClick={retry}>{t('common.retry')}</Button>}
        >
          {t('conversation.failedDetail')}
        </Empty>
      )}
    </section>
  );
}
