import type { ApiKey } from '@parlor/client';
import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '../desk/context';

/** The keys that were not revoked, the newest first; undefined while they are not known. */
export function useKeys() {
  const { api } = useDesk();
  const [failed, setFailed] = useState(false);
  const [keys, setKeys] = useState<readonly ApiKey[]>();

  const reload = useCallback(() => {
    setFailed(false);
    api.apiKeys().then(
      ({ items }) => setKeys(items),
      () => {
        setKeys(undefined);
        setFailed(true);
      },
    );
  }, [api]);
  useEffect(reload, [reload]);

  return { keys, failed, reload };
}
