import { describe, expect, it, vi } from 'vitest';
import { createHttp, guestApi, Problem, staffApi } from '../src';

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

function gateway(...answers: (Response | Error)[]) {
  const fetch = vi.fn(async (_url: string, _init: RequestInit) => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer ?? json(200, {});
  });
  const options = {
    baseUrl: 'http://parlor',
    token: () => 'pg_x',
    fetch: fetch as unknown as typeof globalThis.fetch,
  };
  return { fetch, http: createHttp(options) };
}

describe('the gateway over HTTP', () => {
  it('is asked with the bearer token and without cookies', async () => {
    const { fetch, http } = gateway(json(200, { items: [] }));
    await staffApi(http).rooms({ status: 'queued', unread: true, q: '', cursor: undefined });

    const [url, init] = fetch.mock.calls[0]!;
    expect(url).toBe('http://parlor/api/v1/rooms?status=queued&unread=true');
    expect(init).toMatchObject({ method: 'GET', credentials: 'omit' });
    expect(init.headers).toMatchObject({ Authorization: 'Bearer pg_x' });
  });

  it('refuses by name, with the errors of each field', async () => {
    const errors = [{ field: 'email', message: 'is not an address' }];
    const { http } = gateway(json(422, { code: 'invalid', title: 'Invalid', detail: 'Look again', errors }));

    const start = guestApi(http).startGuest({ name: 'Ada', email: 'x' });

    await expect(start).rejects.toMatchObject({
      code: 'invalid',
      status: 422,
      errors,
      message: 'Look again',
    });
  });

  it('names the winner of a conflict and how long to wait', async () => {
    const claimedBy = { id: 'a_1', name: 'Ada' };
    const { http } = gateway(
      json(409, { code: 'already-claimed', claimedBy }),
      json(429, { code: 'too-many' }, { 'Retry-After': '7' }),
    );

    await expect(staffApi(http).claim('r_1')).rejects.toMatchObject({ body: { claimedBy } });
    await expect(staffApi(http).claim('r_1')).rejects.toMatchObject({ retryAfterMs: 7000 });
  });

  it('tells nothing came back from something was refused', async () => {
    const { http } = gateway(new TypeError('Failed to fetch'), new Response('<html>', { status: 502 }));

    await expect(staffApi(http).session()).rejects.toBeInstanceOf(Problem);
    await expect(staffApi(http).session()).rejects.toMatchObject({ code: 'http-502', status: 502 });
  });

  it('answers nothing for 204 and escapes ids', async () => {
    const { fetch, http } = gateway(new Response(null, { status: 204 }));
    expect(await staffApi(http).removeMember('r/1', 'a?2')).toBeUndefined();
    expect(fetch.mock.calls[0]![0]).toBe('http://parlor/api/v1/rooms/r%2F1/members/a%3F2');
  });
});
