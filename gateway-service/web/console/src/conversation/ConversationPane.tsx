import type { Account, InboxRoom } from '@parlor/client';
import { CircleAlert, MessageCircle } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../app/shortcuts';
import { useProblemText } from '../session/problems';
import { Alert, Empty } from '../ui/Notice';
import { TimelineSkeleton } from '../ui/Skeleton';
import { useToast } from '../ui/Toasts';
import { Composer } from './Composer';
import { DetailsPanel, useDetails } from './DetailsPanel';
import type { DraftKind } from './drafts';
import { Header } from './Header';
import { NO_INTENT, type Intent } from './intent';
import type { MessageActions } from './Message';
import { NewsReader } from './NewsReader';
import { actionsFor, obstacleFor, type Action } from './rights';
import { Timeline } from './Timeline';
import { TransferDialog } from './TransferDialog';
import { useActions } from './useActions';
import { useConversation, type Conversation } from './useConversation';
import styles from './Conversation.module.css';

type ConversationPaneProps = { room: InboxRoom; account: Account; back: string };

export function ConversationPane({ room, account, back }: ConversationPaneProps) {
  const { t } = useTranslation();
  const conversation = useConversation(room);
  const { act, busy } = useActions(room);
  const [kind, setKind] = useState<DraftKind>('reply');
  const [intent, setIntent] = useState<Intent>(NO_INTENT);
  const [transferring, setTransferring] = useState(false);
  const details = useDetails();
  const input = useRef<HTMLTextAreaElement>(null);

  const allowed = actionsFor(room, account);
  const onAction = (action: Action) => {
    if (action === 'transfer') setTransferring(true);
    else void act(action).then((done) => done && action === 'claim' && input.current?.focus());
  };
  const write = (wanted: DraftKind) => {
    setKind(wanted);
    requestAnimationFrame(() => input.current?.focus());
  };
  useShortcuts({
    a: () => allowed.includes('claim') && onAction('claim'),
    e: () => allowed.includes('resolve') && onAction('resolve'),
    t: () => allowed.includes('transfer') && onAction('transfer'),
    i: details.toggle,
    r: () => write('reply'),
    n: () => room.backroom !== undefined && write('note'),
  });
  const actions = useMessageActions(conversation, setKind, setIntent);

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
        <Body room={room} account={account} conversation={conversation} actions={actions} />
        {phase === 'left' && <Alert>{t('conversation.left')}</Alert>}
        <Composer
          room={room}
          account={account}
          kind={kind}
          onKind={write}
          intent={intent}
          onIntentDone={() => setIntent(NO_INTENT)}
          onEditLast={() => editLast(conversation, account.id, kind, setIntent)}
          onSend={(text) => {
            send(conversation, kind, intent, text, actions);
            setIntent(NO_INTENT);
          }}
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

type EditingActions = MessageActions & { change: (seq: number, note: boolean, text: string) => void };

function useMessageActions(
  conversation: Conversation | undefined,
  setKind: (kind: DraftKind) => void,
  setIntent: (intent: Intent) => void,
): EditingActions {
  const { warn } = useToast();
  const say = useProblemText();
  const doorOf = conversation?.doorOf;
  const tell = useCallback(
    (promise: Promise<void> | undefined) => promise?.catch((problem: unknown) => warn(say(problem))),
    [warn, say],
  );
  return useMemo(
    () => ({
      reply: (item, note) => {
        setKind(note ? 'note' : 'reply');
        setIntent({ kind: 'quote', item });
      },
      edit: (item, note) => {
        setKind(note ? 'note' : 'reply');
        setIntent({ kind: 'edit', item });
      },
      remove: (item, note) => void tell(doorOf?.(note).remove(item.seq)),
      react: (item, note, emoji) => void tell(doorOf?.(note).react(item.seq, emoji)),
      change: (seq, note, text) => void tell(doorOf?.(note).edit(seq, text)),
    }),
    [doorOf, setKind, setIntent, tell],
  );
}

function send(
  conversation: Conversation,
  kind: DraftKind,
  intent: Intent,
  text: string,
  actions: EditingActions,
): void {
  const note = kind === 'note';
  if (intent.kind === 'edit') actions.change(intent.item.seq, note, text);
  else
    conversation
      .doorOf(note)
      .send({ text, ...(intent.kind === 'quote' ? { replyTo: intent.item.seq } : {}) });
}

function editLast(
  { items }: Conversation,
  self: string,
  kind: DraftKind,
  setIntent: (intent: Intent) => void,
): void {
  const own = items.findLast(
    ({ item, note }) => item.kind === 'message' && item.author.id === self && note === (kind === 'note'),
  );
  if (own?.item.kind === 'message' && !own.item.deletedAt) setIntent({ kind: 'edit', item: own.item });
}
