import { useLayoutEffect, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { AtMenu } from '../mentions/AtMenu';
import { Marks } from '../replies/Marks';
import { SlashMenu } from '../replies/SlashMenu';
import { menuProps } from '../suggest/SuggestionMenu';
import type { Writing } from './useWriting';
import styles from './Composer.module.css';

type ComposerFieldProps = {
  writing: Writing;
  input: RefObject<HTMLTextAreaElement | null>;
  note: boolean;
  name: string;
  onLeave: () => void;
  /** Takes files that are pasted; none may be where it is missing. */
  onFiles: ((files: readonly File[]) => void) | undefined;
};

/** The field itself, the quick replies or colleagues above it and the marks under it. */
export function ComposerField({ writing, input, note, name, onLeave, onFiles }: ComposerFieldProps) {
  const { t } = useTranslation();
  const { slash, at } = writing.menus;
  const marked = writing.blanks.length > 0;
  useGrowing(input, writing.text);
  return (
    <div className={styles.field} data-marked={marked || undefined}>
      <SlashMenu menu={slash} />
      <AtMenu menu={at} />
      {marked && <Marks text={writing.text} input={input} className={styles.input ?? ''} />}
      <textarea
        ref={input}
        className={styles.input}
        rows={1}
        dir="auto"
        aria-label={t(note ? 'composer.note' : 'composer.reply')}
        aria-describedby="composer-hint"
        {...menuProps(at.phase === 'open' ? at : slash)}
        placeholder={t(note ? 'composer.notePlaceholder' : 'composer.replyPlaceholder', { name })}
        value={writing.text}
        onChange={(event) => writing.onChange(event.currentTarget)}
        onSelect={(event) => writing.onSelect(event.currentTarget)}
        onKeyDown={writing.onKeyDown}
        onPaste={(event) => {
          const files = [...event.clipboardData.files];
          if (!files.length || !onFiles) return;
          event.preventDefault();
          onFiles(files);
        }}
        onBlur={() => {
          writing.onSelect(undefined);
          onLeave();
        }}
      />
    </div>
  );
}

/** The field is as high as its text, up to the limit its style sets. */
function useGrowing(input: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const field = input.current;
    if (!field) return;
    field.style.blockSize = 'auto';
    field.style.blockSize = `${field.scrollHeight}px`;
  }, [input, text]);
}
