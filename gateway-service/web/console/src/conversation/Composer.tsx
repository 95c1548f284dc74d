import type { Account, InboxRoom } from '@parlor/client';
import { LockKeyhole, MessageSquare, SendHorizontal } from 'lucide-react';
import { useEffect, useLayoutEffect, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../desk/context';
import { IconButton } from '../ui/Button';
import { Segmented } from '../ui/Segmented';
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
/** From here on the room that is left is shown. */
const TELL_WITHIN = 500;

/** Where a reply or an internal note is written. What is a note looks like one, and goes nowhere else. */
export function Composer(props: ComposerProps) {
  const { room, account, kind, onKind, intent, onIntentDone, onSend, onTyping, input } = props;
  const { t } = useTranslation();
  const { limits } = useConnection();
  const note = kind === 'note';
  const draft = useDraft(account.id, room.id, kind);
  const obstacle = note || intent.kind === 'edit' ? undefined : obstacleFor(room, account.id);
  const left = (limits?.textChars ?? DEFAULT_LIMIT) - Array.from(draft.text).length;
  const sendable = draft.text.trim() !== '' && left >= 0;

  useGrowing(input, draft.text, obstacle);
  const { write } = draft;
  useEffect(() => {
    if (intent.kind === 'none') return;
    if (intent.kind === 'edit') write(intent.item.text);
    input.current?.focus();
  }, [intent, write, input]);

  const send = () => {
    if (!sendable) return;
    onSend(draft.text.trim());
    draft.write('');
    input.current?.focus();
  };
  const cancel = () => {
    if (intent.kind === 'edit') draft.write('');
    onIntentDone();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape' && intent.kind !== 'none') {
      event.stopPropagation();
      cancel();
    } else if (event.key === 'ArrowUp' && draft.text === '') {
      event.preventDefault();
      props.onEditLast();
    } else if (event.key.length === 1) {
      onTyping(note, true);
    }
  };

  return (
    <div className={styles.composer} data-note={note || undefined}>
      {intent.kind !== 'none' && <ComposerContext intent={intent} onCancel={cancel} />}
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
          value={draft.text}
          onChange={(event) => draft.write(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => onTyping(note, false)}
        />
      )}
      <div className={styles.bar}>
        {room.backroom ? (
          <Segmented
            label={t('composer.kind')}
            value={kind}
            onChange={onKind}
            options={[
              { value: 'reply', label: t('composer.reply'), icon: <MessageSquare size={14} /> },
              { value: 'note', label: t('composer.note'), icon: <LockKeyhole size={14} /> },
            ]}
          />
        ) : (
          <span />
        )}
        <p id="composer-hint" className={styles.hint} data-over={left < 0 || undefined}>
          {left <= TELL_WITHIN
            ? t('composer.left', { count: left })
            : note
              ? t('composer.noteHint')
              : t('composer.hint')}
        </p>
        {!obstacle && (
          <IconButton
            className={styles.send ?? ''}
            label={t(intent.kind === 'edit' ? 'composer.save' : note ? 'composer.addNote' : 'composer.send')}
            aria-disabled={!sendable}
            onClick={send}
          >
            <SendHorizontal size={16} />
          </IconButton>
        )}
      </div>
    </div>
  );
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
