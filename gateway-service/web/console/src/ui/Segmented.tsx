import { ToggleGroup } from '@base-ui/react/toggle-group';
import { Toggle } from '@base-ui/react/toggle';
import type { ReactNode } from 'react';
import styles from './Segmented.module.css';

type SegmentedProps<T extends string> = {
  label: string;
  value: T;
  options: { value: T; label: string; icon?: ReactNode; disabled?: boolean }[];
  onChange: (value: T) => void;
};

/** A switch between a few ways of doing one thing; one is always chosen. */
export function Segmented<T extends string>({ label, value, options, onChange }: SegmentedProps<T>) {
  const choose = (values: readonly string[]) => {
    const chosen = options.find((option) => values.includes(option.value) && option.value !== value);
    if (chosen) onChange(chosen.value);
  };
  return (
    <ToggleGroup className={styles.group} aria-label={label} value={[value]} onValueChange={choose}>
      {options.map((option) => (
        <Toggle
          key={option.value}
          value={option.value}
          className={styles.option}
          data-option={option.value}
          disabled={option.disabled}
        >
          {option.icon}
          {option.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
