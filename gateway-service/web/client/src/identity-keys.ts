import type { Grace } from './api-keys';
import type { Http } from './http';
import type { Named } from './protocol';

/** What the servers of host pages sign with. */
export interface IdentityKey {
  readonly id: string;
  readonly createdBy: Named;
  readonly createdAt: string;
  /** When it stops counting, because another took its place. */
  readonly endsAt?: string;
}

export interface IdentitySettings {
  /** Whether nobody may write whom no host page has signed for. */
  readonly required: boolean;
  /** The newest first. */
  readonly keys: readonly IdentityKey[];
}

/** A key that was just made; the secret is told this once. */
export interface IssuedIdentityKey {
  readonly key: IdentityKey;
  readonly secret: string;
}

/** What administrators set of who visitors are. */
export const identityApi = (http: Http) => ({
  identity: () => http.request<IdentitySettings>('GET', '/settings/identity'),
  requireIdentity: (required: boolean) =>
    http.request<IdentitySettings>('PUT', '/settings/identity', { required }),
  makeIdentityKey: (grace: Grace) =>
    http.request<IssuedIdentityKey>('POST', '/settings/identity/keys', { grace }),
  endIdentityKey: (key: string) =>
    http.request<undefined>('DELETE', `/settings/identity/keys/${encodeURIComponent(key)}`),
});
