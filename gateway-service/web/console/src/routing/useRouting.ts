import type { Routing, RoutingRules } from '@parlor/client';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { useToast } from '../ui/Toasts';

/** Conversations turn in swarms: what agents have in hand is asked for once they have settled. */
const SETTLED_MS = 500;

/** How guests get to agents as it is set, with what everybody has in hand right now. */
export function useRouting() {
  const { t } = useTranslation();
  const { api, session } = useDesk();
  const { tell, warn } = useToast();
  const say = useProblemText();
  const [routing, setRouting] = useState<Routing>();
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);

  const load = useCallback(() => {
    api.routing().then(
      (found) => {
        setRouting(found);
        setFailed(false);
      },
      () => setFailed(true),
    );
  }, [api]);
  useEffect(load, [load]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = session.onFrame((frame) => {
      const turned = frame.type === 'room.changed' && frame.room.status;
      if (!turned && frame.type !== 'welcome' && frame.type !== 'presence.changed') return;
      clearTimeout(timer);
      timer = setTimeout(load, SETTLED_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [session, load]);

  const settle = async (answer: Promise<Routing>, done: string): Promise<boolean> => {
    setBusy(true);
    try {
      setRouting(await answer);
      tell(done);
      return true;
    } catch (problem) {
      warn(say(problem));
      return false;
    } finally {
      setBusy(false);
    }
  };
  const save = (rules: RoutingRules) => settle(api.saveRouting(rules), t('routing.saved'));
  const saveCapacity = (id: string, name: string, capacity: number | undefined) =>
    settle(api.saveCapacity(id, capacity), t('routing.agentSaved', { name }));

  return { routing, failed: failed && !routing, busy, save, saveCapacity, reload: load };
}

const LARGEST = 100;

/** The capacity somebody typed; undefined when it is none. */
export function capacityOf(text: string): number | undefined {
  const capacity = text.trim() === '' ? NaN : Number(text);
  return Number.isInteger(capacity) && capacity >= 0 && capacity <= LARGEST ? capacity : undefined;
}
