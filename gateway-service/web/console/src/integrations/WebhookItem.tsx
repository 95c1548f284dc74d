import type { IssuedWebhook, Webhook } from '@parlor/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { full, longDate } from '../i18n/times';
import { useLocale } from '../i18n/useLocale';
import { Button } from '../ui/Button';
import { ConfirmDialog } from './ConfirmDialog';
import { DeliveryList } from './DeliveryList';
import styles from './Integrations.module.css';
import { useWebhookActions } from './useWebhookActions';
import { WebhookMenu } from './WebhookMenu';

type WebhookItemProps = {
  webhook: Webhook;
  onChanged: () => void;
  onEdit: () => void;
  onIssued: (issued: IssuedWebhook) => void;
};

/** One address, how it does and what can be done to it. */
export function WebhookItem({ webhook, onChanged, onEdit, onIssued }: WebhookItemProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'remove' | 'renew'>();
  const [open, setOpen] = useState(false);
  const { test, pause, resume, renew, remove } = useWebhookActions(webhook, onChanged, onIssued);
  const { url } = webhook;

  const close = () => setAsking(undefined);
  const confirmed = (action: () => void) => () => {
    close();
    action();
  };
  const tested = () => {
    setOpen(true);
    test();
  };
  return (
    <li className={styles.item}>
      <div className={styles.what}>
        <bdi className={styles.name} dir="ltr">
          {url}
        </bdi>
        <WebhookFacts webhook={webhook} />
      </div>
      <span className={styles.state} data-state={webhook.state}>
        {t(`webhooks.state.${webhook.state}`)}
      </span>
      {webhook.state !== 'active' && (
        <Button size="small" onClick={resume}>
          {t('webhooks.resume')}
        </Button>
      )}
      <Button
        size="small"
        variant="quiet"
        aria-expanded={open}
        aria-label={t('webhooks.deliveriesOf', { url })}
        onClick={() => setOpen(!open)}
      >
        {t('webhooks.deliveries')}
      </Button>
      <WebhookMenu
        webhook={webhook}
        onTest={tested}
        onEdit={onEdit}
        onPause={pause}
        onRenew={() => setAsking('renew')}
        onRemove={() => setAsking('remove')}
      />
      {open && <DeliveryList webhook={webhook} />}
      {asking === 'remove' && (
        <ConfirmDialog
          title={t('webhooks.removeTitle')}
          lead={t('webhooks.removeLead', { url })}
          action={t('webhooks.remove')}
          onClose={close}
          onConfirm={confirmed(remove)}
        />
      )}
      {asking === 'renew' && (
        <ConfirmDialog
          title={t('webhooks.renewTitle')}
          lead={t('webhooks.renewLead')}
          action={t('webhooks.renew')}
          onClose={close}
          onConfirm={confirmed(renew)}
        />
      )}
    </li>
  );
}

function WebhookFacts({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { createdAt, failingSince, types, waiting } = webhook;
  return (
    <span className={styles.facts}>
      <span>{t('webhooks.since', { date: longDate(locale, createdAt) })}</span>
      <span>{t('webhooks.told', { count: types.length })}</span>
      {waiting > 0 && <span>{t('webhooks.waiting', { count: waiting })}</span>}
      {failingSince && <span>{t('webhooks.failingSince', { time: full(locale, failingSince) })}</span>}
    </span>
  );
}
