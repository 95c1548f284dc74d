import type { PersonalSettings, Role, Room, WidgetSettings } from '@parlor/client';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Files } from './files';
import { answerIdentity } from './identity';
import { answerKeys } from './keys';
import { answerLinks, answerPatterns } from './links';
import { answerGuests } from './guests';
import { answerReplies } from './replies';
import { answerGrace, answerRouting, answerVisibility } from './routing';
import { answerHold, answerRetention } from './retention';
import { answerSearch } from './search';
import { answerTags, tagRoom } from './tags';
import { reportOf } from './reports';
import type { Sockets } from './sockets';
import { answerVisitor } from './visitor';
import { answerWebhooks } from './webhooks';
import { ada, who, type FakeRoom, type World } from './world';

export function reply(response: ServerResponse, status: number, body?: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

export function refuse(response: ServerResponse, status: number, code: string, more: object = {}): void {
  const headers = {
    'Content-Type': 'application/problem+json',
    ...(status === 429 ? { 'Retry-After': '300' } : {}),
  };
  response.writeHead(status, headers);
  response.end(
    JSON.stringify({ type: `/problems/${code}`, title: code, status, detail: code, code, ...more }),
  );
}

/** The routes the console asks. */
export class Rest {
  signedIn = true;
  /** Answers to give instead of the usual, by `METHOD /path`. */
  readonly refusals = new Map<string, { status: number; code: string; more?: object }>();
  readonly files = new Files();
  /** While set, nothing is answered. */
  silent = false;

  constructor(
    private readonly world: World,
    private readonly sockets: Sockets,
  ) {}

  async answer(request: IncomingMessage, url: URL, response: ServerResponse): Promise<void> {
    if (this.silent) return;
    const path = url.pathname.slice('/api/v1'.length);
    const route = `${request.method} ${path}`;
    const refusal = this.refusals.get(route);
    const upload = path.includes('/attachments');
    const body = upload ? {} : await read(request);
    if (upload && this.signedIn) return this.files.answer(request, path, response);
    if (refusal) return refuse(response, refusal.status, refusal.code, refusal.more);
    if (path === '/session') return this.#session(request.method ?? '', response, body);
    if (path === '/links/forgotten') return this.#forgotten(request.method ?? '', response, body);
    if (path.startsWith('/links/')) return this.#link(path, response, body);
    if (!this.signedIn) return refuse(response, 401, 'unauthorized');
    if (path === '/guests/transcripts') return this.#transcript(response, body);
    const [, collection, id, ...verbs] = path.split('/');
    const verb = verbs.at(-1);
    if (collection === 'queue') return reply(response, 200, this.world.numbers());
    if (path === '/accounts/me/settings') return this.#personal(request.method ?? '', response, body);
    if (collection === 'accounts' && verb) return this.#person(id ?? '', verb, response, body);
    if (collection === 'invitations') return this.#invitations(request.method ?? '', id, response, body);
    if (collection === 'webhooks')
      return answerWebhooks(this.world, { method: request.method ?? '', id, verbs, body }, response);
    if (collection === 'api-keys')
      return answerKeys(
        this.world,
        { method: request.method ?? '', ...(id ? { id } : {}), rotate: verb === 'rotate', body },
        response,
      );
    if (collection === 'accounts') return this.#accounts(request.method ?? '', url, response, body);
    if (path.startsWith('/settings/identity'))
      return answerIdentity(this.world, request.method ?? '', verb, response, body);
    if (collection === 'settings') return this.#settings(request.method ?? '', response, body);
    if (collection === 'widget') return reply(response, 200, this.world.widget);
    if (collection === 'guests') return answerGuests(this.world, url, response, body);
    if (collection === 'link-patterns')
      return answerPatterns(this.world, request.method ?? '', response, body);
    if (collection === 'reports') {
      const day = (name: string) => url.searchParams.get(name) ?? '';
      return reply(response, 200, reportOf(day('from'), day('to'), this.world.quiet));
    }
    if (collection === 'routing')
      return answerRouting(this.world, { method: request.method ?? '', agent: verb, body }, response);
    if (collection === 'retention')
      return answerRetention(this.world, request.method ?? '', url, response, body);
    if (collection === 'tags') return answerTags(this.world, request.method ?? '', id, response, body);
    if (collection === 'replies') return answerReplies(this.world, request.method ?? '', id, response, body);
    if (collection === 'search' || verb === 'search') return answerSearch(this.world, id, url, response);
    if (path === '/presence/grace') return answerGrace(this.world, request.method ?? '', response, body);
    if (path === '/visibility') return answerVisibility(this.world, request.method ?? '', response, body);
    if (collection === 'presence') return this.#presence(url, response);
    if (collection === 'rooms' && !id && request.method === 'POST') return this.#create(response, body);
    if (collection === 'rooms' && !id) return this.#rooms(url, response);
    const room = this.world.rooms.get(id ?? '');
    if (!room) return refuse(response, 403, 'not-a-member');
    if (verb === 'visitor') return answerVisitor(this.world, room, response);
    if (verb === 'timeline') return this.#timeline(room, url, response);
    if (verb === 'summaries') return reply(response, 200, { items: this.world.summaries.get(room.id) ?? [] });
    if (verbs[0] === 'tags') {
      tagRoom(room, request.method ?? '', verb ?? '');
      this.sockets.changed(room);
      return reply(response, 200, view(room));
    }
    if (verbs[0] === 'holds') {
      if (!answerHold(room, request.method ?? '', verb, response)) return;
      this.sockets.changed(room);
      return reply(response, 200, view(room));
    }
    if (verbs[0] === 'links') {
      answerLinks(
        this.world,
        room,
        { method: request.method ?? '', kind: path.split('/')[4], body },
        response,
      );
      return request.method === 'GET' ? undefined : this.sockets.changed(room);
    }
    if (verb === 'snooze') {
      snooze(room, request.method === 'PUT' ? String(body['until']) : undefined);
      this.sockets.changed(room);
      return reply(response, 200, view(room));
    }
    if (verb) change(this.world, room, verb, body);
    if (verb) this.sockets.changed(room);
    return reply(response, 200, view(room));
  }

  #session(method: string, response: ServerResponse, body: Record<string, unknown>): void {
    if (method === 'DELETE') {
      this.signedIn = false;
      return reply(response, 204);
    }
    if (method === 'POST') {
      if (body['password'] !== 'correct horse battery') return refuse(response, 401, 'bad-credentials');
      this.signedIn = true;
    }
    if (!this.signedIn) return refuse(response, 401, 'unauthorized');
    reply(response, 200, { account: ada, token: 'ps_fake', expiresAt: new Date().toISOString() });
  }

  #accounts(method: string, url: URL, response: ServerResponse, body: Record<string, unknown>): void {
    if (method === 'POST') {
      const account = {
        ...(body as { name: string; email: string; roles: ['agent'] }),
        id: `a_${body['name']}`,
      };
      this.world.accounts.push(account);
      return reply(response, 201, { account });
    }
    const words = (url.searchParams.get('q') ?? '').toLowerCase();
    reply(response, 200, {
      items: this.world.accounts.filter(({ name }) => name.toLowerCase().includes(words)),
    });
  }

  #settings(method: string, response: ServerResponse, body: object): void {
    if (method === 'PUT') this.world.widget = body as WidgetSettings;
    reply(response, 200, this.world.widget);
  }

  #person(id: string, verb: string, response: ServerResponse, body: Record<string, unknown>): void {
    const at = this.world.accounts.findIndex((account) => account.id === id);
    const account = this.world.accounts[at];
    if (!account) return refuse(response, 404, 'unknown-account');
    if (verb === 'reset')
      return reply(response, 201, this.world.issue('reset', account.email, account.roles));
    const roles = verb === 'roles' ? (body['roles'] as Role[]) : account.roles;
    const changed = { ...account, roles, disabled: verb === 'disable' };
    this.world.accounts[at] = changed;
    reply(response, 200, { account: changed });
  }

  #invitations(
    method: string,
    id: string | undefined,
    response: ServerResponse,
    body: Record<string, unknown>,
  ): void {
    const { oneTimeLinks: links } = this.world;
    if (method === 'DELETE') {
      links.splice(0, links.length, ...links.filter(({ link }) => link.id !== id));
      return reply(response, 204);
    }
    if (method === 'POST') {
      const email = String(body['email']);
      links.splice(0, links.length, ...links.filter(({ link }) => link.email !== email));
      return reply(response, 201, this.world.issue('invitation', email, body['roles'] as Role[]));
    }
    const items = links.map(({ link }) => link).filter(({ purpose }) => purpose === 'invitation');
    reply(response, 200, { items });
  }

  #link(path: string, response: ServerResponse, body: Record<string, unknown>): void {
    const { oneTimeLinks: links } = this.world;
    const issued = links.find(({ token }) => token === body['token']);
    if (!issued) return refuse(response, 404, 'unknown-link');
    if (path === '/links/open') return reply(response, 200, issued.link);
    links.splice(links.indexOf(issued), 1);
    const account = { ...ada, email: issued.link.email, name: String(body['name'] ?? ada.name) };
    reply(response, 200, { account });
  }

  #transcript(response: ServerResponse, body: Record<string, unknown>): void {
    this.world.transcripts.push(String(body['room']));
    reply(response, 204);
  }

  #forgotten(method: string, response: ServerResponse, body: Record<string, unknown>): void {
    if (method === 'GET') return reply(response, 200, { mail: this.world.mail });
    this.world.askedFor.push(String(body['email']));
    reply(response, 204);
  }

  #personal(method: string, response: ServerResponse, body: Record<string, unknown>): void {
    if (method === 'PUT') {
      const current = this.world.personal;
      if (body['version'] !== current.version) return refuse(response, 409, 'settings-changed', { current });
      this.world.personal = { ...(body as unknown as PersonalSettings), version: current.version + 1 };
      this.sockets.tell({ type: 'personal.changed', settings: this.world.personal });
    }
    reply(response, 200, this.world.personal);
  }

  #presence(url: URL, response: ServerResponse): void {
    const members = (url.searchParams.get('members') ?? '').split(',');
    const items = members.map((member) => ({ member, status: this.world.presence.get(member) ?? 'offline' }));
    reply(response, 200, { items });
  }

  #rooms(url: URL, response: ServerResponse): void {
    const asked = Object.fromEntries(url.searchParams);
    const matches = [...this.world.rooms.values()].filter(
      (room) =>
        room.kind !== 'backroom' &&
        (!asked['mentioned'] || room.mentioned) &&
        (!asked['kind'] || room.kind === asked['kind']) &&
        (!asked['tag'] || room.tags?.includes(asked['tag'])) &&
        (!asked['status'] || room.status === asked['status']) &&
        (!asked['assignee'] ||
          (asked['assignee'] === 'me' ? room.assignee?.id === ada.id : !room.assignee)) &&
        (!asked['q'] ||
          JSON.stringify([room.name, room.lastMessage]).toLowerCase().includes(asked['q'].toLowerCase())),
    );
    const [from, limit] = [Number(asked['cursor'] ?? 0), Number(asked['limit'] ?? 50)];
    const items = matches.slice(from, from + limit).map(view);
    reply(response, 200, { items, ...(matches.length > from + limit ? { next: String(from + limit) } : {}) });
  }

  #timeline(room: FakeRoom, url: URL, response: ServerResponse): void {
    const before = Number(url.searchParams.get('before') ?? room.head + 1);
    const after = Number(url.searchParams.get('after') ?? 0);
    const limit = Number(url.searchParams.get('limit') ?? 50);
    const between = room.entries.filter(({ seq }) => seq < before && seq > after);
    const entries = after ? between.slice(0, limit) : between.slice(-limit);
    reply(response, 200, { epoch: room.epoch, head: room.head, entries });
  }

  #create(response: ServerResponse, body: Record<string, unknown>): void {
    const chosen = this.world.accounts.filter(({ id }) => (body['members'] as string[]).includes(id));
    const members = [ada, ...chosen].map(
      ({ id, name }) => ({ id, name, kind: 'account', role: 'member' }) as const,
    );
    const name = body['kind'] === 'direct' ? (chosen[0]?.name ?? '?') : String(body['name']);
    const room = this.world.room(`r_new${this.world.rooms.size}`, {
      kind: body['kind'] as 'group',
      name,
      members,
      minutes: 0,
    });
    reply(response, 201, view(room));
  }
}

function snooze(room: FakeRoom, until: string | undefined): void {
  Reflect.deleteProperty(room, 'snoozedUntil');
  Object.assign(room, { version: (room.version ?? 0) + 1, ...(until ? { snoozedUntil: until } : {}) });
}

function change(world: World, room: FakeRoom, verb: string, body: Record<string, unknown>): void {
  const set = (fields: Partial<FakeRoom>) =>
    Object.assign(room, fields, { version: (room.version ?? 0) + 1 });
  const guest = room.members.filter(({ kind }) => kind === 'guest');
  const give = ({ id, name }: { id: string; name: string }) =>
    set({
      status: 'assigned',
      assignee: { id, name },
      members: [...guest, { id, name, kind: 'account', role: 'agent' }],
    });
  Reflect.deleteProperty(room, 'endAskedAt');
  const colleague = world.accounts.find(({ id }) => id === body['to']);
  if (verb === 'claim') give(ada);
  else if (verb === 'transfer' && colleague) give(colleague);
  else if (verb === 'resolve') set({ status: 'resolved' });
  else if (verb === 'close') set({ status: 'closed' });
  else if (verb === 'decline') set({});
  else {
    set({ status: 'queued', queuedAt: world.ago(0), members: guest });
    Reflect.deleteProperty(room, 'assignee');
  }
  const notices = {
    claim: 'assigned',
    transfer: colleague ? 'transferred' : 'released',
    resolve: 'resolved',
    close: 'closed',
    decline: 'end-declined',
    reopen: 'reopened',
  } as const;
  world.notice(
    room,
    who(ada),
    notices[verb as keyof typeof notices],
    0,
    colleague ?? (verb === 'claim' ? ada : undefined),
  );
}

export const view = ({ entries: _, ...room }: FakeRoom): Room => room;

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text ? (JSON.parse(text) as Record<string, unknown>) : {};
}
