import { Problem, type Account } from '@parlor/client';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Logo } from '../ui/Logo';
import { Alert } from '../ui/Notice';
import { api } from './account';
import { ForgottenForm } from './ForgottenForm';
import { useProblemText } from './problems';
import { useWait } from './useWait';
import styles from './SignIn.module.css';

type SignInProps = { ended: boolean; onSignedIn: (account: Account) => void };

/** The way in, and the way to a new password. */
export function SignIn(props: SignInProps) {
  const [forgotten, setForgotten] = useState(false);
  return forgotten ? (
    <ForgottenForm onBack={() => setForgotten(false)} />
  ) : (
    <SignInForm {...props} onForgotten={() => setForgotten(true)} />
  );
}

function SignInForm({ ended, onSignedIn, onForgotten }: SignInProps & { onForgotten: () => void }) {
  const { t } = useTranslation();
  const email = useRef<HTMLInputElement>(null);
  const { busy, problem, waitSeconds, submit } = useSignIn(onSignedIn);

  useEffect(() => {
    document.title = t('session.title');
    email.current?.focus();
  }, [t]);

  const message = waitSeconds > 0 ? t('session.throttled', { count: waitSeconds }) : problem;
  return (
    <main className={styles.page}>
      <form className={styles.card} onSubmit={submit} aria-labelledby="sign-in-title">
        <Logo />
        <h1 id="sign-in-title" className={styles.title}>
          {t('session.heading')}
        </h1>
        <p className={styles.lead}>{t('session.lead')}</p>
        {message ? <Alert>{message}</Alert> : ended && <p className={styles.ended}>{t('session.ended')}</p>}
        <Field
          label={t('session.email')}
          name="email"
          type="email"
          autoComplete="username"
          required
          ref={email}
        />
        <Field
          label={t('session.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <Button type="submit" variant="primary" size="large" busy={busy} disabled={waitSeconds > 0}>
          {busy ? t('session.signingIn') : t('session.signIn')}
        </Button>
        <button type="button" className={styles.quiet} onClick={onForgotten}>
          {t('session.forgotten.ask')}
        </button>
      </form>
    </main>
  );
}

function useSignIn(onSignedIn: (account: Account) => void) {
  const say = useProblemText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [waitSeconds, wait] = useWait();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(undefined);
    api
      .signIn(String(form.get('email')), String(form.get('password')))
      .then(({ account }) => onSignedIn(account))
      .catch((cause: unknown) => {
        setBusy(false);
        setProblem(say(cause));
        if (cause instanceof Problem && cause.status === 429) wait(cause.retryAfterMs);
      });
  };
  return { busy, problem, waitSeconds, submit };
}
