import type { Webhook } from '@parlor/client';
import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '../desk/context';

/** All webhooks, the oldest first; undefined while they are not known. */
export function useWebhooks() {
  const { api } = useDesk();
  const [failed, setFailed] = useState(false);
  const [webhooks, setWebhooks] = useState<readonly Webhook[]>();

  const reload = useCallback(() => {
    setFailed(false);
    api.webhooks().then(
      ({ items }) => setWebhooks(items),
      () => {
        setWebhooks(undefined);
        setFailed(true);
      },
    );
  }, [api]);
  useEffect(reload, [reload]);

  return { webhooks, failed, reload };
}
