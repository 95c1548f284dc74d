import { LINK_KINDS, type LinkKind } from '@parlor/client';
import type { SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Empty } from '../ui/Notice';
import { ListSkeleton } from '../ui/Skeleton';
import styles from './LinkPatternsScreen.module.css';
import { useLinkPatterns } from './useLinkPatterns';

const MOST_CHARACTERS = 500;
/** The paths many CRMs have, as an example of the form. */
const EXAMPLES: Readonly<Record<LinkKind, string>> = {
  customer: 'https://crm.example/customers/{id}',
  lead: 'https://crm.example/leads/{id}',
  contact: 'https://crm.example/contacts/{id}',
  opportunity: 'https://crm.example/opportunities/{id}',
};

/** Where the records of the CRM are found. */
export default function LinkPatternsScreen() {
  const { t } = useTranslation();
  const { draft, failed, reload, ...editing } = useLinkPatterns();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    editing.save();
  };
  return (
    <section className={styles.screen} aria-labelledby="crm-title">
      <div className={styles.page}>
        <header>
          <h1 id="crm-title" className={styles.title}>
            {t('links.settings')}
          </h1>
          <p className={styles.lead}>{t('links.lead')}</p>
        </header>
        {failed && (
          <Empty
            title={t('links.settingsFailed')}
            action={<Button onClick={reload}>{t('common.retry')}</Button>}
          />
        )}
        {!failed && !draft && <ListSkeleton rows={4} />}
        {draft && (
          <form className={styles.form} onSubmit={submit} noValidate>
            {LINK_KINDS.map((kind) => (
              <Field
                key={kind}
                label={t(`links.kind.${kind}`)}
                inputMode="url"
                dir="ltr"
                maxLength={MOST_CHARACTERS}
                autoComplete="off"
                spellCheck={false}
                placeholder={EXAMPLES[kind]}
                value={draft[kind] ?? ''}
                onChange={(event) => editing.change({ [kind]: event.target.value })}
                {...(editing.refusals[kind] === undefined ? {} : { error: editing.refusals[kind] })}
              />
            ))}
            <p className={styles.note}>{t('links.rule')}</p>
            <div className={styles.bar}>
              <p className={styles.changed} role="status">
                {editing.changed && t('links.changed')}
              </p>
              <Button onClick={editing.discard} disabled={!editing.changed}>
                {t('links.discard')}
              </Button>
              <Button type="submit" variant="primary" busy={editing.busy} disabled={!editing.changed}>
                {t('links.save')}
              </Button>
            </div>
          </form>
        )}
      </div>
    </section>
  );
}
