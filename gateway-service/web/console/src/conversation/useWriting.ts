import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useConnection } from '../desk/context';
import { blanks as blanksOf } from '../replies/placeholders';
import type { ComposerProps } from './Composer';
import type { Attaching } from './useAttaching';
import { useDraft } from './useDraft';
import { useMenus } from './useMenus';

const DEFAULT_LIMIT = 10_000;

export type Writing = ReturnType<typeof useWriting>;

/** The text, what the keys do with it, and when it may go. */
export function useWriting(props: ComposerProps, { tray, ready, busy }: Attaching) {
  const { room, account, kind, intent, onIntentDone, onEditLast, onSend, onTyping, input } = props;
  const { limits } = useConnection();
  const { text, write } = useDraft(account.id, room.id, kind);
  const left = (limits?.textChars ?? DEFAULT_LIMIT) - Array.from(text).length;
  const editing = intent.kind === 'edit';
  const sendable = left >= 0 && (editing ? text.trim() !== '' : (text.trim() !== '' || ready) && !busy);
  const blanks = editing ? [] : blanksOf(text);
  const { caret, onSelect, select } = useCaret(props, text);
  const menus = useMenus(props, text, caret, (next) => {
    write(next.text);
    select(next.from, next.to);
  });

  useEffect(() => {
    if (intent.kind === 'none') return;
    if (intent.kind === 'edit') write(intent.item.text);
    input.current?.focus();
  }, [intent, write, input]);

  const sendAnyway = () => {
    if (!sendable) return;
    onSend(text.trim(), editing ? [] : tray.take(), menus.mentioned());
    write('');
    input.current?.focus();
  };
  /** Goes to the next place that is still to be filled in. */
  const fillIn = () => {
    const field = input.current;
    const next = blanks.find(({ from }) => from >= (field?.selectionEnd ?? 0)) ?? blanks[0];
    if (!field || !next) return;
    // At once: what is typed next shall already take its place.
    field.focus();
    field.setSelectionRange(next.from, next.to);
  };
  const send = () => (blanks.length > 0 ? fillIn() : sendAnyway());
  const cancel = () => {
    if (intent.kind === 'edit') write('');
    onIntentDone();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || menus.onKeyDown(event)) return;
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
  const onChange = (field: HTMLTextAreaElement) => {
    write(field.value);
    onSelect(field);
  };
  return {
    text,
    left,
    sendable,
    blanks,
    menus,
    send,
    sendAnyway,
    fillIn,
    cancel,
    onKeyDown,
    onChange,
    onSelect,
  };
}

/** Where the caret stands, and how it is put somewhere else once the text is there. */
function useCaret({ input }: ComposerProps, text: string) {
  const [caret, setCaret] = useState<number>();
  const wanted = useRef<readonly [number, number]>(undefined);
  const apply = () => {
    const field = input.current;
    if (!field || !wanted.current) return;
    field.focus();
    field.setSelectionRange(...wanted.current);
    wanted.current = undefined;
  };
  useLayoutEffect(apply, [input, text]);

  const onSelect = (field: HTMLTextAreaElement | undefined) =>
    setCaret(field && field.selectionStart === field.selectionEnd ? field.selectionStart : undefined);
  const select = (from: number, to: number) => {
    wanted.current = [from, to];
    requestAnimationFrame(apply);
  };
  return { caret, onSelect, select };
}
