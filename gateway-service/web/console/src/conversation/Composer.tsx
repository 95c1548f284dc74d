import type { Account, Attachment, InboxRoom } from '@parlor/client';
import type { RefObject } from 'react';
import { Tray } from '../files/Tray';
import { useFileDrop } from '../files/useFileDrop';
import { BlanksNotice } from '../replies/BlanksNotice';
import { ComposerBar } from './ComposerBar';
import { ComposerBlock } from './ComposerBlock';
import { ComposerContext } from './ComposerContext';
import { ComposerField } from './ComposerField';
import type { DraftKind } from './drafts';
import type { Intent } from './intent';
import { obstacleFor, type Action } from './rights';
import { useAttaching } from './useAttaching';
import { useWriting } from './useWriting';
import styles from './Composer.module.css';

export type ComposerProps = {
  room: InboxRoom;
  account: Account;
  kind: DraftKind;
  onKind: (kind: DraftKind) => void;
  intent: Intent;
  onIntentDone: () => void;
  onEditLast: () => void;
  onSend: (text: string, attachments: readonly Attachment[], mentions: readonly string[]) => void;
  onTyping: (note: boolean, on: boolean) => void;
  onAction: (action: Action) => void;
  busy: Action | undefined;
  input: RefObject<HTMLTextAreaElement | null>;
};

/** Where a reply or an internal note is written. What is a note looks like one, and goes nowhere else. */
export function Composer(props: ComposerProps) {
  const { room, account, kind, intent } = props;
  const note = kind === 'note';
  const obstacle = note || intent.kind === 'edit' ? undefined : obstacleFor(room, account.id);
  const attaching = useAttaching(props);
  const writing = useWriting(props, attaching);
  const onFiles = obstacle || intent.kind === 'edit' ? undefined : attaching.add;
  const drop = useFileDrop(onFiles);

  return (
    <div
      className={styles.composer}
      data-note={note || undefined}
      data-drop={drop.over || undefined}
      onDragOver={drop.onDragOver}
      onDragLeave={drop.onDragLeave}
      onDrop={drop.onDrop}
    >
      {intent.kind !== 'none' && <ComposerContext intent={intent} onCancel={writing.cancel} />}
      {onFiles && <Tray tray={attaching.tray} />}
      {obstacle ? (
        <ComposerBlock
          obstacle={obstacle}
          room={room}
          account={account}
          onAction={props.onAction}
          busy={props.busy}
        />
      ) : (
        <ComposerField
          writing={writing}
          input={props.input}
          note={note}
          name={room.name}
          onLeave={() => props.onTyping(note, false)}
          onFiles={onFiles}
        />
      )}
      {!obstacle && (
        <BlanksNotice blanks={writing.blanks} onNext={writing.fillIn} onAnyway={writing.sendAnyway} />
      )}
      <ComposerBar
        kind={kind}
        onKind={props.onKind}
        notes={room.backroom !== undefined}
        intent={intent}
        left={writing.left}
        sendable={writing.sendable}
        onSend={obstacle ? undefined : writing.send}
        onFiles={onFiles}
        input={props.input}
      />
    </div>
  );
}
