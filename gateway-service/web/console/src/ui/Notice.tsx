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

type EmptyProps = {
  icon?: ReactNode;
  title: string;
  top?: boolean;
  children?: ReactNode;
  action?: ReactNode;
};

/** Says why there is nothing here and, where there is one, what to do next. */
export function Empty({ icon, title, top = false, children, action }: EmptyProps) {
  const Title = top ? 'h1' : 'h2';
  return (
    <div className={styles.empty}>
      {icon && <span className={styles.mark}>{icon}</span>}
      <Title className={styles.title}>{title}</Title>
      {children && <p className={styles.detail}>{children}</p>}
      {action}
    </div>
  );
}
