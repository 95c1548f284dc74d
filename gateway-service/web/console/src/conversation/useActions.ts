import { Problem, type InboxRoom, type Room } from '@parlor/client';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { useToast } from '../ui/Toasts';
import type { Action } from './rights';

/** Does one thing with one conversation at a time; what is refused is told, and the room is read anew. */
export function useActions(room: Pick<InboxRoom, 'id'>) {
  const { api, inbox } = useDesk();
  const { t } = useTranslation();
  const { tell, warn } = useToast();
  const say = useProblemText();
  const [busy, setBusy] = useState<Action>();
  const { id } = room;

  const act = useCallback(
    async (action: Action, to?: string): Promise<boolean> => {
      setBusy(action);
      try {
        inbox.add([await perform(action, to)]);
        tell(t(`done.${action}`));
        return true;
      } catch (problem) {
        warn(say(problem));
        if (problem instanceof Problem && problem.status === 409) refresh();
        return false;
      } finally {
        setBusy(undefined);
      }

      function perform(chosen: Action, colleague?: string): Promise<Room> {
        switch (chosen) {
          case 'release':
            return api.transfer(id);
          case 'transfer':
            return api.transfer(id, colleague);
          default:
            return api[chosen](id);
        }
      }

      function refresh(): void {
        // Only a courtesy: the change itself is announced as well.
        api.room(id).then(
          (fresh) => inbox.add([fresh]),
          () => undefined,
        );
      }
    },
    [api, inbox, id, t, tell, warn, say],
  );

  return { act, busy };
}
