import type { GracePeriod } from '@parlor/client';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { useToast } from '../ui/Toasts';

const LONGEST_SECONDS = 3_600;

/** How long agents who are gone keep what they have not answered. */
export function useGrace() {
  const { t } = useTranslation();
  const { api } = useDesk();
  const { tell, warn } = useToast();
  const say = useProblemText();
  const [grace, setGrace] = useState<GracePeriod>();
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);

  const load = useCallback(() => {
    setFailed(false);
    api.grace().then(setGrace, () => setFailed(true));
  }, [api]);
  useEffect(load, [load]);

  const save = async (seconds: number): Promise<boolean> => {
    setBusy(true);
    try {
      setGrace(await api.saveGrace({ seconds }));
      tell(t('routing.graceSaved'));
      return true;
    } catch (problem) {
      warn(say(problem));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { grace, failed, busy, save, reload: load };
}

/** The seconds somebody typed; undefined when it is no period. */
export function secondsOf(text: string): number | undefined {
  const seconds = text.trim() === '' ? NaN : Number(text);
  return Number.isInteger(seconds) && seconds >= 1 && seconds <= LONGEST_SECONDS ? seconds : undefined;
}
