import type { Account, InboxRoom } from '@parlor/client';
import { CircleAlert, MessageCircle } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../app/shortcuts';
import { Alert, Empty } from '../ui/Notice';
import { TimelineSkeleton } from '../ui/Skeleton';
import { Composer } from './Composer';
import { DeleteDialog } from './DeleteDialog';
import { DetailsPanel, useDetails } from './DetailsPanel';
import { EndRequest } from './EndRequest';
import type { DraftKind } from './drafts';
import { Header } from './Header';
import type { MessageActions } from './actions';
import { NewsReader } from './NewsReader';
import { actionsFor, obstacleFor, type Action } from './rights';
import { Timeline } from './Timeline';
import { TransferDialog } from './TransferDialog';
import { useActions } from './useActions';
import { useConversation, type Conversation } from './useConversation';
import { useMessageActions } from './useMessageActions';
import styles from './Conversation.module.css';

type ConversationPaneProps = { room: InboxRoom; account: Account; back: string };

export function ConversationPane({ room, account, back }: ConversationPaneProps) {
  const { t } = useTranslation();
  const conversation = useConversation(room);
  const { act, busy } = useActions(room);
  const [kind, setKind] = useState<DraftKind>('reply');
  const [transferring, setTransferring] = useState(false);
  const details = useDetails();
  const input = useRef<HTMLTextAreaElement>(null);

  const onAction = (action: Action) => {
    if (action === 'transfer') setTransferring(true);
    else void act(action).then((done) => done && action === 'claim' && write('reply'));
  };
  const write = (wanted: DraftKind) => {
    setKind(wanted);
    requestAnimationFrame(() => input.current?.focus());
  };
  usePaneShortcuts(room, account, { onAction, write, toggle: details.toggle });
  const writing = useMessageActions(conversation, account.id, setKind);

  if (!conversation) return null;
  const { phase } = conversation.front.snapshot;
  return (
    <>
      <section className={styles.pane} aria-label={t('conversation.label', { name: room.name })}>
        <Header
          room={room}
          account={account}
          back={back}
          busy={busy}
          onAction={onAction}
          details={details.open}
          onDetails={details.toggle}
        />
        <EndRequest room={room} account={account} busy={busy} onAction={onAction} />
        <Body room={room} account={account} conversation={conversation} actions={writing.actions} />
        {phase === 'left' && <Alert>{t('conversation.left')}</Alert>}
        <Composer
          room={room}
          account={account}
          kind={kind}
          onKind={write}
          intent={writing.intent}
          onIntentDone={writing.forget}
          onEditLast={() => writing.editLast(kind)}
          onSend={(text, attachments) => writing.send(kind, text, attachments)}
          onTyping={(note, on) =>
            !obstacleFor(room, account.id) && !note && conversation.front.door.typing(on)
          }
          onClaim={() => onAction('claim')}
          claiming={busy === 'claim'}
          input={input}
        />
        <NewsReader conversation={conversation} self={account.id} />
      </section>
      <DetailsPanel room={room} account={account} open={details.open} onClose={details.close} />
      {writing.deleting && (
        <DeleteDialog
          item={writing.deleting.item}
          note={writing.deleting.note}
          onClose={writing.keep}
          onDelete={writing.confirmDelete}
        />
      )}
      {transferring && (
        <TransferDialog
          room={room}
          open
          busy={busy === 'transfer'}
          onClose={() => setTransferring(false)}
          onTransfer={(to) => void act('transfer', to).then((done) => done && setTransferring(false))}
        />
      )}
    </>
  );
}

type Keys = { onAction: (action: Action) => void; write: (kind: DraftKind) => void; toggle: () => void };

function usePaneShortcuts(room: InboxRoom, account: Account, { onAction, write, toggle }: Keys): void {
  const allowed = actionsFor(room, account);
  useShortcuts({
    a: () => allowed.includes('claim') && onAction('claim'),
    e: () => allowed.includes('resolve') && onAction('resolve'),
    t: () => allowed.includes('transfer') && onAction('transfer'),
    i: toggle,
    r: () => write('reply'),
    n: () => room.backroom !== undefined && write('note'),
  });
}

type BodyProps = { room: InboxRoom; account: Account; conversation: Conversation; actions: MessageActions };

function Body({ room, account, conversation, actions }: BodyProps) {
  const { t } = useTranslation();
  const { items, outgoing, front } = conversation;
  const { phase } = front.snapshot;
  if (phase === 'refused') {
    return (
      <Empty icon={<CircleAlert />} title={t('conversation.refused')}>
        {t('conversation.missingDetail')}
      </Empty>
    );
  }
  if (items.length > 0 || outgoing.length > 0) {
    return <Timeline room={room} account={account} conversation={conversation} actions={actions} />;
  }
  if (phase !== 'open') return <TimelineSkeleton />;
  return (
    <Empty icon={<MessageCircle />} title={t('conversation.empty')}>
      {t('conversation.emptyDetail')}
    </Empty>
  );
}
