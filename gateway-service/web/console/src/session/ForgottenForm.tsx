import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Logo } from '../ui/Logo';
import { Alert } from '../ui/Notice';
import { Spinner } from '../ui/Spinner';
import { useForgotten, type ForgottenState } from './useForgotten';
import styles from './SignIn.module.css';

/** Asks for a link to a new password. What is said afterwards is the same whether there is such an account or not. */
export function ForgottenForm({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  const forgotten = useForgotten();

  useEffect(() => {
    document.title = t('session.forgotten.title');
  }, [t]);

  return (
    <main className={styles.page}>
      <form className={styles.card} onSubmit={forgotten.submit} aria-labelledby="forgotten-title">
        <Logo />
        <h1 id="forgotten-title" className={styles.title}>
          {t('session.forgotten.heading')}
        </h1>
        <Step {...forgotten} />
        <button type="button" className={styles.quiet} onClick={onBack}>
          {t('session.forgotten.back')}
        </button>
      </form>
    </main>
  );
}

function Step({ phase, email, busy, problem, refusal, waitSeconds, check }: ForgottenState) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (phase === 'asking') field.current?.focus();
  }, [phase]);

  if (phase === 'checking') {
    return (
      <span className={styles.waiting} role="status">
        <Spinner /> {t('session.checking')}
      </span>
    );
  }
  if (phase === 'unreachable') {
    return (
      <>
        <Alert>{t('problem.unreachable')}</Alert>
        <Button onClick={check}>{t('common.retry')}</Button>
      </>
    );
  }
  if (phase === 'off') return <p className={styles.lead}>{t('session.forgotten.off')}</p>;
  if (phase === 'asked') {
    return (
      <p className={styles.lead} role="status">
        {t('session.forgotten.asked', { email })}
      </p>
    );
  }
  const message =
    waitSeconds > 0 ? t('session.forgotten.throttled', { count: Math.ceil(waitSeconds / 60) }) : problem;
  return (
    <>
      <p className={styles.lead}>{t('session.forgotten.lead')}</p>
      {message && <Alert>{message}</Alert>}
      <Field
        label={t('session.email')}
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        ref={field}
        {...(refusal === undefined ? {} : { error: refusal })}
      />
      <Button type="submit" variant="primary" size="large" busy={busy} disabled={waitSeconds > 0}>
        {t('session.forgotten.send')}
      </Button>
    </>
  );
}
