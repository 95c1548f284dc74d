import type { RoomSnapshot, RoomStore } from '@parlor/client';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useStore } from './context';
import { TalkIcon, useTalk } from './talk-parts';

const DEFAULT_LIMIT = 10_000;
/** The counter shows when this little is left. */
const COUNT_FROM = 500;

export function Composer({ store, limit = DEFAULT_LIMIT }: { store: RoomStore; limit: number | undefined }) {
  const texts = useTalk();
  const { phase } = useStore<RoomSnapshot>(store);
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const left = limit - text.length;
  const sendable = text.trim() !== '' && left >= 0 && phase !== 'refused' && phase !== 'left';

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${element.scrollHeight}px`;
  }, [text]);

  const send = () => {
    if (!sendable) return;
    store.send({ text: text.trim() });
    setText('');
    field.current?.focus();
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };

  const onInput = (event: InputEvent) => {
    const { value } = event.target as HTMLTextAreaElement;
    setText(value);
    if (event.inputType !== 'insertLineBreak') store.typing(value !== '');
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="composer-box">
        <textarea
          ref={field}
          rows={1}
          value={text}
          dir={text ? 'auto' : undefined}
          placeholder={texts.write}
          aria-label={texts.write}
          aria-invalid={left < 0}
          enterkeyhint="send"
          data-focus
          onInput={onInput}
          onKeyDown={onKey}
        />
        <button type="submit" class="send" aria-label={texts.sendIt} aria-disabled={!sendable}>
          <TalkIcon name="send" />
        </button>
      </div>
      {left <= COUNT_FROM && (
        <p class={left < 0 ? 'count count-over' : 'count'} role="status">
          {left < 0 ? texts.tooLong(-left) : texts.left(left)}
        </p>
      )}
    </form>
  );
}
