import { useId, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Notice';
import { ListSkeleton } from '../ui/Skeleton';
import { SaveBar } from './SaveBar';
import styles from './Routing.module.css';

type SettingFormProps = {
  title: string;
  /** Whether it could not be loaded, and what is said then. */
  failed: boolean;
  failedTitle: string;
  onReload: () => void;
  loading: boolean;
  changed: boolean;
  /** Whether what is there can be saved. */
  valid?: boolean;
  busy: boolean;
  saveLabel: string;
  onSave: () => void;
  onDiscard: () => void;
  /** `title` names the heading, for what is named by it. */
  children: (title: string) => ReactNode;
};

/** A setting that is loaded and saved by itself, under a heading of its own. */
export function SettingForm({ title, failed, loading, valid = true, children, ...form }: SettingFormProps) {
  const { t } = useTranslation();
  const heading = useId();
  const { changed, onSave } = form;
  if (failed)
    return (
      <Empty title={form.failedTitle} action={<Button onClick={form.onReload}>{t('common.retry')}</Button>} />
    );
  if (loading) return <ListSkeleton rows={1} />;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (changed && valid) onSave();
  };
  return (
    <section className={styles.agents} aria-labelledby={heading}>
      <h2 id={heading} className={styles.caption}>
        {title}
      </h2>
      <form className={styles.form} onSubmit={submit} noValidate>
        {children(heading)}
        <SaveBar
          changed={changed}
          valid={valid}
          busy={form.busy}
          label={form.saveLabel}
          onDiscard={form.onDiscard}
        />
      </form>
    </section>
  );
}
