import type { RoomSnapshot, RoomStore } from '@parlor/client';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AttachButton, useAttaching } from './attaching';
import { useStore, useSurroundings } from './context';
import { EmojiButton } from './emoji-button';
import { TalkIcon, useTalk } from './talk-parts';
import { counted } from './time';

const DEFAULT_LIMIT = 10_000;
/** The counter shows when this little is left. */
const COUNT_FROM = 500;

interface ComposerProps {
  readonly store: RoomStore;
  readonly limit: number | undefined;
  /** The largest file, in bytes. */
  readonly largest: number | undefined;
}

export function Composer({ store, limit = DEFAULT_LIMIT, largest }: ComposerProps) {
  const texts = useTalk();
  const { visit, locale } = useSurroundings();
  const { settings } = useStore(visit);
  const { phase } = useStore<RoomSnapshot>(store);
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const left = limit - text.length;
  const form = useRef<HTMLFormElement>(null);
  const attaching = useAttaching(store, largest, form, settings.features?.attachments !== false);
  const something = text.trim() !== '' || attaching.ready;
  const sendable = something && !attaching.busy && left >= 0 && phase !== 'refused' && phase !== 'left';

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${element.scrollHeight}px`;
  }, [text]);

  const send = () => {
    if (!sendable) return;
    const attachments = attaching.take();
    store.send({ text: text.trim(), ...(attachments.length && { attachments }) });
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
      ref={form}
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {attaching.tray}
      <div class="composer-box">
        {attaching.add && <AttachButton onFiles={attaching.add} />}
        <EmojiButton field={field} />
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
          onPaste={attaching.onPaste}
        />
        <button type="submit" class="send" aria-label={texts.sendIt} aria-disabled={!sendable}>
          <TalkIcon name="send" />
        </button>
      </div>
      {left <= COUNT_FROM && (
        <p class={left < 0 ? 'count count-over' : 'count'} role="status">
          {left < 0 ? counted(locale, texts.tooLong, -left) : counted(locale, texts.left, left)}
        </p>
      )}
    </form>
  );
}
