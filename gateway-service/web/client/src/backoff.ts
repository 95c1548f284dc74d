const FIRST_MS = 500;
const LONGEST_MS = 30_000;
const RATE_LIMITED_MS = 10_000;

/** Why the connection must not be tried again by itself. */
export type StopReason = 'signed-out' | 'rejected';

export type AfterClose = { readonly stop: StopReason } | { readonly waitMs: number };

/** A random delay in [0, min(30 s, 0.5 s · 2ⁿ)]: spread, so that a thousand clients do not come back at once. */
export const backoff = (attempt: number, random: number): number =>
  random * Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);

/** What a closing code asks of the client. `toldMs` is the `retryAfterMs` of the last error, if any. */
export function afterClose(
  code: number,
  attempt: number,
  random: number,
  toldMs: number | undefined,
): AfterClose {
  switch (code) {
    case 4400:
      return { stop: 'rejected' };
    case 4401:
      return { stop: 'signed-out' };
    case 4429:
      return { waitMs: (toldMs ?? RATE_LIMITED_MS) + backoff(attempt, random) };
    case 1012:
      return { waitMs: toldMs === undefined ? backoff(attempt, random) : random * toldMs };
    case 1013:
      return { waitMs: (toldMs ?? 0) + backoff(attempt + 1, random) };
    default:
      return { waitMs: backoff(attempt, random) };
  }
}
