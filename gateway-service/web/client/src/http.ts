import { Problem, problemOf, unreachable } from './problem';

export interface HttpOptions {
  /** Origin (and prefix) of the gateway, without `/api/v1`. Empty: the page's own origin. */
  readonly baseUrl?: string;
  /** The bearer token of this moment; none means the session cookie, if there is one. */
  readonly token?: () => string | undefined;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Http {
  /** Answers the JSON body, or undefined for an empty one; fails with [Problem] only. */
  request<T>(method: string, path: string, body?: unknown, query?: Query): Promise<T>;
  url(path: string, query?: Query): string;
  token(): string | undefined;
}

export function createHttp(options: HttpOptions = {}): Http {
  const token = options.token ?? (() => undefined);

  function url(path: string, query: Query = {}): string {
    const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
    const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
    return `${options.baseUrl ?? ''}/api/v1${path}${given.length ? `?${search}` : ''}`;
  }

  async function request<T>(method: string, path: string, body?: unknown, query?: Query): Promise<T> {
    const bearer = token();
    const response = await (options.fetch ?? fetch)(url(path, query), {
      method,
      credentials: bearer || options.baseUrl ? 'omit' : 'same-origin',
      headers: {
        Accept: 'application/json, application/problem+json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(options.timeoutMs ?? 12_000),
    }).catch((cause: unknown) => {
      throw unreachable(cause instanceof Error ? cause.message : String(cause));
    });
    if (!response.ok) throw await problemOf(response);
    if (response.status === 204) return undefined as T;
    return response.json().catch(() => {
      throw new Problem('bad-answer', 'The answer was not JSON', { status: response.status });
    }) as Promise<T>;
  }

  return { request, url, token };
}
