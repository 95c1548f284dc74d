import type { IdentitySettings } from '@parlor/client';
import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '../desk/context';

/** Who visitors have to be, and the keys for it; undefined while they are not known. */
export function useIdentity() {
  const { api } = useDesk();
  const [failed, setFailed] = useState(false);
  const [identity, setIdentity] = useState<IdentitySettings>();

  const reload = useCallback(() => {
    setFailed(false);
    api.identity().then(setIdentity, () => {
      setIdentity(undefined);
      setFailed(true);
    });
  }, [api]);
  useEffect(reload, [reload]);

  return { identity, failed, reload, setIdentity };
}
