import type { Http } from './http';
import type { Availability, Named, Room, Who } from './protocol';

const path = encodeURIComponent;

/** A text that is sent again and again; `{{guest.name}}` and the like are filled in by whoever writes it. */
export interface QuickReply {
  readonly id: string;
  /** Everybody at the desk has it; one's own otherwise. */
  readonly shared: boolean;
  /** What is typed after the slash, in lower case. */
  readonly shortcut: string;
  readonly title: string;
  readonly body: string;
  readonly version: number;
  readonly updatedAt: string;
}

export type ReplyWords = Pick<QuickReply, 'shortcut' | 'title' | 'body'>;

export const LINK_KINDS = ['customer', 'lead', 'contact', 'opportunity'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** A record of the CRM that a guest's room has to do with. */
export interface RecordLink {
  readonly kind: LinkKind;
  readonly id: string;
  readonly label: string;
  /** Where it is found; absent while no pattern is set for its kind. */
  readonly url?: string;
}

/** Addresses with `{id}` in them, for the kinds that have one. */
export type LinkPatterns = Readonly<Partial<Record<LinkKind, string>>>;

/** What became of a conversation from its beginning, or from when it was reopened, to its end. */
export interface Summary {
  readonly outcome: 'resolved' | 'closed';
  readonly beganAt: string;
  readonly endedAt: string;
  readonly endedBy: Who;
  /** Who had it then; missing when nobody did. */
  readonly agent?: Named;
  readonly messages: { readonly guest: number; readonly agent: number; readonly bot: number };
  /** How long the first message waited for a person; missing when no person answered. */
  readonly firstResponseMs?: number;
  /** The most telling first. */
  readonly topics: readonly string[];
}

export const TAG_COLORS = [
  'gray',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
] as const;

/** What agents sort conversations by. */
export interface Tag {
  readonly id: string;
  readonly name: string;
  readonly color: (typeof TAG_COLORS)[number];
}

export type TagWords = Pick<Tag, 'name' | 'color'>;

/** How long something took, for many. */
export interface Spread {
  readonly median: number;
  readonly p90: number;
}

/** What was measured of a period, a day or an agent; times of which there are none are missing. */
export interface ReportLine {
  /** The day or the agent's id; empty for the whole period. */
  readonly key: string;
  readonly name?: string;
  readonly conversations: number;
  readonly firstResponse?: Spread;
  readonly resolution?: Spread;
  readonly taken: number;
  readonly waiting?: Spread;
  readonly ratings: number;
  readonly score?: number;
}

export interface Report {
  readonly total: ReportLine;
  readonly days: readonly ReportLine[];
  readonly agents: readonly ReportLine[];
}

export const ROUTING_POLICIES = ['manual', 'round-robin', 'least-busy'] as const;

/** Who gets the next guest; how many conversations an agent is given at most. */
export interface RoutingRules {
  readonly policy: (typeof ROUTING_POLICIES)[number];
  readonly capacity: number;
}

/** An agent, and what it has in hand that is not put aside. */
export interface RoutingAgent extends Named {
  readonly status: Availability;
  readonly active: number;
  /** Its own; missing while it has that of the others. */
  readonly capacity?: number;
}

export interface Routing extends RoutingRules {
  readonly agents: readonly RoutingAgent[];
}

/** How long somebody stays after the last connection has gone. */
export interface GracePeriod {
  readonly seconds: number;
}

export const VISIBILITIES = ['all', 'own'] as const;

/** What agents see of the conversations with guests: all, or their own and those nobody has taken. */
export interface Visibility {
  readonly agents: (typeof VISIBILITIES)[number];
}

/** Quick replies, links to the CRM, summaries, tags, reports, routing and what agents see. */
export const deskApi = (http: Http) => ({
  replies: () => http.request<{ items: readonly QuickReply[] }>('GET', '/replies'),
  addReply: (reply: ReplyWords & { shared: boolean }) => http.request<QuickReply>('POST', '/replies', reply),
  changeReply: (id: string, reply: ReplyWords & { version: number }) =>
    http.request<QuickReply>('PUT', `/replies/${path(id)}`, reply),
  deleteReply: (id: string) => http.request<undefined>('DELETE', `/replies/${path(id)}`),
  links: (room: string) =>
    http.request<{ items: readonly RecordLink[] }>('GET', `/rooms/${path(room)}/links`),
  putLink: (room: string, kind: LinkKind, link: { id: string; label?: string }) =>
    http.request<RecordLink>('PUT', `/rooms/${path(room)}/links/${kind}`, link),
  clearLink: (room: string, kind: LinkKind) =>
    http.request<undefined>('DELETE', `/rooms/${path(room)}/links/${kind}`),
  summaries: (room: string) =>
    http.request<{ items: readonly Summary[] }>('GET', `/rooms/${path(room)}/summaries`),
  tags: () => http.request<{ items: readonly Tag[] }>('GET', '/tags'),
  addTag: (tag: TagWords) => http.request<Tag>('POST', '/tags', tag),
  changeTag: (id: string, tag: TagWords) => http.request<Tag>('PUT', `/tags/${path(id)}`, tag),
  deleteTag: (id: string) => http.request<undefined>('DELETE', `/tags/${path(id)}`),
  putTag: (room: string, tag: string) => http.request<Room>('PUT', `/rooms/${path(room)}/tags/${path(tag)}`),
  takeOffTag: (room: string, tag: string) =>
    http.request<Room>('DELETE', `/rooms/${path(room)}/tags/${path(tag)}`),
  report: (period: { from: string; to: string; zone: string }) =>
    http.request<Report>('GET', '/reports', undefined, period),
  linkPatterns: () => http.request<LinkPatterns>('GET', '/link-patterns'),
  saveLinkPatterns: (patterns: LinkPatterns) => http.request<LinkPatterns>('PUT', '/link-patterns', patterns),
  routing: () => http.request<Routing>('GET', '/routing'),
  saveRouting: (rules: RoutingRules) => http.request<Routing>('PUT', '/routing', rules),
  /** Without a capacity the agent has that of the others. */
  saveCapacity: (agent: string, capacity: number | undefined) =>
    http.request<Routing>('PUT', `/routing/agents/${path(agent)}`, { capacity }),
  grace: () => http.request<GracePeriod>('GET', '/presence/grace'),
  saveGrace: (grace: GracePeriod) => http.request<GracePeriod>('PUT', '/presence/grace', grace),
  visibility: () => http.request<Visibility>('GET', '/visibility'),
  saveVisibility: (visibility: Visibility) => http.request<Visibility>('PUT', '/visibility', visibility),
});
