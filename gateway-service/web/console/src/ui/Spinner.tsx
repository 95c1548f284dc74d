import styles from './Spinner.module.css';

/** Turns while something is under way; silent, the place around it says what. */
export function Spinner() {
  return <span className={styles.spinner} aria-hidden="true" />;
}
