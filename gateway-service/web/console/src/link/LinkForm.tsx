import { Problem, type OpenedLink } from '@parlor/client';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../session/problems';
import styles from '../session/SignIn.module.css';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Logo } from '../ui/Logo';
import { Alert } from '../ui/Notice';

type LinkFormProps = {
  opened: OpenedLink;
  follow: (chosen: { name?: string; password: string }) => Promise<void>;
};

/** The name and the first password, or a new one. What the server refuses is said at the field it is about. */
export function LinkForm({ opened: { purpose, email, name }, follow }: LinkFormProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({});
  const invited = purpose === 'invitation';

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(undefined);
    setRefusals({});
    follow({
      ...(invited ? { name: String(form.get('name')).trim() } : {}),
      password: String(form.get('password')),
    }).catch((cause: unknown) => {
      setBusy(false);
      const errors = cause instanceof Problem ? cause.errors : [];
      setRefusals(Object.fromEntries(errors.map(({ field, message }) => [field, message])));
      if (!errors.length) setProblem(say(cause));
    });
  };
  return (
    <main className={styles.page}>
      <form className={styles.card} onSubmit={submit} aria-labelledby="link-title">
        <Logo />
        <h1 id="link-title" className={styles.title}>
          {t(`link.${purpose}.heading`)}
        </h1>
        <p className={styles.lead}>{t(`link.${purpose}.what`)}</p>
        {problem && <Alert>{problem}</Alert>}
        <Field
          label={t('session.email')}
          name="email"
          type="email"
          value={email}
          readOnly
          autoComplete="username"
        />
        {invited && (
          <Field
            label={t('people.name')}
            name="name"
            required
            maxLength={80}
            defaultValue={name}
            autoComplete="name"
            {...at(refusals, 'name')}
          />
        )}
        <Field
          label={t('link.password')}
          hint={t('link.passwordHint')}
          name="password"
          type="password"
          required
          minLength={8}
          maxLength={200}
          autoComplete="new-password"
          {...at(refusals, 'password')}
        />
        <Button type="submit" variant="primary" size="large" busy={busy}>
          {t(`link.${purpose}.do`)}
        </Button>
      </form>
    </main>
  );
}

const at = (refusals: Readonly<Record<string, string>>, field: string) => {
  const error = refusals[field];
  return error === undefined ? {} : { error };
};
