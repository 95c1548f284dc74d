import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Suggestions } from './useSuggestions';
import styles from './SuggestionMenu.module.css';

const optionId = (menu: string, index: number): string => `${menu}-${index}`;

/** What a field says of the menu it controls. The focus stays in the field. */
export const menuProps = ({ id, phase, active }: Pick<Suggestions<unknown>, 'id' | 'phase' | 'active'>) =>
  phase === 'open'
    ? ({
        'aria-autocomplete': 'list',
        'aria-controls': id,
        'aria-activedescendant': optionId(id, active),
      } as const)
    : {};

type Words = {
  readonly menu: string;
  readonly found: string;
  readonly failed: string;
  readonly none: string;
};

type SuggestionMenuProps<T> = {
  menu: Suggestions<T>;
  words: Words;
  /** What to do where there is nothing to choose from. */
  remedy?: ReactNode;
  keyOf: (option: T) => string;
  children: (option: T) => ReactNode;
};

/** What fits what was typed, above the field it is typed in. */
export function SuggestionMenu<T>({ menu, words, remedy, keyOf, children }: SuggestionMenuProps<T>) {
  const { t } = useTranslation();
  const { id, phase, options, active, point, choose } = menu;
  return (
    <>
      <p className="visually-hidden" role="status">
        {phase === 'open' && words.found}
        {phase === 'loading' && t('common.loading')}
        {phase === 'failed' && words.failed}
        {phase === 'none' && words.none}
      </p>
      {phase !== 'closed' && (
        <div className={styles.menu} onMouseDown={(event) => event.preventDefault()}>
          {phase === 'open' && (
            <ul id={id} role="listbox" aria-label={words.menu} className={styles.list}>
              {options.map((option, index) => (
                <Option
                  key={keyOf(option)}
                  id={optionId(id, index)}
                  active={index === active}
                  onPoint={() => point(index)}
                  onChoose={() => choose(option)}
                >
                  {children(option)}
                </Option>
              ))}
            </ul>
          )}
          {phase === 'loading' && <p className={styles.words}>{t('common.loading')}</p>}
          {phase === 'failed' && <p className={styles.words}>{words.failed}</p>}
          {phase === 'none' && (
            <p className={styles.words}>
              {words.none} {remedy}
            </p>
          )}
          {phase === 'open' && (
            <p className={styles.keys} aria-hidden="true">
              {t('replies.keys')}
            </p>
          )}
        </div>
      )}
    </>
  );
}

type OptionProps = {
  id: string;
  active: boolean;
  onPoint: () => void;
  onChoose: () => void;
  children: ReactNode;
};

function Option({ id, active, onPoint, onChoose, children }: OptionProps) {
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) place.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <li
      ref={place}
      id={id}
      role="option"
      aria-selected={active}
      className={styles.option}
      onMouseMove={active ? undefined : onPoint}
      onClick={onChoose}
    >
      {children}
    </li>
  );
}
