import { expect } from 'vitest';
import type { Cast, Employee, Person, Visitor } from './cast';
import { cell } from './matrix';
import { picture as png } from './picture';
import { type Answer, type Loose, type Rest, unique } from './wire';

export const picture = (): FormData => {
  const form = new FormData();
  form.append('file', new Blob([Uint8Array.from(png(800, 600))], { type: 'image/png' }), 'wall.png');
  return form;
};

/** Somebody who calls, by name. `undefined` has no token. */
export type Company = Readonly<Record<string, Person | undefined>>;

type Staff = Readonly<
  Record<'outsider' | 'agent' | 'assignee' | 'supervisor' | 'administrator' | 'other' | 'leaver', Employee>
>;

/** A room as a test needs it, with something in it. */
export interface Setting {
  readonly room: string;
  readonly company: Company;
  readonly seq: number;
  readonly file: string;
}

/** Everybody a matrix of access needs, and the rooms they meet in. */
export class House {
  private constructor(
    private readonly cast: Cast,
    readonly staff: Staff,
    readonly stranger: Visitor,
  ) {}

  static async open(cast: Cast): Promise<House> {
    const [administrator, outsider, agent, assignee, supervisor, other, leaver] = await Promise.all([
      cast.administrator(),
      cast.hire('Olga Outsider', 'agent'),
      cast.hire('Agnes Agent', 'agent'),
      cast.hire('Asa Assignee', 'agent'),
      cast.hire('Sue Supervisor', 'supervisor'),
      cast.hire('Otto Other', 'agent'),
      cast.hire('Lea Leaver', 'agent'),
    ]);

    const staff = { administrator, outsider, agent, assignee, supervisor, other, leaver };
    return new House(cast, staff, await cast.visitor('Stan Stranger'));
  }

  async atTheDesk(furnished: boolean): Promise<Setting> {
    const guest = await this.cast.conversation(this.staff.assignee);
    return {
      room: guest.room,
      company: { ...this.staff, stranger: this.stranger, guest },
      ...(await (furnished ? furnish(this.staff.assignee, guest.room) : NOTHING)),
    };
  }

  async inAGroup(furnished: boolean): Promise<Setting> {
    const { assignee: founder, agent: muted, other: member, leaver, outsider, administrator } = this.staff;
    const room = await this.cast.group(founder, muted, member, leaver);
    await founder.rest.put(`/rooms/${room}/members/${muted.id}`, { muted: true });
    const company = { guest: this.stranger, outsider, muted, member, founder, administrator };
    return { room, company, ...(await (furnished ? furnish(founder, room) : NOTHING)) };
  }

  /** The same once the word is out that one of them is muted, asked seldom enough not to be told to slow down. */
  async inAQuietGroup(furnished: boolean): Promise<Setting> {
    const setting = await this.inAGroup(furnished);
    const said = async () => cell(await message(setting.company['muted']!.rest, setting.room));
    await expect.poll(said, { interval: 1_000 }).toBe('muted');
    return setting;
  }
}

const NOTHING = { seq: 1, file: 'f_AAAAAAAAAAAAAAAAAAAAAA' };

/** One message and one picture. */
async function furnish(who: Person, room: string): Promise<Pick<Setting, 'seq' | 'file'>> {
  const uploaded = await who.rest.post(`/rooms/${room}/attachments`, undefined, { raw: picture() });
  const said = await message(who.rest, room, [{ id: uploaded.body.id }]);
  return { seq: said.body.seq, file: uploaded.body.id };
}

const message = (rest: Rest, room: string, attachments: Loose[] = []): Promise<Answer> =>
  rest.put(`/rooms/${room}/messages/${unique()}`, { text: 'Hello', attachments });
