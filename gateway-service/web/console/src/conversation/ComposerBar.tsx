import { LockKeyhole, MessageSquare, SendHorizontal } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { EmojiButton } from '../emoji/EmojiButton';
import { AttachButton } from '../files/AttachButton';
import { IconButton } from '../ui/Button';
import { Segmented } from '../ui/Segmented';
import type { DraftKind } from './drafts';
import type { Intent } from './intent';
import styles from './Composer.module.css';

type ComposerBarProps = {
  kind: DraftKind;
  onKind: (kind: DraftKind) => void;
  /** Whether there is a back room to write notes in. */
  notes: boolean;
  intent: Intent;
  /** Characters left before the limit. */
  left: number;
  sendable: boolean;
  /** None where one cannot write. */
  onSend: (() => void) | undefined;
  /** None where no files can go along. */
  onFiles: ((files: readonly File[]) => void) | undefined;
  /** Where it is written. */
  input: RefObject<HTMLTextAreaElement | null>;
};

/** From here on the room that is left is shown. */
const TELL_WITHIN = 500;

/** Reply or note, what Enter does, and the button for those who would rather press one. */
export function ComposerBar(props: ComposerBarProps) {
  const { kind, onKind, notes, intent, left, sendable, onSend, onFiles, input } = props;
  const { t } = useTranslation();
  const note = kind === 'note';
  const hint = note ? t('composer.noteHint') : t('composer.hint');
  const verb = intent.kind === 'edit' ? 'save' : note ? 'addNote' : 'send';
  return (
    <div className={styles.bar}>
      {notes && (
        <Segmented
          label={t('composer.kind')}
          value={kind}
          onChange={onKind}
          options={[
            { value: 'reply', label: t('composer.reply'), icon: <MessageSquare size={14} /> },
            { value: 'note', label: t('composer.note'), icon: <LockKeyhole size={14} /> },
          ]}
        />
      )}
      <p id="composer-hint" className={styles.hint} data-over={left < 0 || undefined}>
        {left <= TELL_WITHIN ? t('composer.left', { count: left }) : onSend && hint}
      </p>
      {onSend && <EmojiButton input={input} />}
      {onFiles && <AttachButton onFiles={onFiles} />}
      {onSend && (
        <IconButton
          className={styles.send ?? ''}
          label={t(`composer.${verb}`)}
          aria-disabled={!sendable}
          onClick={onSend}
        >
          <SendHorizontal size={16} className="flips" />
        </IconButton>
      )}
    </div>
  );
}
