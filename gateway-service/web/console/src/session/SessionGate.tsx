import { CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskProvider } from '../desk/DeskProvider';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Notice';
import { Spinner } from '../ui/Spinner';
import { SignIn } from './SignIn';
import { useSession } from './useSession';
import styles from './SignIn.module.css';

/** Shows the desk to those who are signed in, and the way in to everybody else. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { state, check, entered, ended, left } = useSession();
  if (state.phase === 'in') {
    return (
      <DeskProvider account={state.account} onEnded={ended} onLeft={left}>
        {children}
      </DeskProvider>
    );
  }
  if (state.phase === 'out') return <SignIn ended={state.ended} onSignedIn={entered} />;
  if (state.phase === 'checking') {
    return (
      <main className={styles.page} role="status">
        <span className={styles.waiting}>
          <Spinner /> {t('session.checking')}
        </span>
      </main>
    );
  }
  return (
    <main className={styles.page}>
      <Empty
        top
        icon={<CloudOff />}
        title={t('session.unreachable')}
        action={<Button onClick={check}>{t('common.retry')}</Button>}
      >
        {t('session.unreachableDetail')}
      </Empty>
    </main>
  );
}
