import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Notice';
import { ListSkeleton } from '../ui/Skeleton';
import { AgentLoads } from './AgentLoads';
import { GraceForm } from './GraceForm';
import { RulesForm } from './RulesForm';
import styles from './Routing.module.css';
import { useRouting } from './useRouting';
import { VisibilityForm } from './VisibilityForm';

/** Which agent gets the next guest, and how many each is given. */
export default function RoutingScreen() {
  const { t } = useTranslation();
  const { routing, failed, busy, save, saveCapacity, reload } = useRouting();
  return (
    <section className={styles.screen} aria-labelledby="routing-title">
      <div className={styles.page}>
        <header>
          <h1 id="routing-title" className={styles.title}>
            {t('routing.title')}
          </h1>
          <p className={styles.lead}>{t('routing.lead')}</p>
        </header>
        {failed && (
          <Empty title={t('routing.failed')} action={<Button onClick={reload}>{t('common.retry')}</Button>} />
        )}
        {!failed && !routing && <ListSkeleton rows={5} />}
        {routing && (
          <>
            <RulesForm rules={routing} busy={busy} onSave={save} />
            <AgentLoads routing={routing} onCapacity={saveCapacity} />
            <VisibilityForm />
            <GraceForm />
          </>
        )}
      </div>
    </section>
  );
}
