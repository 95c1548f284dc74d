import { Switch as Base } from '@base-ui/react/switch';
import styles from './Switch.module.css';

type SwitchProps = { label: string; checked: boolean; onChange: (checked: boolean) => void };

export function Switch({ label, checked, onChange }: SwitchProps) {
  return (
    <label className={styles.label}>
      <Base.Root className={styles.track} checked={checked} onCheckedChange={(next) => onChange(next)}>
        <Base.Thumb className={styles.thumb} />
      </Base.Root>
      {label}
    </label>
  );
}
