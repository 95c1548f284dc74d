export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export interface ProblemDetails {
  /** The HTTP status; 0 when nothing came back or the answer came over the socket. */
  readonly status?: number;
  readonly errors?: readonly FieldError[];
  readonly retryAfterMs?: number | undefined;
  /** The whole document: `claimedBy` and the like. */
  readonly body?: Readonly<Record<string, unknown>>;
}

/** A request that was refused (`code` says why, stable) or that nobody answered (`unreachable`). */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly errors: readonly FieldError[];
  readonly retryAfterMs: number | undefined;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(
    readonly code: string,
    message: string,
    details: ProblemDetails = {},
  ) {
    super(message);
    this.status = details.status ?? 0;
    this.errors = details.errors ?? [];
    this.retryAfterMs = details.retryAfterMs;
    this.body = details.body ?? {};
  }
}

/** Why something did not arrive at all, as opposed to being refused. */
export const unreachable = (detail: string): Problem => new Problem('unreachable', detail);

/** Whether it says that something does not exist, or not for whoever asks: trying again does not help. */
export const notThere = (problem: unknown): boolean =>
  problem instanceof Problem && (problem.status === 403 || problem.status === 404);

type Json = Record<string, unknown>;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Reads an RFC 9457 document, or makes the best of anything else. */
export async function problemOf(response: Response): Promise<Problem> {
  const body = await response.json().then(
    (value: unknown) => (value && typeof value === 'object' ? (value as Json) : {}),
    () => ({}) as Json,
  );
  const seconds = Number(response.headers.get('Retry-After') ?? NaN);
  return new Problem(
    text(body['code']) ?? `http-${response.status}`,
    text(body['detail']) ?? text(body['title']) ?? response.statusText,
    {
      status: response.status,
      errors: Array.isArray(body['errors']) ? (body['errors'] as FieldError[]) : [],
      retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : undefined,
      body,
    },
  );
}
