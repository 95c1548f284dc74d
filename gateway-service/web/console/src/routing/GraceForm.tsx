import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Empty } from '../ui/Notice';
import { ListSkeleton } from '../ui/Skeleton';
import styles from './Routing.module.css';
import { secondsOf, useGrace } from './useGrace';

/** How long an agent may be gone before others are given what it has not answered. */
export function GraceForm() {
  const { t } = useTranslation();
  const { grace, failed, busy, save, reload } = useGrace();
  const [draft, setDraft] = useState<string>();
  if (failed)
    return (
      <Empty
        title={t('routing.graceFailed')}
        action={<Button onClick={reload}>{t('common.retry')}</Button>}
      />
    );
  if (!grace) return <ListSkeleton rows={1} />;
  const typed = draft ?? String(grace.seconds);
  const seconds = secondsOf(typed);
  const changed = seconds !== grace.seconds;

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (seconds !== undefined && changed) void save(seconds).then((done) => done && setDraft(undefined));
  };
  return (
    <section className={styles.agents} aria-labelledby="routing-grace">
      <h2 id="routing-grace" className={styles.caption}>
        {t('routing.gone')}
      </h2>
      <form className={styles.form} onSubmit={submit} noValidate>
        <div className={styles.number}>
          <Field
            label={t('routing.grace')}
            hint={t('routing.graceHint')}
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            onChange={(event) => setDraft(event.target.value)}
            {...(seconds === undefined ? { error: t('routing.graceWrong') } : {})}
          />
        </div>
        <div className={styles.bar}>
          <p className={styles.changed} role="status">
            {changed && t('routing.changed')}
          </p>
          <Button onClick={() => setDraft(undefined)} disabled={!changed}>
            {t('routing.discard')}
          </Button>
          <Button type="submit" variant="primary" busy={busy} disabled={!changed || seconds === undefined}>
            {t('routing.graceSave')}
          </Button>
        </div>
      </form>
    </section>
  );
}
