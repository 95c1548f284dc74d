import type { Account, InboxRoom } from '@parlor/client';
import { useEffect, useLayoutEffect, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../desk/context';
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
  onSend: (text: string) => void;
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
  const writing = useWriting(props);
  useGrowing(input, writing.text, obstacle);

  return (
    <div className={styles.composer} data-note={note || undefined}>
      {intent.kind !== 'none' && <ComposerContext intent={intent} onCancel={writing.cancel} />}
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
      />
    </div>
  );
}

/** The text, what the keys do with it, and when it may go. */
function useWriting({
  room,
  account,
  kind,
  intent,
  onIntentDone,
  onEditLast,
  onSend,
  onTyping,
  input,
}: ComposerProps) {
  const { limits } = useConnection();
  const { text, write } = useDraft(account.id, room.id, kind);
  const left = (limits?.textChars ?? DEFAULT_LIMIT) - Array.from(text).length;
  const sendable = text.trim() !== '' && left >= 0;

  useEffect(() => {
    if (intent.kind === 'none') return;
    if (intent.kind === 'edit') write(intent.item.text);
    input.current?.focus();
  }, [intent, write, input]);

  const send = () => {
    if (!sendable) return;
    onSend(text.trim());
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
