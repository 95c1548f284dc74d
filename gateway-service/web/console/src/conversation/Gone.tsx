import type { InboxRoom } from '@parlor/client';
import { MessageCircleOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { TextField } from '../ui/Field';
import { Empty } from '../ui/Notice';
import { BackButton } from './BackButton';
import { DRAFT_KINDS, readDraft } from './drafts';
import styles from './Gone.module.css';

/**
 * Instead of a conversation that was open and may not be read any more: a colleague has it, or it is erased, which the
 * server does not tell apart. What was typed there is not lost.
 */
export function Gone({ room, back }: { room: InboxRoom; back: string }) {
  const { t } = useTranslation();
  const { account } = useDesk();
  const drafts = DRAFT_KINDS.map((kind) => ({ kind, text: readDraft(account.id, room.id, kind) }));
  return (
    <>
      <div className={styles.gone} role="alert">
        <Empty icon={<MessageCircleOff />} title={t('conversation.gone')} action={<BackButton to={back} />}>
          {t(room.kind === 'guest' ? 'conversation.goneDetail' : 'conversation.left')}
        </Empty>
      </div>
      {drafts
        .filter(({ text }) => text)
        .map(({ kind, text }) => (
          <div key={kind} className={styles.draft}>
            <TextField
              label={t(`conversation.unsent.${kind}`)}
              hint={t('conversation.unsentHint')}
              rows={3}
              readOnly
              value={text}
            />
          </div>
        ))}
    </>
  );
}
