import styles from './Logo.module.css';

export function Logo({ markOnly = false }: { markOnly?: boolean }) {
  return (
    <span className={styles.logo}>
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <rect className={styles.tile} width="32" height="32" rx="9" />
        <path
          className={styles.letter}
          d="M10 24V9.500A1.500 1.500 0 0 1 11.500 8H17a5.500 5.500 0 0 1 0 11h-3.200"
        />
      </svg>
      <span className={markOnly ? 'visually-hidden' : undefined}>Parlor</span>
    </span>
  );
}
