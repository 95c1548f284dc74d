import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog';
import { Choices, optionId } from './Choices';
import styles from './Palette.module.css';
import { useChoices, type Choice, type Windows } from './useChoices';

type PaletteProps = Windows & { onClose: () => void };

/** One field from which every conversation, every page and everything that can be done here is reached. */
export default function Palette({ onClose, ...windows }: PaletteProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const { groups, searching } = useChoices(words, windows);
  const choices = groups.flatMap(([, some]) => some);
  const chosen = choices[Math.min(active, choices.length - 1)];

  const run = (choice: Choice) => {
    onClose();
    // Once the window is gone and the focus is back: what is done may take the focus somewhere else.
    setTimeout(choice.run);
  };
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && choices.length > 0) {
      setActive((Math.min(active, choices.length - 1) + by + choices.length) % choices.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      if (chosen) run(chosen);
    } else {
      return;
    }
    event.preventDefault();
  };

  return (
    <Dialog open wide onClose={onClose} title={t('palette.title')}>
      <input
        className={styles.field}
        role="combobox"
        aria-label={t('palette.search')}
        aria-expanded={choices.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        {...(chosen ? { 'aria-activedescendant': optionId(id, chosen) } : {})}
        placeholder={t('palette.search')}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKey}
      />
      <Choices id={id} groups={groups} chosen={chosen} onChoose={run} />
      <p className={styles.words} role="status">
        {choices.length === 0 ? t(searching ? 'common.loading' : 'palette.nothing') : ''}
        <span className="visually-hidden">
          {choices.length > 0 && t('palette.found', { count: choices.length })}
        </span>
      </p>
    </Dialog>
  );
}
