import type { Http } from './http';
import type { Hold, Room } from './protocol';

/** Sorts of rooms that are kept for a time of their own. */
export const RETENTION_SORTS = ['guest', 'direct', 'group'] as const;
export type RetentionSort = (typeof RETENTION_SORTS)[number];

/** The fewest and the most days something is kept when it is not kept for ever. */
export const RETENTION_DAYS = { least: 1, most: 3_650 } as const;

/** After how many days each sort of rooms is erased; what is left out is kept for ever. */
export type Retention = { readonly [sort in RetentionSort]?: number | undefined };

/** How many rooms would be erased; `most` is as far as is counted. */
export type RetentionPreview = Readonly<Record<RetentionSort, number>> & { readonly most: number };

const path = encodeURIComponent;

/** How long things are kept, and what is held in spite of it. */
export const retentionApi = (http: Http) => ({
  retention: () => http.request<Retention>('GET', '/retention'),
  saveRetention: (days: Retention) => http.request<Retention>('PUT', '/retention', days),
  previewRetention: (days: Retention) =>
    http.request<RetentionPreview>('GET', '/retention/preview', undefined, { ...days }),
  putHold: (room: string, hold: Hold) =>
    http.request<Room>('PUT', `/rooms/${path(room)}/holds/${path(hold)}`),
  liftHold: (room: string, hold: Hold) =>
    http.request<Room>('DELETE', `/rooms/${path(room)}/holds/${path(hold)}`),
});
