import type { Account, Attachment, InboxRoom, UploadItem } from '@parlor/client';
import { useEffect, useLayoutEffect, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection, useDesk, useReadable } from '../desk/context';
import { Tray } from '../files/Tray';
import { trayOf } from '../files/trays';
import { useFileDrop } from '../files/useFileDrop';
import { ComposerBar } from './ComposerBar';
import { ComposerBlock } from './ComposerBlock';
import { ComposerContext } from './ComposerContext';
import type { DraftKind } from './drafts';
import type { Intent } from './intent';
import { obstacleFor } from './rights';
import { useDraft } from './useDraft';
import styles from './Composer.module.css';

type ComposerProps = {
  room: InboxRoom;
  account: Account;
  kind: DraftKind;
  onKind: (kind: DraftKind) => void;
  intent: Intent;
  onIntentDone: () => void;
  onEditLast: () => void;
  onSend: (text: string, attachments: readonly Attachment[]) => void;
  onTyping: (note: boolean, on: boolean) => void;
  onClaim: () => void;
  claiming: boolean;
  input: RefObject<HTMLTextAreaElement | null>;
};

const DEFAULT_LIMIT = 10_000;

/** Where a reply or an internal note is written. What is a note looks like one, and goes nowhere else. */
export function Composer(props: ComposerProps) {
  const { room, account, kind, intent, input } = props;
  const { t } = useTranslation();
  const note = kind === 'note';
  const obstacle = note || intent.kind === 'edit' ? undefined : obstacleFor(room, account.id);
  const attaching = useAttaching(props);
  const writing = useWriting(props, attaching);
  const onFiles = obstacle || intent.kind === 'edit' ? undefined : attaching.add;
  const drop = useFileDrop(onFiles);
  useGrowing(input, writing.text, obstacle);

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
        <ComposerBlock obstacle={obstacle} room={room} onClaim={props.onClaim} claiming={props.claiming} />
      ) : (
        <textarea
          ref={input}
          className={styles.input}
          rows={1}
          dir="auto"
          aria-label={t(note ? 'composer.note' : 'composer.reply')}
          aria-describedby="composer-hint"
          placeholder={t(note ? 'composer.notePlaceholder' : 'composer.replyPlaceholder', {
            name: room.name,
          })}
          value={writing.text}
          onChange={(event) => writing.write(event.target.value)}
          onKeyDown={writing.onKeyDown}
          onPaste={(event) => {
            const files = [...event.clipboardData.files];
            if (!files.length || !onFiles) return;
            event.preventDefault();
            onFiles(files);
          }}
          onBlur={() => props.onTyping(note, false)}
        />
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
      />
    </div>
  );
}

/** The files that go with what is written; a note's go into the back room. */
function useAttaching({ room, kind, input }: ComposerProps) {
  const { session } = useDesk();
  const tray = trayOf(session, kind === 'note' ? (room.backroom ?? room.id) : room.id);
  const items = useReadable<readonly UploadItem[]>(tray);
  return {
    tray,
    add: (files: readonly File[]) => {
      tray.add(files);
      input.current?.focus();
    },
    ready: items.some(({ state }) => state === 'done'),
    busy: items.some(({ state }) => state === 'waiting' || state === 'sending'),
  };
}

/** The text, what the keys do with it, and when it may go. */
function useWriting(props: ComposerProps, { tray, ready, busy }: ReturnType<typeof useAttaching>) {
  const { room, account, kind, intent, onIntentDone, onEditLast, onSend, onTyping, input } = props;
  const { limits } = useConnection();
  const { text, write } = useDraft(account.id, room.id, kind);
  const left = (limits?.textChars ?? DEFAULT_LIMIT) - Array.from(text).length;
  const editing = intent.kind === 'edit';
  const sendable = left >= 0 && (editing ? text.trim() !== '' : (text.trim() !== '' || ready) && !busy);

  useEffect(() => {
    if (intent.kind === 'none') return;
    if (intent.kind === 'edit') write(intent.item.text);
    input.current?.focus();
  }, [intent, write, input]);

  const send = () => {
    if (!sendable) return;
    onSend(text.trim(), editing ? [] : tray.take());
    write('');
    input.current?.focus();
  };
  const cancel = () => {
    if (intent.kind === 'edit') write('');
    onIntentDone();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape') {
      if (intent.kind === 'none') event.currentTarget.blur();
      else cancel();
    } else if (event.key === 'ArrowUp' && text === '') {
      event.preventDefault();
      onEditLast();
    } else if (event.key.length === 1) {
      onTyping(kind === 'note', true);
    }
  };
  return { text, write, left, sendable, send, cancel, onKeyDown };
}

/** The field is as high as its text, up to the limit its style sets. */
function useGrowing(input: RefObject<HTMLTextAreaElement | null>, text: string, obstacle: unknown): void {
  useLayoutEffect(() => {
    const field = input.current;
    if (!field) return;
    field.style.blockSize = 'auto';
    field.style.blockSize = `${field.scrollHeight}px`;
  }, [input, text, obstacle]);
}
