import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import styles from './Menu.module.css';

type MenuProps = {
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
};

/** A menu on a button: arrows move, letters jump, Escape closes, focus returns. */
export function Menu({ trigger, children, align = 'end', side = 'bottom' }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner
          className={styles.positioner}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
        >
          <Base.Popup className={styles.popup}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type ItemProps = {
  icon?: ReactNode;
  danger?: boolean;
  hint?: string;
  onSelect: () => void;
  children: ReactNode;
};

export function MenuItem({ icon, danger, hint, onSelect, children }: ItemProps) {
  return (
    <Base.Item className={styles.item} data-danger={danger || undefined} onClick={onSelect}>
      {icon}
      <span className={styles.text}>{children}</span>
      {hint && <kbd className={styles.hint}>{hint}</kbd>}
    </Base.Item>
  );
}

export function MenuSeparator() {
  return <Base.Separator className={styles.separator} />;
}

type ChoiceProps = {
  label: string;
  value: string;
  options: { value: string; label: string; mark?: ReactNode }[];
  onChange: (value: string) => void;
};

/** One of several, inside a menu. */
export function MenuChoice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Base.Group>
      <Base.GroupLabel className={styles.label}>{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next: string) => onChange(next)}>
        {options.map((option) => (
          <Base.RadioItem
            key={option.value}
            className={styles.item}
            value={option.value}
            closeOnClick={false}
          >
            {option.mark}
            <span className={styles.text}>{option.label}</span>
            <Base.RadioItemIndicator className={styles.check}>
              <Check size={14} />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}
