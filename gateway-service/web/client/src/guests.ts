import type { Http } from './http';
import type { Page } from './protocol';

/** A guest as administrators look it up. */
export interface KeptGuest {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly registeredAt: string;
}

/** What is erased of a guest, by who keeps it. */
export type ErasurePart = 'identity' | 'rooms' | 'messages' | 'presence';

/** How far the erasing of a guest is; when it is done, its receipt. */
export interface Erasure {
  readonly id: string;
  /** Leads nowhere any more. */
  readonly guest: string;
  readonly requestedBy: { readonly id: string; readonly name: string };
  readonly requestedAt: string;
  readonly doneAt?: string;
  readonly parts: readonly {
    readonly part: ErasurePart;
    readonly doneAt?: string;
    readonly removed: Readonly<Record<string, number>>;
  }[];
}

const path = encodeURIComponent;

/** What administrators do for guests who ask what is kept of them, or that it is erased. */
export const rightsApi = (http: Http) => ({
  guests: (query: { q?: string; cursor?: string; limit?: number } = {}) =>
    http.request<Page<KeptGuest>>('GET', '/guests', undefined, query),
  /** Where everything that is kept of a guest is downloaded, as one archive. */
  exportUrl: (guest: string) => http.url(`/guests/${path(guest)}/export`),
  eraseGuest: (guest: string, name: string) =>
    http.request<Erasure>('POST', `/guests/${path(guest)}/erasure`, { name }),
  erasures: () => http.request<{ items: readonly Erasure[] }>('GET', '/guests/erasures'),
});
