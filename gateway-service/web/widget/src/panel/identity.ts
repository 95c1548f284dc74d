/** Who the page says its visitor is. */
import type { Guest, Room } from '@parlor/client';
import type { Shell } from '../settings';
import type { Kept } from './memory';
import type { Visit } from './visit';

interface Known {
  readonly guest: Guest;
  /** None where the one that came with the request still counts. */
  readonly token?: string;
  readonly room?: Room;
}

/** Goes on as the one whom the page's server has signed for. What it refuses, the visitor and the page hear. */
export async function identify(visit: Visit, shell: Shell): Promise<void> {
  const { user } = shell.told;
  let sub: string | undefined;
  try {
    const identity = typeof user === 'function' ? await user() : (user ?? '');
    sub = subjectOf(identity);
    if (visit.memory.kept()?.sub !== sub) await forgetAnother(visit);
    else await goOn(visit);
    await recognize(visit, shell, identity, sub);
  } catch (cause) {
    if (shell.told.user === user) await refused(visit, shell, cause, sub);
  }
}

async function recognize(visit: Visit, shell: Shell, identity: string, sub: string): Promise<void> {
  const { user } = shell.told;
  const kept = visit.memory.kept();
  visit.token = kept?.token;
  const known = await visit.http.request<Known>('POST', '/guests/identity', { identity });
  if (shell.told.user !== user) return;
  const token = known.token ?? kept?.token ?? '';
  const guest = { id: known.guest.id, name: known.guest.name };
  const entered = (room: Room) => visit.enter({ token, guest, room: room.id, sub });
  // A conversation before this one was another guest's: it stays with whoever answers it.
  if (kept && kept.guest.id !== guest.id) await visit.reset();
  visit.token = token;
  visit.starter = () => begin(visit, shell, entered);
  await show(visit, known, { token, guest, room: known.room?.id ?? '', sub });
  shell.emit('identity', { known: true });
}

/** The conversation, again only if it is another one; where there is none, the way to one. */
async function show(visit: Visit, { guest, room }: Known, kept: Kept): Promise<void> {
  const before = visit.memory.kept();
  if (!room) visit.show('welcome');
  else if (visit.live && before?.token === kept.token && before.room === room.id) visit.memory.keep(kept);
  else await visit.enter(kept);
  visit.change({ guest, ...(room && { room }) });
}

/** No form: who it is, is known. */
async function begin(visit: Visit, shell: Shell, entered: (room: Room) => Promise<void>): Promise<void> {
  visit.change({ view: 'conversation', problem: undefined });
  try {
    const page = location.href.split('#')[0];
    const { guest, room } = await visit.http.request<Required<Known>>('POST', '/guests/me/rooms', { page });
    await entered(room);
    visit.change({ guest, room });
  } catch (cause) {
    if (codeOf(cause) === 'unknown-token') return identify(visit, shell);
    visit.change({ view: 'welcome', problem: codeOf(cause) });
  }
}

/** Whoever was here before with a name of the page is not shown to anybody else. */
async function forgetAnother(visit: Visit): Promise<void> {
  if (visit.memory.kept()?.sub || visit.starter) await visit.reset();
}

async function goOn(visit: Visit): Promise<void> {
  const kept = visit.memory.kept();
  if (kept && !visit.live) await visit.enter(kept);
}

/** Nothing is lost: what went on before goes on, unless it may be somebody else's. */
async function refused(visit: Visit, shell: Shell, cause: unknown, sub: string | undefined): Promise<void> {
  const code = codeOf(cause);
  const was = visit.memory.kept()?.sub;
  const unproven = /^(identity-|invalid$|other$)/.test(code);
  if (!unproven || sub === undefined) visit.starter = () => identify(visit, shell);
  if (was === undefined || was === sub) await goOn(visit);
  if (!visit.live) visit.show('welcome');
  // Somebody who is known already need not hear that a newer token was no better.
  if (!visit.live || was === undefined) visit.failed(unproven ? 'identity' : code);
  shell.emit('identity', { known: false, code });
}

function codeOf(cause: unknown): string {
  const { code } = cause as { code?: unknown };
  return typeof code === 'string' ? code : 'other';
}

/** As it stands in the token. Only to compare: what is believed of it, the server decides. */
function subjectOf(identity: string): string {
  const payload = (identity.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(payload), (char) => char.charCodeAt(0));
  const { sub } = JSON.parse(new TextDecoder().decode(bytes)) as { sub?: unknown };
  if (typeof sub !== 'string') throw new Error('sub: none (expected: a text)');
  return sub;
}
