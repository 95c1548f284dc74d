import { Problem, type InboxRoom, type Room } from '@parlor/client';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { useToast } from '../ui/Toasts';
import type { Action } from './rights';

/** What makes a conversation one's own. */
const TAKING: ReadonlySet<Action> = new Set(['claim', 'takeover']);

/** Does one thing with one conversation at a time; what is refused is told, and the room is read anew. */
export function useActions(room: Pick<InboxRoom, 'id'>) {
  const { api, inbox, account, alerts } = useDesk();
  const { t } = useTranslation();
  const { tell, warn } = useToast();
  const say = useProblemText();
  const [busy, setBusy] = useState<Action>();
  const { id } = room;

  const act = useCallback(
    async (action: Action, to = ''): Promise<boolean> => {
      setBusy(action);
      if (TAKING.has(action)) alerts.taken.add(id);
      try {
        inbox.add([await perform(action, to)]);
        tell(t(`done.${action}`));
        return true;
      } catch (problem) {
        alerts.taken.drop(id);
        warn(say(problem));
        if (problem instanceof Problem && problem.status === 409) inbox.refresh(id);
        return false;
      } finally {
        setBusy(undefined);
      }

      /** `value` is the colleague it goes to, or the time it comes back. */
      function perform(chosen: Action, value: string): Promise<Room> {
        switch (chosen) {
          case 'release':
            return api.transfer(id);
          case 'takeover':
            return api.transfer(id, account.id);
          case 'transfer':
            return api.transfer(id, value);
          case 'snooze':
            return api.snooze(id, value);
          default:
            return api[chosen](id);
        }
      }
    },
    [api, inbox, account.id, alerts, id, t, tell, warn, say],
  );

  return { act, busy };
}
