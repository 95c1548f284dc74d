import {
  standardPersonal,
  type Account,
  type ApiKey,
  type Attachment,
  type Entry,
  type Erasure,
  type GracePeriod,
  type IdentitySettings,
  type IssuedLink,
  type KeptGuest,
  type LinkPatterns,
  type Notice,
  type PersonalSettings,
  type QueueNumbers,
  type RecordLink,
  type Retention,
  type Role,
  type Room,
  type RoomStatus,
  type Summary,
  type Visibility,
  type Visitor,
  type Webhook,
  type WebhookDelivery,
  type Who,
} from '@parlor/client';
import { keptGuests } from './guests';
import { usualReplies } from './replies';
import { usualRules } from './routing';
import { usualTags } from './tags';
import { standardSettings } from './widget-settings';

const MINUTE = 60_000;

export const ada: Account = {
  id: 'a_ada',
  name: 'Ada Lindqvist',
  email: 'ada@parlor.local',
  roles: ['administrator'],
};
export const colleagues: Account[] = [
  ada,
  { id: 'a_bo', name: 'Bo Ferreira', email: 'bo@parlor.local', roles: ['agent'] },
  { id: 'a_chi', name: 'Chidi Okafor', email: 'chidi@parlor.local', roles: ['supervisor'] },
  { id: 'a_dana', name: 'دانا الخطيب', email: 'dana@parlor.local', roles: ['agent'] },
  { id: 'a_eli', name: 'Eli Novak', email: 'eli@parlor.local', roles: ['agent'], disabled: true },
];

export type FakeRoom = Room & { unread: number; entries: Entry[] };
type Draft<T> = T extends Entry ? Omit<T, 'room' | 'epoch' | 'seq' | 'id' | 'at'> : never;

/** Rooms with a past, that a test can go on with. Time stands still while it is told, at `now`. */
export class World {
  readonly rooms = new Map<string, FakeRoom>();
  readonly presence = new Map<string, string>([
    ['a_ada', 'online'],
    ['a_bo', 'busy'],
    ['a_chi', 'away'],
  ]);
  readonly accounts = [...colleagues];
  widget = standardSettings;
  personal: PersonalSettings = standardPersonal;

  readonly oneTimeLinks: IssuedLink[] = [];
  /** Whether e-mail is sent here. */
  mail = false;
  /** The rooms that were sent by e-mail. */
  readonly transcripts: string[] = [];
  /** Who asked for a link to a new password. */
  readonly askedFor: string[] = [];
  readonly apiKeys: ApiKey[] = [];
  /** What is known of guests besides, by guest. */
  readonly visitors = new Map<string, Partial<Visitor>>();
  visitorsAway = false;
  identity: IdentitySettings = { required: false, keys: [] };
  readonly webhooks: Webhook[] = [];
  /** Of whichever webhook, the newest first. */
  readonly deliveries: WebhookDelivery[] = [];
  /** Secrets that were told. */
  readonly secrets: string[] = [];
  replies = usualReplies;
  guests: readonly KeptGuest[] = keptGuests();
  erasures: readonly Erasure[] = [];
  /** How long things are kept, and how many conversations with guests are older than any number of days. */
  retention: Retention = { group: 365 };
  oldConversations = 0;
  tags = usualTags;
  routing = usualRules;
  grace: GracePeriod = { seconds: 15 };
  visibility: Visibility = { agents: 'all' };
  /** Agents' own, by account. */
  readonly capacities = new Map<string, number | undefined>();
  /** Whether nothing has ended yet, as reports see it. */
  quiet = false;
  /** Links to the CRM, by room. */
  readonly links = new Map<string, RecordLink[]>([
    ['r_maya', [{ kind: 'customer', id: 'C-1042', label: 'Thompson household' }]],
  ]);
  /** What became of conversations, by room. */
  readonly summaries = new Map<string, Summary[]>();
  linkPatterns: LinkPatterns = { customer: 'https://crm.example/customers/{id}' };

  constructor(readonly now: () => number = Date.now) {}

  issue(purpose: 'invitation' | 'reset', email: string, roles: readonly Role[]): IssuedLink {
    const number = this.oneTimeLinks.length + 1;
    const [createdAt, expiresAt] = [this.ago(0), this.ago(-7 * 24 * 60)];
    const link = { id: `l_${number}`, purpose, email, roles, createdAt, expiresAt };
    const issued = { link, token: `pl_${String(number).repeat(43)}`, mailed: this.mail };
    this.oneTimeLinks.unshift(issued);
    return issued;
  }

  ago(minutes: number): string {
    return new Date(this.now() - minutes * MINUTE).toISOString();
  }

  room(id: string, fields: Partial<FakeRoom> & { name: string; minutes?: number }): FakeRoom {
    const { minutes = 60, ...rest } = fields;
    const room: FakeRoom = {
      id,
      kind: 'guest',
      members: [],
      epoch: 1,
      head: 0,
      messages: 0,
      unread: 0,
      version: 1,
      createdAt: this.ago(minutes),
      updatedAt: this.ago(minutes),
      entries: [],
      ...rest,
    };
    this.rooms.set(id, room);
    return room;
  }

  /** The desk in numbers, of which only the wait is made up. */
  numbers(): QueueNumbers {
    const count = (status: RoomStatus) =>
      [...this.rooms.values()].filter((room) => room.status === status).length;
    return {
      at: this.ago(0),
      waiting: count('queued'),
      active: count('assigned'),
      closedToday: count('closed'),
      averageWaitMs: 134_000,
    };
  }

  /** A guest's room with its back room. */
  guestRoom(id: string, name: string, status: RoomStatus, minutes: number, assignee?: Account): FakeRoom {
    const guest = { id: `g_${id}`, name };
    this.room(`${id}_back`, { kind: 'backroom', name: 'Notes', minutes });
    return this.room(id, {
      name,
      status,
      guest,
      minutes,
      backroom: `${id}_back`,
      members: [
        { ...guest, kind: 'guest', role: 'guest' },
        ...(assignee
          ? [{ id: assignee.id, name: assignee.name, kind: 'account' as const, role: 'agent' as const }]
          : []),
      ],
      ...(assignee ? { assignee: { id: assignee.id, name: assignee.name } } : {}),
      ...(status === 'queued' ? { queuedAt: this.ago(minutes) } : {}),
    });
  }

  add(room: FakeRoom, entry: Draft<Entry>, at = this.ago(0), id = `m${room.head + 1}`): Entry {
    const seq = room.head + 1;
    const changed = room as { -readonly [K in keyof FakeRoom]: FakeRoom[K] };
    changed.head = seq;
    changed.updatedAt = at;
    const whole = { ...entry, room: room.id, epoch: room.epoch, seq, id, at } as Entry;
    if (whole.type === 'message.sent') {
      changed.messages = (room.messages ?? 0) + 1;
      changed.lastMessage = { seq, at, author: whole.author, text: whole.text };
      room.entries.push({ ...whole, ordinal: changed.messages });
    } else room.entries.push(whole);
    return room.entries[room.entries.length - 1] ?? whole;
  }

  say(
    room: FakeRoom,
    author: Who,
    text: string,
    minutes: number,
    more: { replyTo?: number; attachments?: Attachment[]; mentions?: string[] } = {},
  ) {
    return this.add(room, { type: 'message.sent', author, text, ...more }, this.ago(minutes));
  }

  notice(
    room: FakeRoom,
    author: Who,
    notice: Notice,
    minutes: number,
    member?: { id: string; name: string },
  ) {
    return this.add(
      room,
      { type: 'notice.posted', author, notice, ...(member ? { member } : {}) },
      this.ago(minutes),
    );
  }
}

export const who = ({ id, name }: { id: string; name: string }, kind: Who['kind'] = 'account'): Who => ({
  id,
  name,
  kind,
});
