import { RETENTION_DAYS, RETENTION_SORTS } from '@parlor/client';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale';
import { ConfirmDialog } from '../integrations/ConfirmDialog';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Empty } from '../ui/Notice';
import { ListSkeleton } from '../ui/Skeleton';
import styles from './Retention.module.css';
import type { Preview } from './usePreview';
import { isDays, useRetention } from './useRetention';

/** After how many days what is old is erased by itself. */
export default function RetentionScreen() {
  const { t } = useTranslation();
  const { typed, failed, reload, preview, valid, ...editing } = useRetention();
  const [asking, setAsking] = useState(false);
  const due = useDue(preview);
  const erases = typeof preview === 'object' && totalOf(preview) > 0;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (erases) setAsking(true);
    else void editing.save();
  };
  return (
    <section className={styles.screen} aria-labelledby="retention-title">
      <div className={styles.page}>
        <header>
          <h1 id="retention-title" className={styles.title}>
            {t('retention.title')}
          </h1>
          <p className={styles.lead}>{t('retention.lead')}</p>
        </header>
        {failed && (
          <Empty
            title={t('retention.failed')}
            action={<Button onClick={reload}>{t('common.retry')}</Button>}
          />
        )}
        {!failed && !typed && <ListSkeleton rows={3} />}
        {typed && (
          <form className={styles.form} onSubmit={submit} noValidate>
            {RETENTION_SORTS.map((sort) => (
              <Field
                key={sort}
                label={t(`retention.sort.${sort}`)}
                inputMode="numeric"
                autoComplete="off"
                placeholder={t('retention.forever')}
                value={typed[sort]}
                onChange={(event) => editing.change(sort, event.target.value)}
                {...(isDays(typed[sort]) ? {} : { error: t('retention.wrong', RETENTION_DAYS) })}
              />
            ))}
            <p className={styles.due} role="status" data-erases={erases || undefined}>
              {valid && due}
            </p>
            <div className={styles.bar}>
              <p className={styles.changed}>{editing.changed && t('retention.changed')}</p>
              <Button onClick={editing.discard} disabled={!editing.changed}>
                {t('retention.discard')}
              </Button>
              <Button
                type="submit"
                variant="primary"
                busy={editing.busy}
                disabled={!editing.changed || !valid || preview === undefined}
              >
                {t('retention.save')}
              </Button>
            </div>
          </form>
        )}
      </div>
      {asking && (
        <ConfirmDialog
          title={t('retention.confirmTitle')}
          lead={t('retention.confirmLead', { due })}
          action={t('retention.confirm')}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            void editing.save();
          }}
        />
      )}
    </section>
  );
}

type Counted = Exclude<Preview, 'failed' | undefined>;

const totalOf = ({ guest, direct, group }: Counted): number => guest + direct + group;

/** In words, how much would be erased. */
function useDue(preview: Preview): string {
  const { t } = useTranslation();
  const locale = useLocale();
  if (preview === undefined) return t('retention.counting');
  if (preview === 'failed') return t('retention.previewFailed');
  const total = totalOf(preview);
  if (total === 0) return t('retention.nothingDue');
  const uncounted = RETENTION_SORTS.some((sort) => preview[sort] >= preview.most);
  return uncounted
    ? t('retention.dueMost', { number: new Intl.NumberFormat(locale).format(total) })
    : t('retention.due', { count: total });
}
