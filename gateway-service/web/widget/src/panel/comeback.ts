import type { PageOptions } from '../settings';
import type { Kept } from './memory';

/** What a link comes to: a conversation, or the code of what is wrong with it. */
export type Comeback = { readonly kept: Kept } | { readonly problem: string };

/** Trades the secret of a mail's link for a token of this browser's own. */
export async function comeBack({ url, secret }: PageOptions): Promise<Comeback> {
  const answer = await fetch(`${url}/api/v1/guests/answers/open`, {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret }),
  });
  if (answer.ok) return { kept: (await answer.json()) as Kept };
  // Whether it was used, is too old or was cut off: the next mail brings another.
  return { problem: answer.status === 410 || answer.status === 404 ? 'link-used' : 'unreachable' };
}
