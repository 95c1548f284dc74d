import { expect, vi } from 'vitest';
import { PATIENCE } from '../../testing/patience';
import { ADMINISTRATOR } from './stack';
import { type Answer, type Json, Rest, unique, Wire } from './wire';

/** Somebody with a token. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  readonly rest: Rest;
  /** A welcomed socket of theirs; all are hung up by {@link Cast.leave}. */
  connect(): Promise<Wire>;
}

export interface Employee extends Person {
  readonly email: string;
}

export interface Visitor extends Person {
  readonly room: string;
}

export const PASSWORD = 'a long password for tests';

/** The people of one test file, who all speak nothing but the protocol. */
export class Cast {
  readonly anyone: Rest;
  private readonly wires: Wire[] = [];
  private signedIn: Promise<Employee> | undefined;

  constructor(readonly url: string) {
    this.anyone = new Rest(url);
  }

  administrator(): Promise<Employee> {
    this.signedIn ??= this.signIn(ADMINISTRATOR.email, ADMINISTRATOR.password);
    return this.signedIn;
  }

  /** A new account, signed in. */
  async hire(name: string, ...roles: string[]): Promise<Employee> {
    const email = `${unique()}@example.org`;
    const { rest } = await this.administrator();
    const made = await rest.post('/accounts', { name, email, password: PASSWORD, roles });
    if (made.status !== 201) throw new Error(`no account: ${made.status} ${made.text}`);
    return this.signIn(email, PASSWORD);
  }

  async signIn(email: string, password: string): Promise<Employee> {
    const { status, text, body } = await this.anyone.post('/session', { email, password });
    if (status !== 200) throw new Error(`not signed in: ${status} ${text}`);
    return { ...this.person(body['account'] as Json, body.token), email };
  }

  /** A guest with a room of their own. */
  async visitor(name = 'Gus Visitor', more: Record<string, unknown> = {}): Promise<Visitor> {
    const { status, text, body } = await this.start({ name, email: 'gus@example.org', ...more });
    if (status !== 201) throw new Error(`no guest: ${status} ${text}`);
    return { ...this.person(body['guest'] as Json, body.token), room: (body['room'] as unknown as Json).id };
  }

  start(form: unknown): Promise<Answer> {
    return this.anyone.post('/guests', form);
  }

  /** A visitor whose conversation an agent has. */
  async conversation(agent: Person): Promise<Visitor> {
    const visitor = await this.visitor();
    const claimed = await agent.rest.post(`/rooms/${visitor.room}/claim`);
    if (claimed.status !== 200) throw new Error(`not claimed: ${claimed.status} ${claimed.text}`);
    await this.noticed(agent, visitor.room, 'assigned');
    return visitor;
  }

  /** A group with these members. */
  async group(founder: Person, ...members: Person[]): Promise<string> {
    const made = await founder.rest.post('/rooms', {
      kind: 'group',
      name: 'A group',
      members: members.map((member) => member.id),
    });
    if (made.status !== 201) throw new Error(`no group: ${made.status} ${made.text}`);
    await this.noticed(founder, made.body.id, 'created');
    return made.body.id;
  }

  /** Waits until what was done stands in the timeline: notices come by a way of their own, maybe after later messages. */
  async noticed(reader: Person, room: string, notice: string): Promise<void> {
    await vi.waitFor(async () => {
      const { entries } = (await reader.rest.get(`/rooms/${room}/timeline?after=0&limit=100`)).body;
      expect(entries).toContainEqual(expect.objectContaining({ type: 'notice.posted', notice }));
    }, PATIENCE);
  }

  /** Keeps a socket to hang it up at the end. */
  async keep(wire: Promise<Wire>): Promise<Wire> {
    const kept = await wire;
    this.wires.push(kept);
    return kept;
  }

  /** Hangs up every socket that is still open. */
  async leave(): Promise<void> {
    await Promise.all(this.wires.splice(0).map((wire) => wire.close()));
  }

  private person(self: Json, token: string): Person {
    return {
      id: self.id,
      name: self.name,
      token,
      rest: new Rest(this.url, token),
      connect: () => this.keep(Wire.hello(this.url, token)),
    };
  }
}
