import type { Webhook, WebhookDelivery } from '@parlor/client';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { full } from '../i18n/times';
import { useLocale } from '../i18n/useLocale';
import { useProblemText } from '../session/problems';
import { Button } from '../ui/Button';
import { Alert } from '../ui/Notice';
import { ListSkeleton } from '../ui/Skeleton';
import { useToast } from '../ui/Toasts';
import styles from './Integrations.module.css';
import { useDeliveries } from './useDeliveries';

/** The newest deliveries of a webhook, with what became of them. */
export function DeliveryList({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const { deliveries, failed, reload } = useDeliveries(webhook.id);
  return (
    <div className={styles.deliveries}>
      {failed && (
        <Alert action={<Button onClick={reload}>{t('common.retry')}</Button>}>
          {t('webhooks.deliveriesFailed')}
        </Alert>
      )}
      {!failed && !deliveries && <ListSkeleton rows={2} />}
      {deliveries?.length === 0 && <p className={styles.quiet}>{t('webhooks.noDeliveries')}</p>}
      {deliveries && deliveries.length > 0 && (
        <ul aria-label={t('webhooks.deliveries')}>
          {deliveries.map((delivery) => (
            <Row key={delivery.id} webhook={webhook} delivery={delivery} onChanged={reload} />
          ))}
        </ul>
      )}
    </div>
  );
}

type RowProps = { webhook: Webhook; delivery: WebhookDelivery; onChanged: () => void };

function Row({ webhook, delivery, onChanged }: RowProps) {
  const { t } = useTranslation();
  const { api } = useDesk();
  const { warn } = useToast();
  const say = useProblemText();
  const locale = useLocale();
  const { id, type, state, attempts, createdAt, durationMs } = delivery;
  const number = new Intl.NumberFormat(locale);

  const again = () =>
    api
      .repeatDelivery(webhook.id, id)
      .catch((problem: unknown) => warn(say(problem)))
      .finally(onChanged);
  return (
    <li className={styles.delivery}>
      <span className={styles.what}>
        <code dir="ltr">{type}</code>
        <span className={styles.facts}>
          <span>{full(locale, createdAt)}</span>
          {attempts > 0 && <span>{t('webhooks.attempts', { count: attempts })}</span>}
          <Answer delivery={delivery} />
          {durationMs !== undefined && <span>{t('webhooks.took', { ms: number.format(durationMs) })}</span>}
        </span>
      </span>
      <span className={styles.state} data-state={state}>
        {t(`webhooks.delivery.${state}`)}
      </span>
      {state !== 'waiting' && (
        <Button size="small" variant="quiet" onClick={() => void again()}>
          {t('webhooks.again')}
        </Button>
      )}
    </li>
  );
}

const ERRORS = ['refused-address', 'unknown-host', 'timeout', 'connection', 'secret'] as const;

function Answer({ delivery: { lastStatus, lastError } }: { delivery: WebhookDelivery }) {
  const { t } = useTranslation();
  const known = ERRORS.find((error) => error === lastError);
  if (lastStatus !== undefined) return <span>{t('webhooks.status', { status: lastStatus })}</span>;
  return known ? <span>{t(`webhooks.error.${known}`)}</span> : null;
}
