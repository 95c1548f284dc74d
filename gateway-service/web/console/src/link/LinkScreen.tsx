import { Link2Off } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Notice';
import { Spinner } from '../ui/Spinner';
import { LinkForm } from './LinkForm';
import { useLink } from './useLink';
import styles from '../session/SignIn.module.css';

/** Where a link that works once leads to: a new account, or a new password. */
export default function LinkScreen() {
  const { t } = useTranslation();
  const { state, check, follow } = useLink();

  useEffect(() => {
    document.title = t('link.page');
  }, [t]);

  if (state.phase === 'checking') {
    return (
      <main className={styles.page} role="status">
        <span className={styles.waiting}>
          <Spinner /> {t('session.checking')}
        </span>
      </main>
    );
  }
  if (state.phase === 'open') return <LinkForm opened={state.opened} follow={follow} />;
  return (
    <main className={styles.page}>
      <Empty
        top
        icon={<Link2Off />}
        title={t(`link.problem.${state.why}`)}
        action={
          state.why === 'unreachable' || state.why === 'too-many' ? (
            <Button onClick={check}>{t('common.retry')}</Button>
          ) : (
            <Link href="/">{t('link.toSignIn')}</Link>
          )
        }
      >
        {t(`link.problemDetail.${state.why}`)}
      </Empty>
    </main>
  );
}
