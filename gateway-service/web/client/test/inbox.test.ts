import { describe, expect, it, vi } from 'vitest';
import { Inbox, Problem, type Room, type ServerFrame, type Session } from '../src';
import { PATIENCE } from '../../testing/patience';

const room = (id: string, over: Partial<Room> = {}): Room => ({
  id,
  kind: 'guest',
  name: id,
  members: [],
  epoch: 1,
  head: 1,
  messages: 1,
  unread: 0,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...over,
});

function desk(rooms: Room[]) {
  let listener: (frame: ServerFrame) => void = () => undefined;
  const session = {
    owner: 'a_me',
    onFrame: (one: typeof listener) => ((listener = one), () => undefined),
  } as unknown as Session;
  const api = {
    rooms: vi.fn(async () => ({ items: rooms })),
    room: vi.fn(async (id: string) => room(id, { name: 'asked' })),
  };
  const inbox = new Inbox(session, api);
  return { inbox, api, hear: (frame: ServerFrame) => listener(frame) };
}

const at = (minute: number) => `2026-01-01T00:${String(minute).padStart(2, '0')}:00.000Z`;
const ids = (inbox: Inbox) => inbox.getSnapshot().rooms.map(({ id }) => id);

describe('the inbox', () => {
  it('lists unread rooms first, then the newest activity', async () => {
    const { inbox } = desk([
      room('r_old', { updatedAt: at(1) }),
      room('r_new', { updatedAt: at(5) }),
      room('r_unread', { updatedAt: at(2), unread: 1 }),
    ]);
    await inbox.load();

    expect(ids(inbox)).toEqual(['r_unread', 'r_new', 'r_old']);
    expect(inbox.getSnapshot()).toMatchObject({ phase: 'ready', unread: 1, more: false });
  });

  it('counts unread as messages less those read', async () => {
    const { inbox, hear } = desk([room('r_1')]);
    await inbox.load();
    hear({ type: 'room.changed', room: { id: 'r_1', messages: 3, head: 4, updatedAt: at(3) } });
    expect(inbox.get('r_1')?.unread).toBe(2);
    hear({ type: 'message.read', room: 'r_1', member: 'a_other', seq: 4, ordinal: 3 });
    expect(inbox.get('r_1')?.unread).toBe(2);
    hear({ type: 'message.read', room: 'r_1', member: 'a_me', seq: 4, ordinal: 3 });
    expect(inbox.get('r_1')?.unread).toBe(0);
    hear({ type: 'message.read', room: 'r_1', member: 'a_me', seq: 1, ordinal: 1 });
    expect(inbox.get('r_1')?.unread).toBe(0);
  });

  const mentioned = (seq: number, over: object = {}): ServerFrame => ({
    type: 'mentioned',
    room: 'r_1',
    message: { seq, at: at(4), author: { id: 'a_bo', name: 'Bo', kind: 'account' }, text: '@me' },
    ...over,
  });

  it('marks where one is mentioned until that is read, each message once', async () => {
    const { inbox, hear } = desk([room('r_1', { mentioned: { newest: 3, unread: 1 } })]);
    await inbox.load();
    hear(mentioned(5));
    hear(mentioned(5));
    expect(inbox.get('r_1')?.mentioned).toEqual({ newest: 5, unread: 2 });
    hear({ type: 'message.read', room: 'r_1', member: 'a_me', seq: 4, ordinal: 4 });
    hear({ type: 'message.read', room: 'r_1', member: 'a_bo', seq: 5, ordinal: 5 });
    expect(inbox.get('r_1')?.mentioned?.unread).toBe(2);
    hear({ type: 'message.read', room: 'r_1', member: 'a_me', seq: 5, ordinal: 5 });

    expect(inbox.get('r_1')?.mentioned).toEqual({ newest: 5, unread: 0 });
  });

  it('marks a conversation for a note beside it, which is read in the back room', async () => {
    const { inbox, hear } = desk([room('r_1', { backroom: 'r_1b' })]);
    await inbox.load();
    hear(mentioned(2, { room: 'r_1b', frontroom: 'r_1' }));
    hear({ type: 'message.read', room: 'r_1', member: 'a_me', seq: 9, ordinal: 9 });
    expect(inbox.get('r_1')?.mentioned).toEqual({ newest: 2, unread: 1 });
    hear({ type: 'message.read', room: 'r_1b', member: 'a_me', seq: 2, ordinal: 2 });

    expect(inbox.get('r_1')?.mentioned?.unread).toBe(0);
  });

  it('keeps a mention that a list does not know yet, and one that was read, until it is connected anew', async () => {
    const listed = [room('r_1'), room('r_2', { mentioned: { newest: 3, unread: 1 } })];
    const { inbox, hear } = desk(listed);
    await inbox.load();
    hear(mentioned(5));
    hear({ type: 'message.read', room: 'r_2', member: 'a_me', seq: 3, ordinal: 3 });
    await inbox.load();
    expect(inbox.get('r_1')?.mentioned?.unread).toBe(1);
    expect(inbox.get('r_2')?.mentioned?.unread).toBe(0);
    hear({ type: 'welcome' } as ServerFrame);
    await vi.waitFor(() => expect(inbox.get('r_1')?.mentioned).toBeUndefined(), PATIENCE);
  });

  it('asks for a room it only knows by a mention', async () => {
    const { inbox, api, hear } = desk([]);
    await inbox.load();
    hear(mentioned(2));
    await vi.waitFor(() => expect(inbox.get('r_1')?.name).toBe('asked'), PATIENCE);
    expect(api.room).toHaveBeenCalledTimes(1);
  });

  it('shows new rooms without being asked, and asks for those it has never heard of', async () => {
    const { inbox, api, hear } = desk([]);
    await inbox.load();
    hear({ type: 'room.created', room: room('r_1', { unread: 1 }) });
    hear({ type: 'room.changed', room: { id: 'r_2', head: 4 } });
    hear({ type: 'room.changed', room: { id: 'r_2', head: 5 } });
    await vi.waitFor(() => expect(inbox.get('r_2')?.name).toBe('asked'), PATIENCE);

    expect(api.room).toHaveBeenCalledTimes(1);
    expect(ids(inbox)).toContain('r_1');
  });

  it('forgets the assignee when a whole view comes without one', async () => {
    const { inbox, hear } = desk([
      room('r_1', { status: 'assigned', assignee: { id: 'a_1', name: 'Ada' }, version: 3, head: 7 }),
    ]);
    await inbox.load();
    hear({ type: 'room.changed', room: { id: 'r_1', head: 8 } });
    expect(inbox.get('r_1')?.assignee?.name).toBe('Ada');
    hear({ type: 'room.changed', room: room('r_1', { status: 'queued', version: 4, head: 2 }) });

    expect(inbox.get('r_1')).toMatchObject({ status: 'queued', head: 8 });
    expect(inbox.get('r_1')).not.toHaveProperty('assignee');
  });

  it('keeps the newer timeline and the newer state, whichever comes last', async () => {
    const { inbox, hear } = desk([room('r_1', { status: 'queued', version: 3, head: 2, messages: 2 })]);
    await inbox.load();
    const said = {
      seq: 3,
      at: at(3),
      author: { id: 'g_1', name: 'Gus', kind: 'guest' },
      text: 'Hello',
    } as const;
    hear({ type: 'room.changed', room: { id: 'r_1', head: 3, messages: 3, lastMessage: said } });
    await inbox.load();
    expect(inbox.get('r_1')).toMatchObject({ status: 'queued', head: 3, messages: 3, lastMessage: said });
    hear({ type: 'room.changed', room: room('r_1', { status: 'closed', version: 5, head: 3 }) });
    inbox.add([room('r_1', { status: 'assigned', version: 4, head: 4, messages: 4 })]);
    expect(inbox.get('r_1')).toMatchObject({ status: 'closed', version: 5, head: 4, messages: 4 });
    inbox.add([room('r_1', { status: 'closed', version: 6, epoch: 2, head: 1, messages: 1 })]);

    expect(inbox.get('r_1')).toMatchObject({ epoch: 2, head: 1, messages: 1 });
  });

  it('loses a room at once, and shows it again when it is told anew', async () => {
    const { inbox, api, hear } = desk([room('r_1', { mentioned: { newest: 3, unread: 1 } }), room('r_2')]);
    await inbox.load();
    hear({ type: 'room.left', room: 'r_1' });
    hear({ type: 'room.left', room: 'r_2', ref: '7' });
    expect(ids(inbox)).toEqual(['r_2']);
    expect(api.room).not.toHaveBeenCalled();
    api.room.mockResolvedValueOnce(room('r_1', { messages: 2, unread: 1 }));
    hear({ type: 'room.changed', room: room('r_1') });

    await vi.waitFor(() => expect(inbox.get('r_1')?.unread).toBe(1), PATIENCE);
    expect(inbox.get('r_1')?.mentioned).toBeUndefined();
  });

  it('is not given a lost room back by an answer from before', async () => {
    const { inbox, api, hear } = desk([room('r_1')]);
    await inbox.load();
    api.room.mockRejectedValueOnce(new Problem('not-a-member', 'No', { status: 403 }));
    hear({ type: 'room.left', room: 'r_1' });
    inbox.add([room('r_1')]);
    expect(ids(inbox)).toEqual([]);
    await vi.waitFor(() => expect(api.room).toHaveBeenCalledTimes(1), PATIENCE);

    let answer: (found: Room) => void = () => undefined;
    api.room.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    hear({ type: 'room.changed', room: { id: 'r_2', head: 1 } });
    hear({ type: 'room.left', room: 'r_2' });
    answer(room('r_2'));
    await Promise.resolve();

    expect(ids(inbox)).toEqual([]);
  });

  it('loses a room that is refused when asked for, and keeps it when there is no answer', async () => {
    const { inbox, api } = desk([room('r_1'), room('r_2')]);
    await inbox.load();
    api.room.mockRejectedValueOnce(new Problem('not-a-member', 'No', { status: 403 }));
    api.room.mockRejectedValueOnce(new Problem('unreachable', 'No'));
    inbox.refresh('r_1');
    inbox.refresh('r_2');

    await vi.waitFor(() => expect(ids(inbox)).toEqual(['r_2']), PATIENCE);
  });

  it('asks for few of many rooms at once', async () => {
    const { inbox, api, hear } = desk([]);
    await inbox.load();
    const answers: (() => void)[] = [];
    api.room.mockImplementation((id) => new Promise((resolve) => answers.push(() => resolve(room(id)))));
    for (let i = 0; i < 9; i++) hear({ type: 'room.changed', room: { id: `r_${i}`, head: 1 } });
    expect(answers).toHaveLength(4);
    while (answers.length > 0) {
      answers.splice(0).forEach((answer) => answer());
      await new Promise((next) => setTimeout(next));
      expect(answers.length).toBeLessThanOrEqual(4);
    }

    expect(ids(inbox)).toHaveLength(9);
  });

  it('is not taken back by news that are late', async () => {
    const { inbox, hear } = desk([room('r_1', { status: 'closed', version: 5, head: 3 })]);
    await inbox.load();
    hear({ type: 'room.changed', room: room('r_1', { status: 'open', version: 4, head: 2 }) });
    expect(inbox.get('r_1')?.status).toBe('closed');
  });

  it('keeps the same object for a room that did not change', async () => {
    const { inbox, hear } = desk([room('r_1'), room('r_2')]);
    await inbox.load();
    const before = inbox.get('r_2');
    hear({ type: 'room.changed', room: { id: 'r_1', messages: 2 } });

    expect(inbox.getSnapshot().rooms.find(({ id }) => id === 'r_2')).toBe(before);
  });

  it('says so when it could not be read', async () => {
    const { inbox, api } = desk([]);
    api.rooms.mockRejectedValueOnce(new Error('down'));
    await inbox.load();
    expect(inbox.getSnapshot().phase).toBe('failed');
  });
});
