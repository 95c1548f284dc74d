/** What the page says of its visitor, in a chunk that is loaded where a page says something. */
import type { Shell, Told } from '../settings';
import { identify } from './identity';
import type { Visit } from './visit';

const following = new WeakSet<Visit>();

export async function hear(visit: Visit, shell: Shell, said: Told): Promise<void> {
  if (!following.has(visit)) visit.subscribe(() => void pass(visit, shell));
  following.add(visit);
  if (said.user) await identify(visit, shell);
  await pass(visit, shell);
}

/** Passes attributes on as soon as there is a conversation; what did not arrive goes with the next change. */
async function pass(visit: Visit, shell: Shell): Promise<void> {
  const { attributes } = shell.told;
  if (!visit.live || !attributes) return;
  shell.told.attributes = undefined;
  try {
    await visit.http.request('PUT', '/guests/me/attributes', { attributes });
    shell.emit('attributes', { known: true });
  } catch (cause) {
    const { code } = cause as { code?: string };
    const { attributes: since = {} } = shell.told;
    if (code === 'unreachable') shell.told.attributes = { ...attributes, ...since };
    else shell.emit('attributes', { known: false, code });
  }
}
