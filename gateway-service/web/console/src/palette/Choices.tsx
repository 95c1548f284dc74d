import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { caps } from '../app/keys';
import styles from './Palette.module.css';
import type { Choice, ChoiceGroup } from './useChoices';

export const optionId = (list: string, choice: Choice): string => `${list}-${choice.id}`;

type ChoicesProps = {
  id: string;
  groups: readonly (readonly [ChoiceGroup, readonly Choice[]])[];
  chosen: Choice | undefined;
  onChoose: (choice: Choice) => void;
};

/** What can be chosen, by group. The focus stays in the field. */
export function Choices({ id, groups, chosen, onChoose }: ChoicesProps) {
  const { t } = useTranslation();
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('palette.title')}
      className={styles.list}
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map(([group, choices]) => (
        <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
          <div id={`${id}-${group}`} role="presentation" className={styles.heading}>
            {t(`palette.group.${group}`)}
          </div>
          {choices.map((choice) => (
            <Option
              key={choice.id}
              id={optionId(id, choice)}
              choice={choice}
              active={choice === chosen}
              onChoose={onChoose}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

type OptionProps = { id: string; choice: Choice; active: boolean; onChoose: (choice: Choice) => void };

function Option({ id, choice, active, onChoose }: OptionProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) place.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={place}
      id={id}
      role="option"
      aria-selected={active}
      className={styles.option}
      onClick={() => onChoose(choice)}
    >
      <bdi className={styles.label}>{choice.label}</bdi>
      {choice.keys && (
        <span className={styles.combination} aria-hidden="true">
          {caps(choice.keys).map((cap) => (
            <kbd key={cap} className={styles.key}>
              {cap}
            </kbd>
          ))}
        </span>
      )}
    </div>
  );
}
