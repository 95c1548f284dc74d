import { Problem, RETENTION_DAYS, RETENTION_SORTS, type Retention, type RetentionSort } from '@parlor/client';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context';
import { useProblemText } from '../session/problems';
import { useToast } from '../ui/Toasts';
import { usePreview } from './usePreview';

/** What is typed for each sort; nothing is for ever. */
export type Typed = Readonly<Record<RetentionSort, string>>;

const typedOf = (days: Retention): Typed => ({
  guest: String(days.guest ?? ''),
  direct: String(days.direct ?? ''),
  group: String(days.group ?? ''),
});

/** Whether it is nothing, or days that may be set. */
export const isDays = (typed: string): boolean =>
  typed.trim() === '' ||
  (/^\d{1,4}$/.test(typed.trim()) &&
    Number(typed) >= RETENTION_DAYS.least &&
    Number(typed) <= RETENTION_DAYS.most);

const daysOf = (typed: string): number | undefined => (typed.trim() === '' ? undefined : Number(typed));

function policyOf(typed: Typed | undefined): Retention | undefined {
  if (!typed || !RETENTION_SORTS.every((sort) => isDays(typed[sort]))) return undefined;
  return { guest: daysOf(typed.guest), direct: daysOf(typed.direct), group: daysOf(typed.group) };
}

/** How long things are kept: as it is saved, as it is being changed, and what the change would erase. */
export function useRetention() {
  const { t } = useTranslation();
  const { api } = useDesk();
  const { tell, warn } = useToast();
  const say = useProblemText();
  const [saved, setSaved] = useState<Retention>();
  const [typed, setTyped] = useState<Typed>();
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const wanted = policyOf(typed);
  const preview = usePreview(wanted);

  const show = useCallback((days: Retention) => {
    setSaved(days);
    setTyped(typedOf(days));
  }, []);
  const load = useCallback(() => {
    api.retention().then(show, () => setFailed(true));
  }, [api, show]);
  useEffect(load, [load]);

  const save = async () => {
    if (!wanted) return;
    setBusy(true);
    try {
      show(await api.saveRetention(wanted));
      tell(t('retention.saved'));
    } catch (problem) {
      warn(say(problem instanceof Problem ? problem : undefined));
    } finally {
      setBusy(false);
    }
  };

  return {
    typed,
    failed,
    busy,
    preview,
    valid: wanted !== undefined,
    changed: saved !== undefined && JSON.stringify(typed) !== JSON.stringify(typedOf(saved)),
    change: (sort: RetentionSort, days: string) =>
      setTyped((before) => before && { ...before, [sort]: days }),
    save,
    discard: () => saved && show(saved),
    reload: () => {
      setFailed(false);
      load();
    },
  };
}
