import type { ComponentType, RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { TalkIcon, useTalk } from './talk-parts';

export interface EmojiPickerProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** Opens the emoji, whose code comes with the first press. */
export function EmojiButton({ field }: Pick<EmojiPickerProps, 'field'>) {
  const { emoji } = useTalk();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [Picker, show] = useState<ComponentType<EmojiPickerProps>>();
  const toggle = () => {
    setOpen(!open);
    if (Picker) return;
    import('./emoji').then(
      ({ EmojiPicker }) => show(() => EmojiPicker),
      () => setOpen(false),
    );
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="attach"
        aria-label={emoji.choose}
        title={emoji.choose}
        aria-expanded={open}
        onClick={toggle}
      >
        <TalkIcon name="smile" />
      </button>
      {open && Picker && <Picker field={field} button={button} onClose={() => setOpen(false)} />}
    </>
  );
}
