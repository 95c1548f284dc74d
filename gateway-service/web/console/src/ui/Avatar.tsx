import { Sparkles } from 'lucide-react';
import { hueOf, initialsOf } from './initials';
import styles from './Avatar.module.css';

type AvatarProps = {
  name: string;
  kind?: string;
  size?: 'small' | 'large';
  presence?: string;
};

/** Initials on a colour that stays the same for the same name. Decorative: the name stands beside it. */
export function Avatar({ name, kind, size, presence }: AvatarProps) {
  return (
    <span
      className={styles.avatar}
      data-size={size}
      data-kind={kind}
      data-hue={hueOf(name)}
      aria-hidden="true"
    >
      {kind === 'bot' ? <Sparkles size={size === 'small' ? 12 : 16} /> : initialsOf(name)}
      {presence && <span className={styles.presence} data-presence={presence} />}
    </span>
  );
}
