import type { Http } from './http';
import type { Named } from './protocol';

/** What a key may be for; each opens the routes that are documented with it. */
export const SCOPES = ['accounts.read', 'events.read', 'webhooks.manage'] as const;
export type Scope = (typeof SCOPES)[number];

/** How long the secret before still counts after a rotation. */
export const GRACES = ['none', 'hour', 'day', 'week'] as const;
export type Grace = (typeof GRACES)[number];

/** By which a program calls. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdBy: Named;
  readonly createdAt: string;
  /** Without it only revoking ends the key. */
  readonly expiresAt?: string;
  /** To about a minute; absent when never used. */
  readonly lastUsedAt?: string;
  /** Until when the secret before the present one counts as well. */
  readonly formerUntil?: string;
}

/** A key with a secret that was just made, and is told this once. */
export interface IssuedKey {
  readonly key: ApiKey;
  readonly secret: string;
}

export interface NewKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt?: string;
}

const path = encodeURIComponent;

/** What administrators may ask for to let programs in. */
export const keyApi = (http: Http) => ({
  apiKeys: () => http.request<{ items: readonly ApiKey[] }>('GET', '/api-keys'),
  createApiKey: (key: NewKey) => http.request<IssuedKey>('POST', '/api-keys', key),
  rotateApiKey: (key: string, grace: Grace) =>
    http.request<IssuedKey>('POST', `/api-keys/${path(key)}/rotate`, { grace }),
  revokeApiKey: (key: string) => http.request<undefined>('DELETE', `/api-keys/${path(key)}`),
});
