import type { IssuedWebhook, Webhook } from '@parlor/client';
import { Plus, Webhook as Mark } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Notice';
import { ListSkeleton } from '../ui/Skeleton';
import styles from './Integrations.module.css';
import { SecretDialog } from './SecretDialog';
import { useWebhooks } from './useWebhooks';
import { WebhookDialog } from './WebhookDialog';
import { WebhookItem } from './WebhookItem';

/** The addresses that are told what happens in guests' rooms. */
export function WebhooksSection() {
  const { t } = useTranslation();
  const { webhooks, failed, reload } = useWebhooks();
  const [editing, setEditing] = useState<Webhook | 'new'>();
  const [issued, setIssued] = useState<IssuedWebhook>();

  const show = (made: IssuedWebhook) => {
    setEditing(undefined);
    setIssued(made);
    reload();
  };
  return (
    <section aria-labelledby="webhooks-title" className={styles.section}>
      <header className={styles.header}>
        <div className={styles.heading}>
          <h2 id="webhooks-title" className={styles.subtitle}>
            {t('webhooks.title')}
          </h2>
          <p className={styles.lead}>{t('webhooks.lead')}</p>
        </div>
        <Button icon={<Plus size={16} />} onClick={() => setEditing('new')}>
          {t('webhooks.add')}
        </Button>
      </header>
      {failed && (
        <Empty title={t('webhooks.failed')} action={<Button onClick={reload}>{t('common.retry')}</Button>} />
      )}
      {!failed && !webhooks && <ListSkeleton rows={2} />}
      {webhooks?.length === 0 && (
        <Empty icon={<Mark />} title={t('webhooks.none')}>
          {t('webhooks.noneDetail')}
        </Empty>
      )}
      {webhooks && webhooks.length > 0 && (
        <ul className={styles.list}>
          {webhooks.map((webhook) => (
            <WebhookItem
              key={webhook.id}
              webhook={webhook}
              onChanged={reload}
              onEdit={() => setEditing(webhook)}
              onIssued={show}
            />
          ))}
        </ul>
      )}
      {editing && (
        <WebhookDialog
          {...(editing === 'new' ? {} : { webhook: editing })}
          onClose={() => setEditing(undefined)}
          onIssued={show}
          onChanged={() => {
            setEditing(undefined);
            reload();
          }}
        />
      )}
      {issued && (
        <SecretDialog
          title={t('webhooks.ready')}
          label={t('webhooks.secret')}
          secret={issued.secret}
          onClose={() => setIssued(undefined)}
        />
      )}
    </section>
  );
}
