import { emojiOf, insertEmoji, moveTo, searchEmoji, type Emoji } from '@parlor/client/emoji';
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Emoji.module.css';

/** As many as the style puts in a row. */
const COLUMNS = 8;

type PickerProps = { input: RefObject<HTMLTextAreaElement | null>; onDone: () => void };

/** The emoji, found by words; arrows lead from one to the next. */
export default function EmojiPicker({ input, onDone }: PickerProps) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState<readonly Emoji[]>([]);
  const [wish, setWish] = useState('');
  const [here, setHere] = useState(0);
  const grid = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const found = searchEmoji(all, wish);
  useEffect(() => void emojiOf(i18n.language).then(setAll), [i18n.language]);
  useEffect(() => search.current?.focus(), []);

  const choose = (emoji: string | undefined) => {
    if (!emoji || !input.current) return;
    insertEmoji(input.current, emoji);
    onDone();
  };
  const go = (place: number) => grid.current?.querySelectorAll('button')[place]?.focus();
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    if (event.key === 'Enter') choose(found[0]?.emoji);
    else go(0);
  };
  const onGridKey = (event: KeyboardEvent) => {
    const next = moveTo(event.key, here, found.length, COLUMNS, document.documentElement.dir === 'rtl');
    if (next === undefined) return;
    event.preventDefault();
    go(next);
  };
  return (
    <>
      <input
        ref={search}
        type="search"
        className={styles.search}
        placeholder={t('composer.emojiSearch')}
        aria-label={t('composer.emojiSearch')}
        value={wish}
        onChange={(event) => {
          setWish(event.target.value);
          setHere(0);
        }}
        onKeyDown={onSearchKey}
      />
      {all.length > 0 && found.length === 0 && (
        <p className={styles.none} role="status">
          {t('composer.emojiNone')}
        </p>
      )}
      <div
        ref={grid}
        className={styles.grid}
        role="group"
        aria-label={t('composer.emoji')}
        onKeyDown={onGridKey}
      >
        {found.map(({ emoji, words }, place) => (
          <button
            key={emoji}
            type="button"
            className={styles.emoji}
            tabIndex={place === here ? 0 : -1}
            aria-label={words}
            title={words}
            onFocus={() => setHere(place)}
            onClick={() => choose(emoji)}
          >
            {emoji}
          </button>
        ))}
      </div>
    </>
  );
}
