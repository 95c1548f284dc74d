import type { WebhookDelivery } from '@parlor/client';
import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '../desk/context';

const LOOK_MS = 2000;

/** The newest deliveries of a webhook, looked at again and again while they are shown. */
export function useDeliveries(webhook: string) {
  const { api } = useDesk();
  const [failed, setFailed] = useState(false);
  const [deliveries, setDeliveries] = useState<readonly WebhookDelivery[]>();

  const reload = useCallback(() => {
    api.deliveries(webhook).then(
      ({ items }) => {
        setFailed(false);
        setDeliveries(items);
      },
      () => setFailed(true),
    );
  }, [api, webhook]);
  useEffect(() => {
    reload();
    const timer = setInterval(reload, LOOK_MS);
    return () => clearInterval(timer);
  }, [reload]);

  return { deliveries, failed, reload };
}
