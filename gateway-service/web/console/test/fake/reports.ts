import type { Report, ReportLine } from '@parlor/client';

const empty = (key: string): ReportLine => ({ key, conversations: 0, taken: 0, ratings: 0 });

/** A report as the server makes it: the same for every period, but for its days. */
export function reportOf(from: string, to: string, quiet: boolean): Report {
  const days: ReportLine[] = [];
  for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000) {
    const key = new Date(day).toISOString().slice(0, 10);
    const conversations = quiet ? 0 : (days.length * 7) % 11;
    days.push({ ...empty(key), conversations });
  }
  if (quiet) return { total: empty(''), days, agents: [] };
  const line = (key: string, name: string, conversations: number): ReportLine => ({
    key,
    name,
    conversations,
    firstResponse: { median: 45_000, p90: 240_000 },
    resolution: { median: 900_000, p90: 7_200_000 },
    taken: conversations,
    waiting: { median: 61_000, p90: 300_000 },
    ratings: 4,
    score: 4.25,
  });
  const total = { ...line('', '', 37), key: '' };
  return { total, days, agents: [line('a_ada', 'Ada Lindqvist', 21), line('a_bo', 'Bo Ferreira', 16)] };
}
