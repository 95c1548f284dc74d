import { Problem, type Report } from '@parlor/client';
import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '../desk/context';
import { zone, type Period } from './period';

type Found = {
  readonly period: Period;
  readonly report?: Report;
  readonly failed: boolean;
  /** What the server says is wrong with the period. */
  readonly wrong?: string;
};

/** The desk over a period. What was shown before stays until the next is there. */
export function useReport(period: Period) {
  const { api } = useDesk();
  const [found, setFound] = useState<Found>({ period, failed: false });
  const [turn, setTurn] = useState(0);
  const { from, to } = period;

  useEffect(() => {
    let current = true;
    api.report({ from, to, zone: zone() }).then(
      (report) => current && setFound({ period: { from, to }, report, failed: false }),
      (cause: unknown) => {
        const wrong = cause instanceof Problem ? cause.errors[0]?.message : undefined;
        if (current) setFound({ period: { from, to }, failed: true, ...(wrong ? { wrong } : {}) });
      },
    );
    return () => {
      current = false;
    };
  }, [api, from, to, turn]);

  const reload = useCallback(() => setTurn((before) => before + 1), []);
  const loading = found.period.from !== from || found.period.to !== to || (!found.report && !found.failed);
  return { ...found, loading, reload };
}
