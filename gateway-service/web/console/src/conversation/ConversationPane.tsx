import type { Account, InboxRoom } from '@parlor/client';
import { CircleAlert, MessageCircle } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../app/shortcuts';
import { useCommands } from '../palette/commands';
import { SnoozeDialog } from '../snooze/SnoozeDialog';
import { SnoozedNotice } from '../snooze/SnoozedNotice';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Notice';
import { TimelineSkeleton } from '../ui/Skeleton';
import { Composer } from './Composer';
import { DeleteDialog } from './DeleteDialog';
import { DetailsPanel, useDetails } from './DetailsPanel';
import { EndRequest } from './EndRequest';
import type { DraftKind } from './drafts';
import { Header, type HeaderProps } from './Header';
import type { MessageActions } from './actions';
import { NewsReader } from './NewsReader';
import { actionsFor, obstacleFor, type Action } from './rights';
import { Timeline } from './Timeline';
import { TransferDialog } from './TransferDialog';
import { RoomSearch } from '../search/RoomSearch';
import { useActions } from './useActions';
import { useConversation } from './useConversation';
import { useMessageActions } from './useMessageActions';
import { useAim, type Aim } from './useTarget';
import { useViewers } from './useViewers';
import styles from './Conversation.module.css';

/** After these one wants to write. */
const TAKING: ReadonlySet<Action> = new Set(['claim', 'takeover']);

type ConversationPaneProps = { room: InboxRoom; account: Account; back: string };

export function ConversationPane({ room, account, back }: ConversationPaneProps) {
  const { t } = useTranslation();
  const conversation = useConversation(room);
  const { act, busy } = useActions(room);
  const viewers = useViewers(room);
  const [kind, setKind] = useState<DraftKind>('reply');
  const [asking, setAsking] = useState<'transfer' | 'snooze'>();
  const aim = useAim(room, conversation);
  const details = useDetails();
  const input = useRef<HTMLTextAreaElement>(null);

  const onAction = (action: Action) => {
    if (action === 'transfer' || action === 'snooze') setAsking(action);
    else void act(action).then((done) => done && TAKING.has(action) && write('reply'));
  };
  const write = (wanted: DraftKind) => {
    setKind(wanted);
    requestAnimationFrame(() => input.current?.focus());
  };
  usePaneShortcuts(room, account, { onAction, write, toggle: details.toggle, label: details.reach });
  const writing = useMessageActions(conversation, account.id, setKind);

  if (!conversation) return null;
  return (
    <>
      <section className={styles.pane} aria-label={t('conversation.label', { name: room.name })}>
        <Top
          room={room}
          account={account}
          back={back}
          busy={busy}
          onAction={onAction}
          viewers={viewers.others}
          details={details.open}
          onDetails={details.toggle}
        />
        <SnoozedNotice
          room={room}
          mayWake={actionsFor(room, account).includes('wake')}
          busy={busy}
          onAction={onAction}
        />
        <EndRequest room={room} account={account} busy={busy} onAction={onAction} />
        <Body room={room} account={account} aim={aim} actions={writing.actions} />
        <Composer
          room={room}
          account={account}
          kind={kind}
          onKind={write}
          intent={writing.intent}
          onIntentDone={writing.forget}
          onEditLast={() => writing.editLast(kind)}
          onSend={(...message) => {
            aim.leavePassage();
            return writing.send(kind, ...message);
          }}
          onTyping={(note, on) => {
            if (on) viewers.write(note);
            if (!note && !obstacleFor(room, account.id)) conversation.front.door.typing(on);
          }}
          onAction={onAction}
          busy={busy}
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
      <Asked asking={asking} room={room} busy={busy} act={act} onClose={() => setAsking(undefined)} />
    </>
  );
}

/** The header, and below it the search in the conversation while that is wanted. */
function Top(header: Omit<HeaderProps, 'searching' | 'onSearch'>) {
  const [searching, setSearching] = useState(false);
  useShortcuts({ find: () => setSearching(true) });
  return (
    <>
      <Header {...header} searching={searching} onSearch={() => setSearching(!searching)} />
      {searching && <RoomSearch room={header.room} back={header.back} onClose={() => setSearching(false)} />}
    </>
  );
}

type AskedProps = {
  asking: 'transfer' | 'snooze' | undefined;
  room: InboxRoom;
  busy: Action | undefined;
  act: (action: Action, value: string) => Promise<boolean>;
  onClose: () => void;
};

/** The window of an action that needs to know one thing more. */
function Asked({ asking, room, busy, act, onClose }: AskedProps) {
  if (!asking) return null;
  const answer = (value: string) => void act(asking, value).then((done) => done && onClose());
  return asking === 'snooze' ? (
    <SnoozeDialog room={room} busy={busy === 'snooze'} onClose={onClose} onSnooze={answer} />
  ) : (
    <TransferDialog room={room} open busy={busy === 'transfer'} onClose={onClose} onTransfer={answer} />
  );
}

type Keys = {
  onAction: (action: Action) => void;
  write: (kind: DraftKind) => void;
  toggle: () => void;
  label: () => void;
};

function usePaneShortcuts(room: InboxRoom, account: Account, { onAction, write, toggle, label }: Keys): void {
  const { t } = useTranslation();
  const allowed = actionsFor(room, account);
  useShortcuts({
    claim: () => allowed.includes('claim') && onAction('claim'),
    resolve: () => allowed.includes('resolve') && onAction('resolve'),
    snooze: () => allowed.includes('snooze') && onAction('snooze'),
    transfer: () => allowed.includes('transfer') && onAction('transfer'),
    details: toggle,
    label: () => room.kind === 'guest' && label(),
    reply: () => write('reply'),
    note: () => room.backroom !== undefined && write('note'),
  });
  useCommands(() => [
    ...allowed.map((action) => ({
      id: action,
      label: t(`action.${action}`),
      run: () => onAction(action),
    })),
    { id: 'reply', label: t('shortcuts.key.r'), run: () => write('reply') },
    ...(room.backroom === undefined
      ? []
      : [{ id: 'note', label: t('shortcuts.key.n'), run: () => write('note') }]),
    { id: 'details', label: t('shortcuts.key.i'), run: toggle },
  ]);
}

type BodyProps = {
  room: InboxRoom;
  account: Account;
  actions: MessageActions;
  aim: Aim;
};

function Body({ room, account, actions, aim }: BodyProps) {
  const { t } = useTranslation();
  const { conversation } = aim;
  if (!conversation) return null;
  const { items, outgoing, front } = conversation;
  const { phase } = front.snapshot;
  if (phase === 'refused') {
    return (
      <Empty icon={<CircleAlert />} title={t('conversation.refused')}>
        {t('conversation.missingDetail')}
      </Empty>
    );
  }
  if (aim.shown?.phase === 'loading') return <TimelineSkeleton />;
  if (aim.shown?.phase === 'failed') {
    return (
      <Empty
        icon={<CircleAlert />}
        title={t('conversation.failed')}
        action={<Button onClick={() => void aim.passage?.load()}>{t('common.retry')}</Button>}
      >
        {t('conversation.failedDetail')}
      </Empty>
    );
  }
  if (items.length > 0 || outgoing.length > 0) {
    return (
      <Timeline
        key={aim.passage ? 'passage' : 'live'}
        room={room}
        account={account}
        conversation={conversation}
        actions={actions}
        aim={aim}
      />
    );
  }
  if (phase !== 'open') return <TimelineSkeleton />;
  return (
    <Empty icon={<MessageCircle />} title={t('conversation.empty')}>
      {t('conversation.emptyDetail')}
    </Empty>
  );
}
