/** The emoji, in a chunk that is loaded with the first press on their button. */
import { type Emoji, emojiOf, insertEmoji, moveTo, searchEmoji } from '@parlor/client/emoji';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { adopt } from '../loader/dom';
import { useSurroundings } from './context';
import type { EmojiPickerProps } from './emoji-button';
import css from './styles/emoji.css?inline';
import { useTalk } from './talk-parts';

/** As many as the style puts in a row. */
const COLUMNS = 8;

const dressed = new WeakSet<Node>();

function dress(element: Element | null): void {
  const root = element?.getRootNode();
  if (!(root instanceof ShadowRoot) || dressed.has(root)) return;
  dressed.add(root);
  adopt(root, css);
}

export function EmojiPicker({ field, button, onClose }: EmojiPickerProps) {
  const { locale } = useSurroundings();
  const { emoji: texts } = useTalk();
  const [all, setAll] = useState<readonly Emoji[]>([]);
  const [wish, setWish] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const found = searchEmoji(all, wish);
  useEffect(() => void emojiOf(locale).then(setAll), [locale]);
  useLayoutEffect(() => {
    dress(box.current);
    box.current?.querySelector('input')?.focus();
  }, []);
  useOutside(box, button, onClose);

  const choose = (emoji: string) => {
    if (field.current) insertEmoji(field.current, emoji);
    onClose();
    field.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
      button.current?.focus();
    }
  };
  return (
    <div ref={box} class="emoji" role="dialog" aria-label={texts.choose} onKeyDown={onKey}>
      <input
        type="search"
        class="emoji-search"
        placeholder={texts.search}
        aria-label={texts.search}
        value={wish}
        onInput={({ currentTarget }) => setWish(currentTarget.value)}
        onKeyDown={(event) => {
          const first = found[0];
          if (event.key === 'Enter') {
            event.preventDefault();
            if (first) choose(first.emoji);
          }
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            box.current?.querySelector<HTMLElement>('.emoji-grid button')?.focus();
          }
        }}
      />
      {all.length > 0 && found.length === 0 && (
        <p class="hint" role="status">
          {texts.none}
        </p>
      )}
      <Grid found={found} label={texts.choose} onChoose={choose} />
    </div>
  );
}

interface GridProps {
  readonly found: readonly Emoji[];
  readonly label: string;
  readonly onChoose: (emoji: string) => void;
}

/** One of them is in the order of the tab key; arrows lead to the others. */
function Grid({ found, label, onChoose }: GridProps) {
  const [here, setHere] = useState(0);
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => setHere(0), [found.length]);
  const onKey = (event: KeyboardEvent) => {
    const rtl = grid.current?.matches(':dir(rtl)') ?? false;
    const next = moveTo(event.key, here, found.length, COLUMNS, rtl);
    if (next === undefined) return;
    event.preventDefault();
    setHere(next);
    grid.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div ref={grid} class="emoji-grid" role="group" aria-label={label} onKeyDown={onKey}>
      {found.map(({ emoji, words }, place) => (
        <button
          key={emoji}
          type="button"
          tabIndex={place === here ? 0 : -1}
          aria-label={words}
          title={words}
          onFocus={() => setHere(place)}
          onClick={() => onChoose(emoji)}
        >
          {emoji}
        </button>
      ))}
    </div>
  );
}

/** A press elsewhere, or the focus going elsewhere, closes. The button sees to its own presses. */
function useOutside(
  box: EmojiPickerProps['button'] | { current: HTMLElement | null },
  button: EmojiPickerProps['button'],
  close: () => void,
): void {
  useEffect(() => {
    const root = box.current?.getRootNode();
    const leave = (event: Event) => {
      const target = event instanceof FocusEvent ? event.relatedTarget : event.target;
      if (!(target instanceof Node) || box.current?.contains(target) || button.current?.contains(target))
        return;
      close();
    };
    root?.addEventListener('pointerdown', leave);
    box.current?.addEventListener('focusout', leave);
    return () => root?.removeEventListener('pointerdown', leave);
  }, []);
}
