import { keyApi } from './api-keys';
import { deskApi } from './desk-tools';
import { rightsApi } from './guests';
import type { Http } from './http';
import { identityApi } from './identity-keys';
import type {
  Attachment,
  Availability,
  MessageSent,
  Page,
  PersonalSettings,
  QueueNumbers,
  Role,
  Room,
  RoomKind,
  RoomStatus,
  TimelinePage,
} from './protocol';
import { retentionApi } from './retention';
import { searchApi } from './search';
import { visitorApi } from './visitor';
import { webhookApi } from './webhooks';
import type { WidgetSettings } from './widget-settings';

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly disabled?: boolean;
}

export interface SignedIn {
  readonly account: Account;
  readonly token: string;
  readonly expiresAt: string;
}

export interface RoomQuery {
  readonly kind?: RoomKind | undefined;
  readonly status?: RoomStatus | undefined;
  readonly assignee?: string | undefined;
  readonly unread?: boolean | undefined;
  /** Only rooms in which one is mentioned; `unread` are then those with mentions one has not read. */
  readonly mentioned?: boolean | undefined;
  readonly tag?: string | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export interface TimelineQuery {
  readonly after?: number | undefined;
  readonly before?: number | undefined;
  readonly limit?: number | undefined;
}

export interface NewMessage {
  readonly text: string;
  readonly replyTo?: number;
  readonly attachments?: readonly Attachment[];
  /** The accounts it mentions. */
  readonly mentions?: readonly string[];
}

const path = encodeURIComponent;

/** What every member may ask for. */
export const roomApi = (http: Http) => ({
  rooms: (query: RoomQuery = {}) => http.request<Page<Room>>('GET', '/rooms', undefined, { ...query }),
  room: (room: string) => http.request<Room>('GET', `/rooms/${path(room)}`),
  timeline: (room: string, query: TimelineQuery = {}) =>
    http.request<TimelinePage>('GET', `/rooms/${path(room)}/timeline`, undefined, { ...query }),
  handoff: (room: string) => http.request<Room>('POST', `/rooms/${path(room)}/handoff`),
  close: (room: string) => http.request<Room>('POST', `/rooms/${path(room)}/close`),
  end: (room: string) => http.request<Room>('POST', `/rooms/${path(room)}/end`),
  send: (room: string, id: string, message: NewMessage) =>
    http.request<MessageSent>('PUT', `/rooms/${path(room)}/messages/${path(id)}`, message),
});

export interface PresenceView {
  readonly member: string;
  readonly status: Availability;
  readonly lastSeen?: string;
}

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly roles: readonly Role[];
}

/** A link that works once: to a new account, or to a new password. */
export interface OneTimeLink {
  readonly id: string;
  readonly purpose: 'invitation' | 'reset';
  readonly email: string;
  readonly name?: string;
  readonly roles: readonly Role[];
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** A link that was just made. The token is told this once. */
export interface IssuedLink {
  readonly link: OneTimeLink;
  readonly token: string;
  /** Whether it is also sent to the person by e-mail. */
  readonly mailed: boolean;
}

export type OpenedLink = Pick<OneTimeLink, 'purpose' | 'email' | 'name' | 'expiresAt'>;

/** For whoever was given a link, or wants one. */
export const linkApi = (http: Http) => ({
  /** What somebody who forgot the password can do: ask for a link by e-mail, or nothing. */
  whenForgotten: () => http.request<{ mail: boolean }>('GET', '/links/forgotten'),
  /** Asks for a link to a new password. The answer does not tell whether there is such an account. */
  forgotten: (email: string) => http.request<undefined>('POST', '/links/forgotten', { email }),
  openLink: (token: string) => http.request<OpenedLink>('POST', '/links/open', { token }),
  useLink: (use: { token: string; name?: string; password: string }) =>
    http.request<{ account: Account }>('POST', '/links/use', use),
});

/** What leads out of a conversation by e-mail. */
export const transcriptApi = (http: Http) => ({
  /** Sends the conversation to the address its guest gave. `zone` and `language` are those the mail is written in. */
  sendTranscript: (room: string, zone: string, language: string) =>
    http.request<undefined>('POST', '/guests/transcripts', { room, zone, language }),
});

/** What administrators may ask for besides. */
export const peopleApi = (http: Http) => ({
  createAccount: (account: NewAccount) => http.request<{ account: Account }>('POST', '/accounts', account),
  disableAccount: (account: string) =>
    http.request<{ account: Account }>('POST', `/accounts/${path(account)}/disable`),
  enableAccount: (account: string) =>
    http.request<{ account: Account }>('POST', `/accounts/${path(account)}/enable`),
  grantRoles: (account: string, roles: readonly Role[]) =>
    http.request<{ account: Account }>('PUT', `/accounts/${path(account)}/roles`, { roles }),
  resetPassword: (account: string) => http.request<IssuedLink>('POST', `/accounts/${path(account)}/reset`),
  invitations: () => http.request<{ items: readonly OneTimeLink[] }>('GET', '/invitations'),
  invite: (person: { email: string; name?: string | undefined; roles: readonly Role[] }) =>
    http.request<IssuedLink>('POST', '/invitations', person),
  revokeInvitation: (link: string) => http.request<undefined>('DELETE', `/invitations/${path(link)}`),
});

/** What staff may ask for besides. */
export const staffApi = (http: Http) => ({
  ...roomApi(http),
  ...linkApi(http),
  ...peopleApi(http),
  ...rightsApi(http),
  ...retentionApi(http),
  ...keyApi(http),
  ...identityApi(http),
  ...webhookApi(http),
  ...deskApi(http),
  ...searchApi(http),
  ...transcriptApi(http),
  ...visitorApi(http),
  signIn: (email: string, password: string) =>
    http.request<SignedIn>('POST', '/session', { email, password }),
  session: () => http.request<{ account: Account }>('GET', '/session'),
  signOut: () => http.request<undefined>('DELETE', '/session'),
  accounts: (query: { q?: string; cursor?: string; limit?: number } = {}) =>
    http.request<Page<Account>>('GET', '/accounts', undefined, query),
  personalSettings: () => http.request<PersonalSettings>('GET', '/accounts/me/settings'),
  savePersonalSettings: (settings: PersonalSettings) =>
    http.request<PersonalSettings>('PUT', '/accounts/me/settings', settings),
  /** What visitors are shown of the brand. */
  brand: () => http.request<{ brand: { name: string } }>('GET', '/widget'),
  widgetSettings: () => http.request<WidgetSettings>('GET', '/settings/widget'),
  saveWidgetSettings: (settings: WidgetSettings) =>
    http.request<WidgetSettings>('PUT', '/settings/widget', settings),
  createRoom: (room: { kind: RoomKind; name?: string; members: readonly string[] }) =>
    http.request<Room>('POST', '/rooms', room),
  queue: () => http.request<QueueNumbers>('GET', '/queue'),
  claim: (room: string) => http.request<Room>('POST', `/rooms/${path(room)}/claim`),
  transfer: (room: string, to?: string) =>
    http.request<Room>('POST', `/rooms/${path(room)}/transfer`, to ? { to } : {}),
  resolve: (room: string) => http.request<Room>('POST', `/rooms/${path(room)}/resolve`),
  snooze: (room: string, until: string) =>
    http.request<Room>('PUT', `/rooms/${path(room)}/snooze`, { until }),
  wake: (room: string) => http.request<Room>('DELETE', `/rooms/${path(room)}/snooze`),
  decline: (room: string) => http.request<Room>('POST', `/rooms/${path(room)}/end/decline`),
  reopen: (room: string) => http.request<Room>('POST', `/rooms/${path(room)}/reopen`),
  addMember: (room: string, account: string, role?: string) =>
    http.request<Room>('PUT', `/rooms/${path(room)}/members/${path(account)}`, role ? { role } : {}),
  removeMember: (room: string, account: string) =>
    http.request<undefined>('DELETE', `/rooms/${path(room)}/members/${path(account)}`),
  presence: (members: readonly string[]) =>
    http.request<{ items: readonly PresenceView[] }>('GET', '/presence', undefined, {
      members: members.join(','),
    }),
});

export interface Guest {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
}

export interface NewGuest {
  readonly name: string;
  /** Required unless the widget's settings say otherwise. */
  readonly email?: string;
  readonly phone?: string;
  readonly message?: string;
  readonly page?: string;
  /** In which the visitor is spoken to, as a language tag: mails speak it too. */
  readonly language?: string;
}

export interface GuestStarted {
  readonly guest: Guest;
  readonly token: string;
  readonly room: Room;
}

/** What a visitor may ask for. `W` is the widget's settings, which the client does not read. */
export const guestApi = <W>(http: Http) => ({
  ...roomApi(http),
  widget: () => http.request<W>('GET', '/widget'),
  startGuest: (guest: NewGuest) => http.request<GuestStarted>('POST', '/guests', guest),
  rate: (room: string, rating: { score: number; comment?: string }) =>
    http.request<Room>('PUT', `/rooms/${path(room)}/rating`, rating),
  me: () => http.request<{ guest: Guest; rooms: readonly Room[] }>('GET', '/guests/me'),
});

export type RoomApi = ReturnType<typeof roomApi>;
export type StaffApi = ReturnType<typeof staffApi>;
export type GuestApi<W> = ReturnType<typeof guestApi<W>>;
