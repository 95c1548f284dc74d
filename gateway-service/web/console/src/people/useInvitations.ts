import type { OneTimeLink } from '@parlor/client';
import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '../desk/context';

/** The invitations nobody has used yet, the newest first; undefined while they are not known. */
export function useInvitations() {
  const { api } = useDesk();
  const [failed, setFailed] = useState(false);
  const [invitations, setInvitations] = useState<readonly OneTimeLink[]>();

  const reload = useCallback(() => {
    setFailed(false);
    api.invitations().then(
      ({ items }) => setInvitations(items),
      () => setFailed(true),
    );
  }, [api]);
  useEffect(reload, [reload]);

  return { invitations, failed, reload };
}
