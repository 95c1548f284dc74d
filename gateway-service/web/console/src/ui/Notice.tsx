import type { ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import styles from './Notice.module.css';

/** What went wrong, in place, announced at once; with a way on when there is one. */
export function Alert({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.alert} role="alert">
      <CircleAlert size={16} aria-hidden="true" />
      <span className={styles.words}>{children}</span>
      {action}
    </div>
  );
}

type EmptyProps = { icon?: ReactNode; title: string; children?: ReactNode; action?: ReactNode };

/** Says why there is nothing here and, where there is one, what to do next. */
export function Empty({ icon, title, children, action }: EmptyProps) {
  return (
    <div className={styles.empty}>
      {icon && <span className={styles.mark}>{icon}</span>}
      <p className={styles.title}>{title}</p>
      {children && <p className={styles.detail}>{children}</p>}
      {action}
    </div>
  );
}
